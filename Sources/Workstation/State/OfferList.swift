import Receivables

/// The ladder of offers to the customer on screen (DOMAIN.md §4), and the note lines that put one on record.
struct OfferList: Sendable {
    let offers: [Offer]
    let currency: Currency
    private let calendar: BusinessCalendar
    var cursor = ListCursor()

    /// In the currency of most of what can be asked for.
    init(_ payer: PayerFacts, _ dossier: Dossier) {
        calendar = dossier.rules.calendar
        let words = AgreementWords(payer, rules: dossier.rules, today: dossier.moment.day)
        currency = dossier.standing.figures.first { $0.collectable > 0 }?.currency ?? words.currency
        offers =
            Ladder(
                for: payer, in: currency, rules: dossier.rules, rates: dossier.portfolio.rates, on: dossier.moment.day
            ).offers
    }

    /// Its first payment on a day that isn't worked, on which no one here would see whether it came.
    func restDay(of offer: Offer) -> Day? { offer.payments.map(\.day).first { !calendar.isBusinessDay($0) } }

    var selected: Offer? { offers.indices.contains(cursor.index) ? offers[cursor.index] : nil }
}

extension Offer {
    /// What accepting it writes into the note, line by line.
    var noteLines: [String] {
        switch rung {
        case .everythingNow, .undisputedNow, .partAndPromise:
            return payments.map { "/promise \($0.amount.decimal) \($0.day.iso)" }
        case .plan:
            let regular = hasDown ? payments.dropFirst() : payments[...]
            guard let first = regular.first else { return [] }
            let total = Money(minor: total, first.amount.currency)
            let down = hasDown ? payments.first.map { " down \($0.amount.decimal) \($0.day.iso)" } ?? "" : ""
            return ["/plan \(regular.count)x monthly from \(first.day.iso)\(down) of \(total.decimal)"]
        case .manager: return ["/next +2 manager's decision"]
        }
    }
}
