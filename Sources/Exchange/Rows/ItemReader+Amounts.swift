import Receivables

// What a row is about, and what of it is open.
extension ItemReader {
    /// Whether the row says only what is open.
    func saysOpenOnly(_ record: Record) -> Bool {
        switch how {
        case .stated, .byAge: !header.has(.amount) || record[header[.amount]].isEmpty
        case .debitAndCredit, .allOfIt: true
        case .lessApplied, .settledDay: false
        }
    }

    var amountColumn: ColumnMeaning {
        if hasLines { return .unitAmount }
        return header.has(.amount) ? .amount : how == .debitAndCredit ? .debit : .open
    }

    func amounts(
        _ record: Record, _ number: String, _ currency: (Currency, exponent: Int), _ cells: inout CellReader
    ) throws(RowRefusal) -> (amount: Int64, open: Int64?) {
        switch how {
        case .stated:
            var open = try cells.amount(.open, record, currency)
            guard header.has(.amount) else { return (open, open) }
            if let lost = try writtenOff(open, record, currency, &cells) { open -= lost }
            if let amount = try cells.optionalAmount(.amount, record, currency) { return (amount, open) }
            cells.notices.note(.noAmount, line: record.line, example: number.visible())
            return (open, open)
        case .byAge:
            let open = try cells.sum(of: header.buckets, record, currency)
            return (try header.has(.amount) ? cells.optionalAmount(.amount, record, currency) ?? open : open, open)
        case .lessApplied:
            let amount = try cells.amount(.amount, record, currency)
            // A debt is lowered by what was paid, credited or written off, whichever sign that has.
            let lowering: [ColumnMeaning] = [.applied, .writtenOff] + (header.has(.debit) ? [] : [.credit])
            var open = amount
            for meaning in lowering where header.has(meaning) {
                let part = try cells.optionalAmount(meaning, record, currency) ?? 0
                open -= amount > 0 && part < 0 ? -part : part
            }
            return (amount, open)
        case .debitAndCredit:
            let debit = try cells.optionalAmount(.debit, record, currency)
            let credit = header.has(.credit) ? try cells.optionalAmount(.credit, record, currency) : nil
            guard debit != nil || credit != nil else { throw RowRefusal(column: .debit, reason: "no amount") }
            let amount = (debit ?? 0) - (credit ?? 0)
            return (amount, amount)
        case .settledDay: return (try cells.amount(.amount, record, currency), nil)
        case .allOfIt:
            let amount = hasLines ? try line(record, currency, &cells) : try cells.amount(.amount, record, currency)
            return (amount, amount)
        }
    }

    /// What was written off of an item and is still part of its open amount: then the open amount is all that wasn't
    /// paid.
    func writtenOff(
        _ open: Int64, _ record: Record, _ currency: (Currency, exponent: Int), _ cells: inout CellReader
    ) throws(RowRefusal) -> Int64? {
        guard header.has(.writtenOff), let lost = try cells.optionalAmount(.writtenOff, record, currency), lost > 0,
            let amount = try cells.optionalAmount(.amount, record, currency)
        else { return nil }
        let paid = header.has(.applied) ? try cells.optionalAmount(.applied, record, currency) ?? 0 : 0
        guard amount - paid == open, lost <= open else { return nil }
        cells.notices.note(.writtenOff, line: record.line)
        return lost
    }

    /// Quantity × unit amount, rounded half-up at the currency's exponent.
    func line(
        _ record: Record, _ currency: (Currency, exponent: Int), _ cells: inout CellReader
    ) throws(RowRefusal) -> Int64 {
        let unit = try cells.amount(.unitAmount, record, currency)
        guard header.has(.quantity) else { return unit }
        let cell = cells.cell(.quantity, record)
        guard let quantity = try? scanAmount(cell, cells.sign(.quantity, record)).minor(exponent: 6)?.amount else {
            throw RowRefusal(column: .quantity, reason: "“\(cell.quotable)” is no quantity")
        }
        let product = Int128(unit) * Int128(quantity)
        let rounded = (product + (product < 0 ? -500_000 : 500_000)) / 1_000_000
        guard rounded.magnitude <= UInt128(ScannedAmount.largest) else {
            throw RowRefusal(column: .unitAmount, reason: "too large to be true")
        }
        return Int64(rounded)
    }
}
