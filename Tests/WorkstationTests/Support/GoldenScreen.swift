import Foundation
import Testing

/// Compares a screen with the picture kept in `Screens/NAME.txt`.
///
/// With `DULY_DRAW_SCREENS` in the environment the pictures are drawn anew; look at the difference before
/// committing it.
func expectScreen(
    _ text: String, _ name: String, file: String = #filePath, at location: SourceLocation = #_sourceLocation
) {
    let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Screens/\(name).txt")
    if ProcessInfo.processInfo.environment["DULY_DRAW_SCREENS"] != nil {
        try? Data((text + "\n").utf8).write(to: url)
        return
    }
    let kept = (try? String(contentsOf: url, encoding: .utf8)) ?? "no picture at \(url.path())\n"
    #expect(text + "\n" == kept, "the screen differs from Screens/\(name).txt", sourceLocation: location)
}
