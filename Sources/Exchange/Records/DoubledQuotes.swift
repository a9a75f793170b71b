/// Repairs lines in which a name stands in two quotes on either side, `""LE PETIT, FILS""`. Some systems write names
/// that have quotes of their own so.
enum DoubledQuotes {
    private static let quote: UInt8 = 0x22

    /// The line with such texts in quotes that close where they should; nil where it has none.
    ///
    /// - Parameter line: whole, and not within a text that began before.
    static func repaired(_ line: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> [UInt8]? {
        guard hasOne(line, delimiter) else { return nil }
        var repaired: [UInt8] = []
        repaired.reserveCapacity(line.count + 16)
        var place = 0
        var isStart = true
        while place < line.count {
            if isStart, opens(line, place, delimiter), let end = end(line, place + 2, delimiter) {
                repaired += [quote, quote, quote]
                for byte in line[(place + 2)..<end] { repaired += byte == quote ? [quote, quote] : [byte] }
                repaired += [quote, quote, quote]
                place = end + 2
                isStart = false
                continue
            }
            if isStart, line[place] == quote, let end = closing(line, place + 1, delimiter) {
                repaired += line[place...end]
                place = end + 1
                isStart = false
                continue
            }
            isStart = line[place] == delimiter
            repaired.append(line[place])
            place += 1
        }
        return repaired
    }

    private static func hasOne(_ line: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) -> Bool {
        var place = 0
        while place + 2 < line.count {
            if place == 0 || line[place - 1] == delimiter, opens(line, place, delimiter) { return true }
            place += 1
        }
        return false
    }

    /// Two quotes at the start of a cell, and a text behind them.
    private static func opens(_ line: UnsafeBufferPointer<UInt8>, _ place: Int, _ delimiter: UInt8) -> Bool {
        guard place + 2 < line.count, line[place] == quote, line[place + 1] == quote else { return false }
        let next = line[place + 2]
        return next != quote && next != delimiter && next != 0x0A && next != 0x0D
    }

    private static func ends(_ line: UnsafeBufferPointer<UInt8>, _ place: Int, _ delimiter: UInt8) -> Bool {
        place >= line.count || line[place] == delimiter || line[place] == 0x0A || line[place] == 0x0D
    }

    /// Where two quotes stand at the end of a cell.
    private static func end(_ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ delimiter: UInt8) -> Int? {
        (start..<line.count).first { place in
            line[place] == quote && place + 1 < line.count && line[place + 1] == quote
                && ends(line, place + 2, delimiter)
        }
    }

    /// Where an ordinary quoted cell closes.
    private static func closing(_ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ delimiter: UInt8) -> Int? {
        (start..<line.count).first { line[$0] == quote && ends(line, $0 + 1, delimiter) }
    }
}
