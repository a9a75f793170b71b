import Receivables
import Terminal

/// The offers, best for us first: what is paid when, and whether it may be agreed without asking.
struct OfferView {
    let list: OfferList
    let theme: Theme

    init(_ list: OfferList, theme: Theme) {
        self.list = list
        self.theme = theme
    }

    func draw(on canvas: inout Canvas) {
        guard !list.offers.isEmpty else {
            canvas.put(
                Line("Nothing can be asked for today, so there is nothing to offer.", .muted), row: 0,
                width: canvas.columns)
            return
        }
        let (top, below) = canvas.bounds.cutBottom(min(5, canvas.rows / 2))
        canvas.within(top) { rows in rows.drawList(count: list.offers.count, list.cursor) { line(list.offers[$0]) } }
        guard let selected = list.selected else { return }
        canvas.within(below) { detail in
            for (row, line) in details(selected, width: detail.columns).prefix(detail.rows).enumerated() {
                detail.put(line, row: row, width: detail.columns)
            }
        }
    }

    private func line(_ offer: Offer) -> Line {
        let isAllowed = offer.ruling == .allowed
        var mark = Line(isAllowed ? theme.glyphs[.check] : theme.glyphs[.question], isAllowed ? .good : .soon)
        if isAllowed, list.restDay(of: offer) != nil { mark = Line("!", .soon) }
        return mark.then(" \(title(offer))", .strong).then("  \(summary(offer))")
    }

    private func title(_ offer: Offer) -> String {
        guard offer.rung == .plan else { return offer.rung.rawValue }
        let count = offer.payments.count - (offer.hasDown ? 1 : 0)
        return offer.hasDown ? "in \(count), with a down payment" : "plan of \(count)"
    }

    private func summary(_ offer: Offer) -> String {
        guard let first = offer.payments.first else { return "" }
        let paid = "\(first.amount.grouped) \(first.day.short)"
        guard let last = offer.payments.last, offer.payments.count > 1 else { return paid }
        return "\(paid) \u{2026} \(last.amount.grouped) \(last.day.short)"
    }

    private func details(_ offer: Offer, width: Int) -> [Line] {
        let payments = offer.payments.map { "\($0.amount.withCurrency) \($0.day.short)" }.joined(separator: ", ")
        var lines = payments.isEmpty ? [] : Line(payments).wrapped(to: width)
        if let day = list.restDay(of: offer) {
            lines += Line("! \(day.short): not a working day", .soon).wrapped(to: width)
        }
        lines += offer.ruling.reasons.flatMap { Line("\(theme.glyphs[.question]) \($0)", .soon).wrapped(to: width) }
        return lines
    }
}
