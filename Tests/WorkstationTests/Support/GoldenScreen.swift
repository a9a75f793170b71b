import Foundation
import Terminal
import Testing

/// Compares a screen with what is kept: its text in `Screens/NAME.txt`, its styles in `Screens/styles/NAME.txt`, so
/// that a lost highlight fails as well.
///
/// With `DULY_DRAW_SCREENS` in the environment both are written anew; look at the difference before committing it.
func expectScreen(
    _ screen: Screen, _ name: String, file: String = #filePath, at location: SourceLocation = #_sourceLocation
) {
    let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Screens")
    expect(screen.text, folder.appending(path: "\(name).txt"), location)
    expect(screen.styles, folder.appending(path: "styles/\(name).txt"), location)
}

private func expect(_ text: String, _ kept: URL, _ location: SourceLocation) {
    if ProcessInfo.processInfo.environment["DULY_DRAW_SCREENS"] != nil {
        try? FileManager.default.createDirectory(
            at: kept.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data((text + "\n").utf8).write(to: kept)
        return
    }
    let wanted = (try? String(contentsOf: kept, encoding: .utf8)) ?? "no file at \(kept.path())\n"
    #expect(text + "\n" == wanted, "the screen differs from \(kept.lastPathComponent)", sourceLocation: location)
}

extension Screen {
    /// A line per row: each style with how many columns it goes on for. Rows without any style are empty.
    fileprivate var styles: String {
        (0..<size.rows).map { row in
            var runs: [(style: Style, columns: Int)] = []
            for column in 0..<size.columns {
                let style = style(at: Position(row: row, column: column)) ?? .normal
                if runs.last?.style == style {
                    runs[runs.count - 1].columns += 1
                } else {
                    runs.append((style, 1))
                }
            }
            if runs.last?.style == .normal { runs.removeLast() }
            return runs.map { "\($0.style) \($0.columns)" }.joined(separator: ", ")
        }
        .joined(separator: "\n")
    }
}
