import Foundation
import Workstation

/// Looks in a folder for the files whose names begin as somebody has begun to type one.
enum PathSearch {
    /// More names than a page shows are of no use.
    private static let most = 200

    static func completion(of typed: String) -> PathCompletion {
        let end = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
        let (folder, start) = (String(typed[..<end]), typed[end...])
        // `~` alone is a folder of which the end is missing.
        if typed == "~" { return PathCompletion(typed: typed, matches: ["~/"]) }
        let path = folder.isEmpty ? "." : (folder as NSString).expandingTildeInPath
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        // Hidden files are meant only by those who type their dot.
        let fitting = names.filter { $0.hasPrefix(start) && ($0.first != "." || start.first == ".") }
        let matches = fitting.sorted().prefix(most).map { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
            return folder + name + (isFolder.boolValue ? "/" : "")
        }
        return PathCompletion(typed: typed, matches: matches)
    }
}
