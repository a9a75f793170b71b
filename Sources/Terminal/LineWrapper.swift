extension Line {
    /// The line as several, none wider than `cells`, broken at blanks where that is possible. The blanks at which
    /// it is broken are dropped; a line feed in the text breaks it too. At least one line, perhaps an empty one.
    ///
    /// - Parameters:
    ///   - cells: the most cells of a line.
    ///   - limit: the most lines wanted; the text after them isn't looked at.
    public func wrapped(to cells: Int, limit: Int = .max) -> [Line] {
        var wrapper = LineWrapper(cells: max(1, cells), limit: max(1, limit))
        for span in spans {
            for outside in span.text.unicodeScalars {
                wrapper.add(outside, span.style)
                if wrapper.isFull { return wrapper.lines }
            }
        }
        wrapper.finish()
        return wrapper.lines
    }
}

/// Breaks a stream of scalars into lines: a word is held back until it is known on which line it fits.
private struct LineWrapper {
    let cells: Int
    let limit: Int
    private(set) var lines: [Line] = []
    private var current = StyledText()
    private var blanks = StyledText()
    private var word = StyledText()
    private var previousWasReturn = false

    init(cells: Int, limit: Int) {
        self.cells = cells
        self.limit = limit
    }

    var isFull: Bool { lines.count >= limit }

    mutating func add(_ outside: Unicode.Scalar, _ style: Style) {
        let isRestOfCRLF = outside == "\n" && previousWasReturn
        previousWasReturn = outside == "\r"
        if isRestOfCRLF { return }
        if outside == "\n" || outside == "\r" {
            settleWord()
            endLine()
            return
        }
        guard let drawn = DrawnScalar(outside) else { return }
        if drawn.scalar == " " {
            settleWord()
            blanks.append(drawn, style)
        } else {
            if word.width + drawn.width > cells { breakLongWord() }
            word.append(drawn, style)
        }
    }

    mutating func finish() {
        settleWord()
        endLine()
    }

    /// Puts the word that has just ended on this line, or on the next if it doesn't fit any more.
    private mutating func settleWord() {
        guard !word.isEmpty else { return }
        if !current.isEmpty, current.width + blanks.width + word.width > cells { endLine() }
        if current.width + blanks.width + word.width <= cells { current.append(blanks) }
        blanks = StyledText()
        current.append(word)
        word = StyledText()
    }

    /// A word wider than a line has to be broken somewhere.
    private mutating func breakLongWord() {
        settleWord()
        endLine()
    }

    private mutating func endLine() {
        if !isFull { lines.append(Line(spans: current.spans)) }
        current = StyledText()
        blanks = StyledText()
    }
}

/// Spans that grow by a scalar, with their width.
private struct StyledText {
    private(set) var spans: [Span] = []
    private(set) var width = 0

    var isEmpty: Bool { spans.isEmpty }

    mutating func append(_ drawn: DrawnScalar, _ style: Style) {
        if spans.last?.style != style { spans.append(Span("", style)) }
        spans[spans.count - 1].text.unicodeScalars.append(drawn.scalar)
        width += drawn.width
    }

    mutating func append(_ other: StyledText) {
        for span in other.spans {
            if spans.last?.style == span.style {
                spans[spans.count - 1].text += span.text
            } else {
                spans.append(span)
            }
        }
        width += other.width
    }
}
