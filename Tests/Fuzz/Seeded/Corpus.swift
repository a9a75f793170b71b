import Foundation

/// The inputs of a folder of `Tests/Fuzz`, by their names.
struct Corpus {
    var inputs: [String: [UInt8]] = [:]

    init(_ name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: name)
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
            inputs[file] = Array(try Data(contentsOf: folder.appending(path: file)))
        }
    }
}
