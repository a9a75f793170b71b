import Terminal

/// The first start, without a book: import a file, or look at the demo.
public struct Welcome: Sendable {
    var stage = Stage.choosing
    /// Why the last attempt failed.
    var problem: String?

    enum Stage: Sendable {
        case choosing
        case naming(Naming)
        case working
    }

    /// The path of the file to import, and what would be read from it.
    struct Naming: Sendable {
        var field = LineEditor()
        private(set) var preview: [String] = []
        /// The path that the preview is of.
        private(set) var previewed = ""

        mutating func take(_ lines: [String], of path: String) {
            guard path == field.text else { return }
            preview = lines
            previewed = path
        }

        mutating func forget() {
            preview = []
            previewed = ""
        }
    }
}
