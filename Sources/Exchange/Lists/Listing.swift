import Receivables

/// A list for people, spreadsheets and programs: a name per column, a cell per row and column, and an object per row
/// that may hold more.
public struct Listing: Sendable {
    /// One cell of a list; only words of others have to be guarded from spreadsheets.
    public enum Cell: Sendable, Hashable {
        /// Words of people and other programs.
        case text(String)
        /// Figures and days of ours.
        case plain(String)

        /// The cell's text, unguarded.
        public var text: String {
            switch self {
            case .text(let text), .plain(let text): text
            }
        }

        /// Figures stand to the right.
        public var isPlain: Bool { if case .plain = self { true } else { false } }

        static func day(_ day: Day?) -> Cell { .plain(day?.iso ?? "") }
        static func amount(_ minor: Int64, _ currency: Currency) -> Cell {
            .plain(Money(minor: minor, currency).decimal)
        }
    }

    /// The key of the list in JSON.
    public let name: String
    /// The column names, as CSV and tables head them.
    public let columns: [String]
    /// The rows, a cell for each column.
    public private(set) var rows: [[Cell]] = []
    private var objects: [JSONValue] = []

    init(_ name: String, columns: [String]) {
        self.name = name
        self.columns = columns
    }

    mutating func add(_ row: [Cell], _ object: JSONValue) {
        rows.append(row)
        objects.append(object)
    }

    /// With a row of column names; amounts and days as programs read them.
    public var csv: String {
        var csv = CsvText()
        csv.row(columns)
        for row in rows {
            csv.row(
                row.map { cell in
                    switch cell {
                    case .text(let text): .text(text)
                    case .plain(let text): .plain(text)
                    }
                })
        }
        return csv.text
    }

    /// The list as JSON: the day, up to when payments are known, and an object per row.
    ///
    /// - Parameters:
    ///   - day: the day that the list is of.
    ///   - cashTo: up to when money is known, where the list is judged by it.
    public func json(asOf day: Day, cashTo: Day?) -> JSONValue {
        .object(["asOf": .day(day), "cashTo": .optional(cashTo, JSONValue.day), name: .array(objects)])
    }
}
