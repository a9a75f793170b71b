import Receivables

/// The day that a title row gives an extract: "As of December 31, 2025", "Stand: 31.12.2025".
enum TitleDay {
    /// - Returns: the first day stated above the header, and its line.
    static func find(in rows: [(line: Int, cells: [String])], above header: Int) -> (day: Day, line: Int)? {
        for row in rows where row.line < header {
            // A title without quotes falls into cells at its commas.
            if let day = day(in: row.cells.joined(separator: ", ")) { return (day, row.line) }
        }
        return nil
    }

    private static let words = ["as of", "as at", "stand", "stichtag", "key date", "exported", "aged as", "per "]

    private static func day(in title: String) -> Day? {
        let lower = title.lowercased()
        guard words.contains(where: lower.contains) else { return nil }
        let parts = lower.split(separator: " ")
        // A date is one to three words: `2025-12-31`, `Sep 30, 2025`.
        for length in [3, 2, 1] where parts.count >= length {
            for start in 0...(parts.count - length) {
                let text = parts[start..<(start + length)].joined(separator: " ")
                if let day = plainDay(text) { return day }
            }
        }
        return nil
    }

    /// A date that reads one way only. A title's numbers have no column to tell their order.
    private static func plainDay(_ text: String) -> Day? {
        Array(text.utf8).withUnsafeBufferPointer { cell in
            switch scanDate(cell.trimmed) {
            case .day(let day): day
            case .numbers(let numbers): numbers.orders.single.flatMap(numbers.day)
            default: nil
            }
        }
    }
}
