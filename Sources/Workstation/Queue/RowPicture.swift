import Receivables
import Terminal

/// A row of the queue in words, as wide as the pane: a key moves the selection, and only the rows that come into
/// sight are written again.
struct RowPicture: Sendable {
    /// Before the pointer, which is drawn with the selection.
    let cell: Line
    /// Name, figure and mark.
    let head: Line
    let why: Line

    /// Columns of the cell's name and of the pointer behind it.
    static let lead = 7
}

/// The pictures at hand, and what they were made for.
struct RowPictures: Sendable {
    /// Whatever a picture shows next to its row.
    struct Occasion: Hashable, Sendable {
        var width: Int
        /// Calling hours open and close by the minute.
        var minute: Int64
        var done: Int
        var parked: [AccountNumber]
    }

    private var occasion: Occasion?
    private var pictures: [Int: RowPicture] = [:]
    /// When each customer's zone opens for calls, as rows say it; nil where it is open.
    private var openings: [String: String?] = [:]

    /// nil where none was made for a pane as wide.
    subscript(index: Int, width width: Int) -> RowPicture? { occasion?.width == width ? pictures[index] : nil }

    mutating func clear() { pictures = [:] }

    /// Has a picture of every row in sight.
    mutating func prepare(
        _ visible: Range<Int>, for occasion: Occasion, _ draw: (Int, inout [String: String?]) -> RowPicture
    ) {
        if occasion != self.occasion {
            self.occasion = occasion
            openings = [:]
            clear()
        }
        for index in visible where pictures[index] == nil { pictures[index] = draw(index, &openings) }
    }
}
