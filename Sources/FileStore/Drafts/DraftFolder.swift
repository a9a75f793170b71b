import Foundation
import Receivables

/// The drafts on disk: a file for each call in progress, readable by its owner alone (DESIGN.md §3).
///
/// A draft is written whole beside its file and moved into place, so that a stop at any moment leaves the one
/// before or the one after.
public struct DraftFolder: Sendable {
    public let path: String

    /// - Throws: `BookError.cannotCreate` where the folder can't be made.
    public init(_ path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw BookError.cannotCreate(path: path, why: error.localizedDescription)
        }
    }

    /// Writes a draft; the system has it when this returns, the disk after `sync`.
    ///
    /// - Throws: `BookError.failed` or `.diskFull`; the draft as it was before is still there.
    public func save(_ draft: Draft) throws {
        let text = try Draft.encoded(draft)
        let fresh = file(draft.id) + ".new"
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw failure() }
            bytes = bytes.dropFirst(count)
        }
        guard rename(fresh, file(draft.id)) == 0 else { throw failure() }
    }

    /// Brings what was saved to the disk itself.
    public func sync(_ id: String) {
        for path in [file(id), path] {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            fsync(descriptor)
            close(descriptor)
        }
    }

    public func delete(_ id: String) { unlink(file(id)) }

    /// Every draft that can be read, oldest first. One that can't is left where it is.
    public func all() -> [Draft] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let found = names.filter { $0.hasSuffix(".json") }.compactMap { name -> (Date, Draft)? in
            let file = path + "/" + name
            guard let data = FileManager.default.contents(atPath: file),
                let draft = try? Draft.decoded(String(decoding: data, as: UTF8.self))
            else { return nil }
            let changed = (try? FileManager.default.attributesOfItem(atPath: file))?[.modificationDate] as? Date
            return (changed ?? .distantPast, draft)
        }
        return found.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func file(_ id: String) -> String {
        // Ids are ours, but a file's name is no place to trust anything.
        path + "/" + id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } + ".json"
    }

    private func failure() -> BookError {
        errno == ENOSPC ? .diskFull(path: path) : .failed(path: path, why: String(cString: strerror(errno)))
    }
}
