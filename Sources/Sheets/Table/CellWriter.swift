/// Writes numbers of a workbook as their formats mean them.
struct CellWriter {
    var serials = SerialDay()

    /// Adds a number to a row; what is none is added as text.
    func add(
        _ bytes: UnsafeBufferPointer<UInt8>, _ format: NumberFormat, at column: Int, to row: inout SheetRow
    ) {
        var kind = SheetCell.Kind.number
        let start = row.text.count
        switch format {
        case .day where serials.appendDay(bytes, to: &row.text), .time where serials.appendTime(bytes, to: &row.text):
            kind = .day
        case .padded(let digits, let prefix) where bytes.allSatisfy({ $0 &- 0x30 <= 9 }):
            row.text += prefix + [UInt8](repeating: 0x30, count: max(0, digits - bytes.count))
            if !prefix.isEmpty { kind = .text }
            row.text.append(contentsOf: bytes)
        case .money(let currency) where PlainNumber.append(bytes, to: &row.text):
            row.text.append(0x20)
            row.text += currency
        case .percent where PlainNumber.append(bytes, power: 2, to: &row.text):
            row.text.append(0x25)
        default:
            if !PlainNumber.append(bytes, to: &row.text) {
                kind = .text
                row.text.append(contentsOf: bytes)
            }
        }
        row.close(column, kind, from: start)
    }
}
