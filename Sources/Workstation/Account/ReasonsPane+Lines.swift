import Receivables
import Terminal

extension ReasonsPane {
    /// The worth of a call, what multiplies it, and what else there is to know.
    func lines(width: Int) -> [Line] {
        lines.flatMap { line in
            line.wrapped(to: max(20, width - 4)).enumerated().map { $0 == 0 ? $1 : Line("    ") + $1 }
        }
    }

    private var lines: [Line] {
        var lines: [Line] = []
        if let words = standing.worthWords {
            lines += [Line(ReasonSentences.worthOfACall, .title), Line("  " + words.sentence + ".")]
        }
        lines += standing.askedItems.prefix(8).map(item)
        if standing.askedItems.count > 8 {
            lines.append(Line("  " + ReasonSentences.moreItems(standing.askedItems.count - 8), .muted))
        }
        lines.append(
            Line("  \(ReasonSentences.worth) ").then(amount(standing.worth), .strong).then(
                " \(standing.base.code) \u{00D7} \(ReasonSentences.days)", .muted))
        lines += multiplied + said
        lines.append(Line())
        lines.append(
            Line("\(ReasonSentences.score) ", .title).then("\(standing.score)", .strong)
                .then(ReasonSentences.howToReadScore(cell: standing.cell.title), .muted))
        switch standing.place {
        case .queue(.decision): lines.append(Line(ReasonSentences.toDecide, .soon))
        case .queue: break
        case .rests(let until, let why): lines.append(Line(ReasonSentences.rests(until: until, why.text), .promised))
        case .clear: lines.append(Line(ReasonSentences.nothingOpen, .muted))
        }
        return lines
    }

    private var multiplied: [Line] {
        let factors = standing.reasons.filter { $0.factor != 100 }
        guard !factors.isEmpty else { return [] }
        var lines = [Line(), Line(ReasonSentences.whatMultipliesIt, .title)]
        lines += factors.map { Line("  ").then($0.factorText, .strong).then(" \($0.text)") }
        lines.append(
            Line("  \(ReasonSentences.together) ").then("\u{00D7} \(Reason.decimal(standing.product))", .strong))
        return lines
    }

    private var said: [Line] {
        let rest = standing.reasons.filter { $0.factor == 100 && $0.rule != .worth } + standing.facts
        return rest.isEmpty
            ? [] : [Line(), Line(ReasonSentences.goodToKnow, .title)] + rest.map { Line("  \($0.text)") }
    }

    /// `  INV-1  4,200.00 GBP × 22.4 days × 0.86 likely`
    private func item(_ item: AskedItem) -> Line {
        Line("  ").then(item.number, .normal).then("  \(item.amount.withCurrency)", .strong)
            .then(
                " "
                    + ReasonSentences.factors(
                        days: AskedItem.tenths(item.unpaidDays),
                        likelihood: Reason.decimal(Int((item.likelihood * 100).rounded()))),
                .muted
            )
            .then(item.share == 100 ? "" : " " + ReasonSentences.beforeDue(Reason.decimal(item.share)), .muted)
    }

    private func amount(_ minor: Int64) -> String { Money(minor: minor, standing.base).roundedToMajor }
}
