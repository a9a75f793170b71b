import Receivables

/// Reads a row of a payments file.
struct PaymentReader {
    private let header: Header

    init(_ header: Header) { self.header = header }

    func read(
        _ record: Record, account: AccountNumber, _ cells: inout CellReader
    ) throws(RowRefusal) -> RowOutcome {
        let status = cells.status(record)
        if [.void, .failed, .pending].contains(status) { return .skipped(.void) }
        let currency = try cells.currency(record, amount: .amount)
        let stated = try cells.amount(.amount, record, currency)
        var amount = try cells.isNegative(record) ? -stated : stated
        // What of it was given back was not paid.
        if header.has(.refunded), let refunded = try cells.optionalAmount(.refunded, record, currency), amount > 0 {
            amount -= min(amount, abs(refunded))
            if amount == 0 { return .skipped(.void) }
        }
        if DocumentType.isInvoice(cells.text(.documentType, record)) {
            throw RowRefusal(column: .documentType, reason: "an invoice among payments: import it with the open items")
        }
        // What went back comes to nothing; a row of its own for that says so by its sign.
        if amount > 0, status == .returned || status == .bounced { return .skipped(.void) }
        let day = try cells.requiredDay(.day, record)
        let reference = cells.identifier(.paymentReference, record)
        if reference.isEmpty { cells.notices.note(.noReference, line: record.line) }
        var payment = PaymentRow(
            line: record.line, account: account, company: cells.identifier(.company, record),
            item: try cells.itemNumber(record), day: day, currency: currency.0, amount: amount,
            reference: reference, kind: PaymentReader.kind(cells.documentType(record)))
        guard header.has(.unapplied), let unused = try cells.optionalAmount(.unapplied, record, currency), unused > 0,
            unused <= amount, !payment.item.isEmpty
        else { return .payment(payment) }
        // What of it no invoice has taken yet is cash on account.
        var rest = payment
        (rest.item, rest.amount) = ("", unused)
        payment.amount -= unused
        return payment.amount == 0 ? .payment(rest) : .payments([payment, rest])
    }

    private static func kind(_ type: DocumentType) -> Settlement.Kind {
        switch type {
        case .credit: .credit
        case .writeOff: .writeOff
        case .adjustment: .adjustment
        case .payment, .returned, .other: .payment
        }
    }
}
