import Receivables

/// Whether a column that seems to hold what is open of each item repeats the balance of its customer.
enum AccountBalance {
    case none
    /// It is the sum of the customer's amounts.
    case sums
    /// It is above a row's amount, and not their sum.
    case unclear(Sighting)

    /// - Parameter rows: the first rows of the file.
    init(_ rows: [(line: Int, cells: [String])], _ header: Header) {
        self = .none
        guard header.kind == .openItems, header.has(.open), header.has(.amount), header.has(.account) else { return }
        var accounts: [String: [Row]] = [:]
        for row in rows where row.line > header.line {
            guard header[.account] < row.cells.count, let open = AccountBalance.figure(.open, row.cells, header),
                let amount = AccountBalance.figure(.amount, row.cells, header)
            else { continue }
            accounts[row.cells[header[.account]], default: []].append(Row(line: row.line, amount: amount, open: open))
        }
        let several = accounts.values.filter { $0.count > 1 }
        guard !several.isEmpty, several.allSatisfy({ Set($0.map(\.open)).count == 1 }),
            let above = several.joined().filter({ $0.open > $0.amount && $0.amount > 0 }).min(by: { $0.line < $1.line })
        else { return }
        let sums = accounts.values.allSatisfy { rows in
            rows.reduce(Int64(0)) { $0.saturatingAdd($1.amount) } == rows[0].open
        }
        let cell = rows.first { $0.line == above.line }?.cells[header[.open]] ?? ""
        self = sums ? .sums : .unclear(Sighting(text: cell, line: above.line))
    }

    private struct Row {
        let line: Int
        let amount: Int64
        let open: Int64
    }

    private static func figure(_ meaning: ColumnMeaning, _ cells: [String], _ header: Header) -> Int64? {
        let place = header[meaning]
        guard place < cells.count, !cells[place].isEmpty else { return nil }
        var text = cells[place]
        return text.withUTF8 { scanAmount($0)?.minor(exponent: 3)?.amount }
    }
}
