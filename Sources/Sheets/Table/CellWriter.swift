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
        default:
            if case .padded(let digits) = format, bytes.count < digits, bytes.allSatisfy({ $0 &- 0x30 <= 9 }) {
                row.text += [UInt8](repeating: 0x30, count: digits - bytes.count)
            }
            if !PlainNumber.append(bytes, to: &row.text) {
                kind = .text
                row.text.append(contentsOf: bytes)
            }
        }
        row.close(column, kind, from: start)
    }
}
