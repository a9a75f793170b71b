import Receivables

/// Columns that are called by what is open, in names as sure as each other, and differ: `Balance` and `Outstanding`.
enum OpenAmountRivals {
    /// - Parameter rows: the first rows below the header.
    static func find(_ reading: ColumnReading, _ header: Header, _ rows: [[String]]) -> [ColumnReading.Rivals] {
        guard header.kind == .openItems, header.has(.open) else { return [] }
        let chosen = header[.open]
        let others = header.names.indices.filter { place in
            place != chosen && isSure(reading.keys[place], header.names[place]) && differs(place, chosen, rows)
        }
        guard !others.isEmpty, isSure(reading.keys[chosen], header.names[chosen]) else { return [] }
        return [ColumnReading.Rivals(columns: [chosen] + others)]
    }

    /// Whether a name says that a column is what is open in the row's own currency.
    private static func isSure(_ key: String, _ name: String) -> Bool {
        // What was due of an invoice at first, and what is in another currency.
        let weak: Set = ["amountdue", "dueamount", ColumnNames.mark(of: .open)]
        let words = HeaderWords(name).words
        let isOfOther =
            name.lowercased().contains("foreign") || words.contains { $0.contains(.local) || $0.contains(.currency) }
        return ColumnNames.meanings[key]?.contains(.open) ?? false && !weak.contains(key) && !isOfOther
    }

    private static func differs(_ place: Int, _ other: Int, _ rows: [[String]]) -> Bool {
        rows.contains { row in
            guard let one = figure(place, row), let two = figure(other, row) else { return false }
            return one != two
        }
    }

    private static func figure(_ place: Int, _ row: [String]) -> Int64? {
        guard place < row.count, !row[place].isEmpty else { return nil }
        var text = row[place]
        return text.withUTF8 { scanAmount($0)?.minor(exponent: 3)?.amount }
    }
}
