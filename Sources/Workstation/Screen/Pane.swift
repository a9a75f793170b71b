import Terminal

/// One of the three panes: it says what its frame shows, and draws itself within it.
///
/// What a pane does at a key stands in the command table, because a user may bind other keys.
protocol Pane: Sendable {
    /// What the pane shows, for its frame and the line that names all panes.
    func title(in state: State) -> Line
    /// How it stands, at the right end of its frame.
    func status(in state: State) -> Line
    /// Draws what is within its frame.
    func draw(on canvas: inout Canvas, in state: State)
    /// Moves the cursor or the page.
    ///
    /// - Parameter height: rows of its list or page on screen.
    mutating func move(_ movement: Movement, height: Int)
}
