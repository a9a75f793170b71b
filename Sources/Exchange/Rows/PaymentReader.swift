import Receivables

/// Reads a row of a payments file.
struct PaymentReader {
    func read(
        _ record: Record, account: AccountNumber, _ cells: inout CellReader
    ) throws(RowRefusal) -> RowOutcome {
        let status = DocumentStatus(cells.cell(.status, record))
        if status == .void || status == .pending { return .skipped(.void) }
        let currency = try cells.currency(record, amount: .amount)
        let stated = try cells.amount(.amount, record, currency)
        let amount = try cells.isNegative(record) ? -stated : stated
        // What went back comes to nothing; a row of its own for that says so by its sign.
        if amount > 0, status == .returned { return .skipped(.void) }
        let day = try cells.requiredDay(.day, record)
        let reference = cells.identifier(.paymentReference, record)
        if reference.isEmpty { cells.notices.note(.noReference, line: record.line) }
        return .payment(
            PaymentRow(
                line: record.line, account: account, company: cells.identifier(.company, record),
                item: cells.itemNumber(record), day: day, currency: currency.0, amount: amount,
                reference: reference, kind: PaymentReader.kind(cells.documentType(record))))
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
