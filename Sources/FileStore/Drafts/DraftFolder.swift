import Files
import Foundation
import Receivables

/// The drafts on disk: a file for each call in progress, readable by its owner alone (ARCHITECTURE.md §3.6).
///
/// A draft is written to a temporary file, synced and renamed, so that a stop at any moment leaves either the old draft
/// or the new one.
public struct DraftFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// - Throws: `BookError.cannotCreate` where the folder can't be made.
    public init(_ path: String) throws {
        self.path = path
        do {
            try Folder.make(path)
        } catch {
            throw BookError.cannotCreate(path: error.path, why: error.reason)
        }
        NewFile.clearAway(in: path)
    }

    /// Writes a draft; it is on the disk when this returns.
    ///
    /// - Throws: `BookError.failed` or `.diskFull`; the draft as it was before is still there.
    public func save(_ draft: Draft) throws {
        do {
            try NewFile.write(try Draft.encoded(draft), to: file(draft.id), replacing: true)
        } catch let problem as FileProblem {
            throw problem.isDiskFull ? BookError.diskFull(path: path) : .failed(path: path, why: problem.reason)
        }
    }

    /// Deletes a draft; without such a file nothing happens.
    public func delete(_ id: String) { unlink(file(id)) }

    /// What the folder holds.
    public struct Contents: Sendable {
        /// Oldest first.
        public var drafts: [Draft] = []
        /// By name. They are left where they are.
        public var unreadable: [UnreadableDraft] = []

        /// Creates the contents of an empty folder.
        public init() {}
    }

    /// Every draft, and every file that should be one and can't be read.
    public func contents() -> Contents {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        var found: [(Date, Draft)] = []
        var contents = Contents()
        for name in names.sorted() where name.hasSuffix(".json") {
            let file = path + "/" + name
            do {
                let draft = try DraftFolder.read(file)
                let changed = (try? FileManager.default.attributesOfItem(atPath: file))?[.modificationDate] as? Date
                found.append((changed ?? .distantPast, draft))
            } catch {
                contents.unreadable.append(error)
            }
        }
        contents.drafts = found.sorted { $0.0 < $1.0 }.map(\.1)
        return contents
    }

    /// A note of any length, and what belongs to it.
    private static let largest = 256 << 20
    /// What is shown of one that can't be read.
    private static let shown = 1 << 20

    private static func read(_ file: String) throws(UnreadableDraft) -> Draft {
        let bytes: [UInt8]
        do {
            bytes = try FileReading.bytes(of: file, most: largest, followsLinks: false)
        } catch {
            throw UnreadableDraft(file: file, reason: error.reason, text: "")
        }
        func unreadable(_ reason: String) -> UnreadableDraft {
            UnreadableDraft(file: file, reason: reason, text: String(decoding: bytes.prefix(shown), as: UTF8.self))
        }
        if bytes.isEmpty { throw unreadable("it is empty") }
        let text: String
        do {
            text = try FileReading.text(bytes)
        } catch {
            throw unreadable("line \(error.line), column \(error.column) is not UTF-8 text")
        }
        guard let draft = try? Draft.decoded(text) else {
            throw unreadable("it is not a draft, or a part of it is missing")
        }
        if let damage = draft.damage { throw unreadable(damage) }
        // Saved or deleted, it would be another file.
        guard (file as NSString).lastPathComponent == fileName(draft.id) else {
            throw unreadable("its name is not that of the draft in it")
        }
        return draft
    }

    /// Where a draft is, or would be.
    public func file(_ id: String) -> String { path + "/" + DraftFolder.fileName(id) }

    private static func fileName(_ id: String) -> String {
        // Ids are ours, but a file's name is no place to trust anything.
        id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } + ".json"
    }
}

extension UnreadableDraft: Error {}
