/// The first line on screen of a page that is only read.
struct Scroll: Sendable, Hashable {
    private(set) var top = 0

    /// - Parameter top: the line to begin with, as far as the page goes on below it.
    init(top: Int = 0) { self.top = top }

    /// Moves the page's lines.
    ///
    /// - Parameters:
    ///   - count: lines of the page.
    ///   - height: lines on screen.
    mutating func move(_ movement: Movement, count: Int, height: Int) {
        top = min(max(0, top + movement.distance(height: height)), max(0, count - height))
    }

    /// The lines on screen.
    func visible(count: Int, height: Int) -> Range<Int> {
        let first = min(top, max(0, count - height))
        return first..<min(count, first + max(0, height))
    }
}
