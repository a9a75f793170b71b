import Receivables
import Terminal

/// The ladder of offers to the customer on screen (DOMAIN.md §4), best for us first: what is paid when, and whether it
/// may be agreed without asking. Enter writes the note lines that put one on record.
struct OfferList: Overlay {
    private let offers: [Offer]
    private let calendar: BusinessCalendar
    private var cursor = ListCursor()

    /// In the currency of most of what can be asked for.
    init(_ dossier: Dossier) {
        calendar = dossier.rules.calendar
        let words = AgreementWords(dossier.facts, rules: dossier.rules, today: dossier.moment.day)
        let currency = dossier.standing.figures.first { $0.collectable > 0 }?.currency ?? words.currency
        offers =
            Ladder(
                for: dossier.facts, in: currency, rules: dossier.rules, rates: dossier.portfolio.rates,
                on: dossier.moment.day
            ).offers
    }

    /// Its first payment on a day that isn't worked, on which no one here would see whether it came.
    private func restDay(of offer: Offer) -> Day? { offer.payments.map(\.day).first { !calendar.isBusinessDay($0) } }

    private var selected: Offer? { offers.indices.contains(cursor.index) ? offers[cursor.index] : nil }

    func title(in state: State) -> String { OfferSentences.offers(to: state.account.open?.name ?? "") }

    func hints(in state: State) -> [OverlayHint] { [OverlayHint("Enter", HintSentences.intoNote), .move, .back] }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        if key == .enter, let offer = selected {
            return .closes { $0.isReadOnly ? [] : $0.addLines(offer.noteLines.joined(separator: "\n")) }
        }
        guard let movement = Movement(readingKey: key) else { return closed(by: key) }
        cursor.move(movement, count: offers.count, height: state.overlayListRows)
        return .stays
    }

    // MARK: Drawing

    func draw(on canvas: inout Canvas, in state: State) {
        guard !offers.isEmpty else {
            canvas.put(
                Line(OfferSentences.nothingToOffer, .muted), row: 0,
                width: canvas.columns)
            return
        }
        let theme = canvas.theme
        let (top, below) = canvas.bounds.cutBottom(min(5, canvas.rows / 2))
        canvas.within(top) { $0.drawList(count: offers.count, cursor) { line(offers[$0], theme) } }
        guard let selected = selected else { return }
        canvas.within(below) { detail in
            for (row, line) in details(selected, width: detail.columns, theme).prefix(detail.rows).enumerated() {
                detail.put(line, row: row, width: detail.columns)
            }
        }
    }

    private func line(_ offer: Offer, _ theme: Theme) -> Line {
        let isAllowed = offer.ruling == .allowed
        var mark = Line(isAllowed ? theme.glyphs[.check] : theme.glyphs[.question], isAllowed ? .good : .soon)
        if isAllowed, restDay(of: offer) != nil { mark = Line("!", .soon) }
        return mark.then(" \(title(offer))", .strong).then("  \(summary(offer))")
    }

    private func title(_ offer: Offer) -> String {
        guard offer.rung == .plan else { return offer.rung.rawValue }
        let count = offer.payments.count - (offer.hasDown ? 1 : 0)
        return offer.hasDown ? OfferSentences.planWithDown(count) : OfferSentences.plan(of: count)
    }

    private func summary(_ offer: Offer) -> String {
        guard let first = offer.payments.first else { return "" }
        let paid = "\(first.amount.grouped) \(first.day.short)"
        guard let last = offer.payments.last, offer.payments.count > 1 else { return paid }
        return "\(paid) \u{2026} \(last.amount.grouped) \(last.day.short)"
    }

    private func details(_ offer: Offer, width: Int, _ theme: Theme) -> [Line] {
        let payments = offer.payments.map { "\($0.amount.withCurrency) \($0.day.short)" }.joined(separator: ", ")
        var lines = payments.isEmpty ? [] : Line(payments).wrapped(to: width)
        if let day = restDay(of: offer) {
            lines += Line("! \(day.short): \(NoteSentences.notAWorkingDay)", .soon).wrapped(to: width)
        }
        lines += offer.ruling.reasons.flatMap { Line("\(theme.glyphs[.question]) \($0)", .soon).wrapped(to: width) }
        return lines
    }
}

extension State {
    mutating func showOffers() -> [Effect] {
        guard let open = account.open else { return [] }
        overlay = OfferList(open.dossier)
        return []
    }
}
