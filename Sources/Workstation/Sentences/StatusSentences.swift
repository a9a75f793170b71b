import Receivables

/// The line at the top of the screen, the first start, and a screen that is too small.
enum StatusSentences {
    static func readOnly(asOf time: LocalTime) -> String {
        "as of \(time.day.short) \(time.day.civil.year) \(time.time.text), read only"
    }
    static func attempts(_ count: Int, reached: Int) -> String { "attempts \(count), reached \(reached)" }
    static func parked(_ count: Int) -> String { "\(count) parked" }
    static func otherCurrencies(_ count: Int) -> String { "\(count) other currencies" }
    static let calls = "calls"
    static let promised = "promised"
    static func needsRoom(_ size: String) -> String { "Duly needs \(size) or more" }
    static func sizeIs(_ size: String) -> String { "this is \(size); nothing is lost" }

    // The first start.
    static let noBookYet = "There is no book yet."
    static let working = "working\u{2026}"
    static let importFirst = "import a file: open items, then customers and payments"
    static let lookAroundFirst = "look around in a demo book first"
    static let leaveWithoutBook = "leave; nothing has been written"
}
