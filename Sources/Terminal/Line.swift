/// Text in one style. The text may come from outside as it is: it is made safe where it is drawn.
public struct Span: Hashable, Sendable {
    /// The text as it came; control characters are replaced when it is drawn.
    public var text: String
    /// How the text looks; the theme decides the colours.
    public var style: Style

    /// Creates a span, by default in the normal style.
    public init(_ text: String, _ style: Style = .normal) {
        self.text = text
        self.style = style
    }

    /// Cells when drawn.
    public var width: Int { CellWidth.of(text) }
}

/// One line of text in several styles.
///
///     Line("Stake ", .muted) + Line("10,300", .strong) + " GBP"
public struct Line: Hashable, Sendable {
    /// The pieces from left to right.
    public var spans: [Span]

    /// Creates a line from pieces; empty by default.
    public init(spans: [Span] = []) {
        self.spans = spans
    }

    /// Creates a line of one style; without text it has no spans.
    public init(_ text: String, _ style: Style = .normal) {
        spans = text.isEmpty ? [] : [Span(text, style)]
    }

    /// Both lines, the right one behind the left.
    public static func + (left: Line, right: Line) -> Line {
        Line(spans: left.spans + right.spans)
    }

    /// Appends a line to another.
    public static func += (left: inout Line, right: Line) {
        left.spans += right.spans
    }

    /// The same line with more text behind it.
    public func then(_ text: String, _ style: Style = .normal) -> Line {
        self + Line(text, style)
    }

    /// The text without its styles, as drawn.
    public var plain: String { spans.map { SafeText.line($0.text) }.joined() }

    /// Cells when drawn.
    public var width: Int { spans.reduce(0) { $0 + $1.width } }

    /// Whether it has no text in any style.
    public var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

    /// All of it in one style, as for a selected row.
    public func styled(_ style: Style) -> Line {
        Line(spans: spans.map { Span($0.text, style) })
    }
}

extension Line: ExpressibleByStringLiteral {
    /// Creates a line of plain text in the normal style.
    public init(stringLiteral text: String) {
        self.init(text)
    }
}

/// Where text stands in a field that is wider.
public enum Alignment: Sendable {
    case left, centre, right
}

extension Line {
    /// At most so many cells of it; what is cut off leaves `ellipsis` in its place.
    public func truncated(to cells: Int, ellipsis: String = "…") -> Line {
        var fitting = CellCutter(room: cells)
        let whole = fitting.fit(spans)
        if !fitting.wasFull { return Line(spans: whole) }
        let tail = CellWidth.of(ellipsis)
        guard tail <= cells else { return Line() }
        var shorter = CellCutter(room: cells - tail)
        let kept = shorter.fit(spans)
        return Line(spans: kept + [Span(ellipsis, kept.last?.style ?? spans.first?.style ?? .normal)])
    }

    /// Exactly so many cells: truncated, or filled up with blanks in the style of its nearest end.
    public func padded(to cells: Int, _ alignment: Alignment = .left, ellipsis: String = "…") -> Line {
        let shown = truncated(to: cells, ellipsis: ellipsis)
        let missing = max(0, cells - shown.width)
        let before: Int
        switch alignment {
        case .left: before = 0
        case .centre: before = missing / 2
        case .right: before = missing
        }
        let left = Line(String(repeating: " ", count: before), shown.spans.first?.style ?? .normal)
        let right = Line(String(repeating: " ", count: missing - before), shown.spans.last?.style ?? .normal)
        return left + shown + right
    }
}

/// Takes spans as long as they fit into a number of cells.
struct CellCutter {
    private(set) var room: Int
    private(set) var wasFull = false

    init(room: Int) {
        self.room = max(0, room)
    }

    mutating func fit(_ spans: [Span]) -> [Span] {
        var taken: [Span] = []
        for span in spans {
            let text = fit(span.text)
            if !text.isEmpty { taken.append(Span(text, span.style)) }
            if wasFull { break }
        }
        return taken
    }

    /// The text's beginning, safe to show, that fits; a megabyte is left where the cells end.
    private mutating func fit(_ text: String) -> String {
        if text.utf8.count <= room, SafeText.isPlain(text) {
            room -= text.utf8.count
            return text
        }
        if let start = CellCutter.plainStart(of: text, room) {
            wasFull = true
            room = 0
            return start
        }
        var taken = String.UnicodeScalarView()
        var patience = CellCutter.patience(for: room)
        for outside in text.unicodeScalars {
            patience -= 1
            guard patience >= 0 else {
                wasFull = true
                break
            }
            guard let drawn = DrawnScalar(outside) else { continue }
            guard drawn.width <= room else {
                wasFull = true
                break
            }
            room -= drawn.width
            taken.append(drawn.scalar)
        }
        return String(taken)
    }

    /// The first cells of a text that is longer, where they are printable ASCII and so is what follows them (a
    /// combining mark would belong to the last): the common case, without a look at every scalar.
    private static func plainStart(of text: String, _ room: Int) -> String? {
        let bytes = text.utf8.prefix(room + 1)
        guard bytes.count == room + 1, bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
        return String(text.utf8.prefix(room))
    }

    /// The most scalars worth looking at for so many cells. Honest text needs few beyond one a cell; a heap of
    /// thousands of combining marks is an attack.
    static func patience(for cells: Int) -> Int {
        max(0, cells) * 8 + 64
    }
}
