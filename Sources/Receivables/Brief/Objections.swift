/// What a customer may say, and the facts that answer it; only where the book has something to go on.
struct Objections {
    private(set) var list: [Brief.Objection] = []

    init(_ dossier: Dossier) {
        addFromLastCall(dossier)
        addFromItems(dossier)
        addFromHabit(dossier)
        list = Array(list.prefix(4))
    }

    private mutating func add(_ saying: String, _ answer: String) { list.append(Brief.Objection(saying, answer)) }

    private mutating func addFromLastCall(_ dossier: Dossier) {
        guard let (entry, call) = dossier.lastConversation else { return }
        let line = Agenda.firstLine(of: entry.text)
        let said = line.isEmpty ? "" : ": \(line)"
        switch call.result {
        case .paidAlready:
            let since = dossier.receipts.filter { $0.day >= entry.day }
            let answer =
                since.isEmpty
                ? "nothing has come since \(entry.day.short)" : "\(since.count) payments since then are booked"
            add("We have paid.", answer + Objections.cashKnown(dossier))
        case .wantsDocuments: add("We never got the copy.", "asked for on \(entry.day.short)\(said)")
        case .disputes: add("There is something wrong with it.", "raised on \(entry.day.short)\(said)")
        case .willCheck: add("I am still looking into it.", "since \(entry.day.short)\(said)")
        case .refuses: add("We can't pay now.", "as on \(entry.day.short)\(said); a part now and the rest by a date?")
        default: break
        }
    }

    private static func cashKnown(_ dossier: Dossier) -> String {
        dossier.cashKnownTo.map { " (cash known to \($0.short))" } ?? ""
    }

    private mutating func addFromItems(_ dossier: Dossier) {
        let items = dossier.openItems
        if let credit = items.first(where: { $0.open < 0 }) {
            add(
                "We are waiting for a credit note.",
                """
                \(credit.number), \(Money(minor: -credit.open, credit.currency).withCurrency), issued \
                \(credit.issued.short)
                """
            )
        }
        let late = items.filter { $0.isOverdue(on: dossier.today) }
        if let guessed = late.first(where: { $0.dueFrom != .stated && $0.dueFrom != .rowTerms }) {
            add(
                "That is not due yet.",
                "\(guessed.number): due \(guessed.due.short), by \(Objections.source(guessed.dueFrom))")
        }
        if let ordered = late.first(where: { !$0.purchaseOrder.isEmpty }) {
            add("It has no order number.", "\(ordered.number) is for your order \(ordered.purchaseOrder)")
        }
        if let disputed = late.first(where: { $0.onceDisputed && $0.disputed == 0 }) {
            add("We disputed that.", "\(disputed.number) was disputed at some time: ask how it ended")
        }
    }

    private static func source(_ source: DueSource) -> String {
        switch source {
        case .stated, .rowTerms: "the invoice"
        case .accountTerms: "the terms of the account"
        case .bookTerms: "our usual terms"
        case .invoiceDate: "the invoice date, as no terms are known"
        }
    }

    private mutating func addFromHabit(_ dossier: Dossier) {
        guard let behaviour = dossier.askedFacts?.behaviour, behaviour.isKnown else { return }
        if let weekday = behaviour.usualWeekday {
            add("It goes out with the next run.", "they mostly pay on \(weekday.rawValue.capitalizedFirst)s: this one?")
        } else if let day = behaviour.usualDayOfMonth {
            add("It goes out with the next run.", "they mostly pay around day \(day) of the month: this one?")
        }
        if let last = behaviour.last, last.daysLate <= 0, dossier.standing.figures.contains(where: { $0.toCollect > 0 })
        {
            add("We always pay on time.", "the last one was: \(last.day.short). Ask what is different with this one")
        }
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
