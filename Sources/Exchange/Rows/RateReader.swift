import Receivables

/// Reads a row of exchange rates.
struct RateReader {
    func read(_ record: Record, _ cells: inout CellReader) throws(RowRefusal) -> RowOutcome {
        let (currency, _) = try cells.currency(record, amount: .rate)
        let cell = cells.cell(.rate, record)
        guard let billionths = try? scanAmount(cell, cells.sign(.rate, record)).minor(exponent: 9)?.amount,
            let rate = ExchangeRate(billionths: billionths)
        else { throw RowRefusal(column: .rate, reason: "“\(cell.quotable)” is no rate above zero") }
        return .rate(
            RateRow(
                line: record.line, currency: currency, day: try cells.requiredDay(.day, record), rate: rate,
                target: try target(record, cells)))
    }

    private func target(_ record: Record, _ cells: CellReader) throws(RowRefusal) -> Currency? {
        let cell = cells.cell(.rateTarget, record)
        guard !cell.isEmpty else { return nil }
        guard let currency = Currency(cell.text) else {
            throw RowRefusal(column: .rateTarget, reason: "“\(cell.quotable)” is no currency code")
        }
        return currency
    }
}
