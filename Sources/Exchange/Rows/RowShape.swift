import Receivables

/// Tells rows whose cells stand in the wrong columns: a line break or a separator inside a text without quotes.
struct RowShape {
    private let columns: Int
    /// The last column that a row of data can't do without.
    private let lastKey: Int
    /// The row before, where it was cut short.
    private var cut: (line: Int, count: Int)?

    init(_ header: Header) {
        columns = header.names.count
        let keys: [ColumnMeaning] =
            switch header.kind {
            case .openItems, .invoiceHistory: [.itemNumber, .day]
            case .payments: [.day, .amount]
            case .customers, .rates, .notes, .answers: []
            }
        lastKey = keys.map { header[$0] }.max() ?? -1
    }

    /// Why the row's cells can't be trusted; nil where they can.
    @inline(__always)
    mutating func problem(_ record: Record) -> String? {
        if record.count == columns, cut == nil { return nil }
        return slowProblem(record)
    }

    private mutating func slowProblem(_ record: Record) -> String? {
        let before = cut
        cut = nil
        if let before, record.count < columns, before.count + record.count == columns + 1 {
            return "goes on from line \(before.line): a line break inside a text without quotes has shifted its cells"
        }
        if record.count <= lastKey, record.count > 1 {
            cut = (record.line, record.count)
            return
                "only \(record.count) of \(columns) cells: a line break inside a text without quotes, perhaps, which "
                + "shifts the cells from this line on"
        }
        guard record.count > columns, (columns..<record.count).contains(where: { !record[$0].isEmpty }) else {
            return nil
        }
        return "\(record.count) cells for \(columns) columns: probably a separator inside a text without quotes"
    }
}
