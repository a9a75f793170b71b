import Receivables

/// What an import says of what it did.
extension Receipt {
    /// Every row was refused: then even the import is no news.
    var fitsNowhere: Bool {
        !rejects.isEmpty && !changesBook
            && counts.itemsUnchanged + counts.paymentsUnchanged + counts.notesUnchanged
                + counts.answersUnchanged + counts.ratesUnchanged == 0
    }

    var changesBook: Bool { !counts.changesNothing }

    mutating func tell(_ promises: (watched: Int, past: Int)) {
        if promises.watched > 0 {
            notices.append(
                "\(promises.watched) \(promises.watched == 1 ? "promise is" : "promises are") watched from now on")
        }
        if promises.past > 0 {
            notices.append(
                """
                \(promises.past) \(promises.past == 1 ? "promise was" : "promises were") for a day that is past: \
                kept as a note, for nobody can tell now what kept \(promises.past == 1 ? "it" : "them")
                """
            )
        }
    }

    mutating func add(_ tally: ItemMerge.Tally) {
        counts.itemsUnchanged += tally.unchanged
        repeated += tally.repeated
        rejects += tally.rejects
        dueSources = tally.dueSources
        if tally.held > 0 {
            notices.append(
                """
                \(tally.held) open \(tally.held == 1 ? "item stays" : "items stay") open, for refused rows may be \
                about them: correct those rows and import again
                """
            )
        }
        if tally.elsewhere > 0 {
            notices.append(
                """
                \(tally.elsewhere) open \(tally.elsewhere == 1 ? "item is" : "items are") of company codes or \
                source systems that the extract doesn't contain: left as they are
                """
            )
        }
    }

    mutating func tell(takenOver items: Int) {
        guard items > 0 else { return }
        notices.append(
            """
            \(items) \(items == 1 ? "item was" : "items were") of another system until now, by account, number, day \
            and amount
            """
        )
    }

    mutating func add(_ answers: AnswerChanges) {
        counts.answersNew = answers.new
        counts.answersUnchanged = answers.known
        rejects += answers.rejects
    }

    mutating func add(_ payments: PaymentChanges, _ placed: PlacedCash) {
        counts.add(payments.counts)
        amounts.add(payments.amounts)
        rejects += payments.rejects
        if payments.withoutItem > 0 {
            notices.append(
                """
                \(payments.withoutItem) \(payments.withoutItem == 1 ? "payment names" : "payments name") an item \
                that the book doesn't hold: kept as unapplied cash
                """
            )
        }
        tell(placed)
        let unapplied = payments.unnamed - placed.placedAtOnce
        if unapplied > 0 {
            notices.append(
                """
                \(unapplied) \(unapplied == 1 ? "payment names" : "payments name") no item: unapplied cash; `duly \
                match` offers it to the oldest items
                """
            )
        }
        if payments.overpaid > 0 {
            notices.append(
                """
                \(payments.overpaid) \(payments.overpaid == 1 ? "payment is" : "payments are") above what was \
                open: the rest is unapplied cash
                """
            )
        }
        if payments.returnedBefore > 0 {
            notices.append(
                """
                \(payments.returnedBefore) \(payments.returnedBefore == 1 ? "payment" : "payments") that went \
                back found the item open already: counted once
                """
            )
        }
    }

    private mutating func tell(_ placed: PlacedCash) {
        for (currency, minor) in placed.placed.sorted(by: { $0.key < $1.key }) where minor != 0 {
            let amount = Money(minor: abs(minor), currency).withCurrency
            notices.append(
                minor > 0
                    ? "\(amount) of payments that name no item is what items fell by: counted once"
                    : "\(amount) of payments that name no item is unapplied cash again: items no longer fell by it")
        }
        if placed.disagreeing > 0 {
            notices.append(
                """
                \(placed.disagreeing) \(placed.disagreeing == 1 ? "payment" : "payments") without an item came \
                when items fell by other amounts: unapplied cash, and perhaps counted twice
                """
            )
        }
    }
}
