import Files
import Foundation

/// Lists and messages as files.
package enum HandOffFile {
    static var folder: String { Paths.stateFolder + "/hand-off" }

    /// Puts a list of today into our own folder, in place of an earlier one of today.
    package static func write(_ text: String, as name: String) throws -> String {
        try Paths.make(folder)
        let path = folder + "/" + name
        try NewFile.write(text, to: path, replacing: true)
        return path
    }
}
