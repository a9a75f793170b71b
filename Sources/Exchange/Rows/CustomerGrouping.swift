/// How customers stand above their rows, where no column names them.
enum CustomerGrouping: Equatable {
    /// As headings that a total of their name closes: Xero and QuickBooks.
    case closedByTotals
    /// As headings in the customers' own column, which is blank below them: NetSuite.
    case inOwnColumn
    /// As headings in the column of the numbers, with the sum of their rows in the same line: Odoo.
    case withTotals
    /// By labels: `A/C: MEAD01  Name: Meadow Joinery`, or a line `Customer  100020`: Sage and SAP's lists.
    case labelled

    /// - Parameter rows: the first rows of a file.
    init?(_ rows: [(line: Int, cells: [String])], header: Header) {
        let below = rows.filter { $0.line > header.line }
        if rows.contains(where: { $0.line != header.line && CustomerLabels($0.cells).number != nil }) {
            self = .labelled
        } else if header.names.count > 2, let first = below.first, first.cells.count(where: { !$0.isEmpty }) == 1 {
            self = .closedByTotals
        } else if CustomerGrouping.hasTotalsAbove(below.map(\.cells), header) {
            self = .withTotals
        } else {
            return nil
        }
    }

    /// Rows without a day, whose first cell is a name and whose other cells are amounts, above rows with a day.
    private static func hasTotalsAbove(_ rows: [[String]], _ header: Header) -> Bool {
        guard header.has(.day), !header.has(.itemNumber) || header[.itemNumber] == 0, let first = rows.first else {
            return false
        }
        return isHeading(first, header) && rows.contains { !isHeading($0, header) }
    }

    /// Whether a row is a heading with totals.
    static func isHeading(_ cells: [String], _ header: Header) -> Bool {
        guard let first = cells.first, !first.isEmpty else { return false }
        let days = [ColumnMeaning.day, .due].filter { header.has($0) }.map { header[$0] }
        return days.allSatisfy { $0 >= cells.count || cells[$0].isEmpty }
    }
}
