import Files
import Foundation
import Receivables

/// Messages on their way out, a file each, readable by its owner alone.
///
/// A message waits next to the outbox until its entry is in the journal, and only then is put into it: a stop at any
/// moment leaves it written and recorded, or neither. `settle` finishes what a stop has interrupted.
struct Outbox {
    let path: String
    /// What the mail command took, or the user marked.
    private let sent: String
    /// What was handed to the mail command and has not come to an end: after a stop no one knows whether it was sent.
    private let handed: String
    private let waiting: String

    /// - Parameters:
    ///   - book: its path; ids of one book say nothing in another's journal.
    ///   - path: the folder, with messages of every book.
    init(book: String, path: String = Paths.stateFolder + "/outbox") throws {
        self.path = path
        sent = path + "/sent"
        handed = path + "/handed"
        waiting = path + "/waiting/" + Paths.name(of: book)
        try Paths.make(waiting)
        try Paths.make(sent)
        try Paths.make(handed)
    }

    /// Does something while no other program sends from this book: what it has put down is not another's to tidy up.
    func holding<Value>(_ work: () throws -> Value) throws -> Value {
        let lock = open(waiting + "/lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw failure() }
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 { guard errno == EINTR else { throw failure() } }
        return try work()
    }

    /// Puts a message down, on the disk itself, before its entry is recorded.
    func put(_ text: String, id: String) throws {
        try NewFile.write(text, to: waiting + "/" + name(id), replacing: true)
    }

    /// Into the outbox, once its entry is in the journal.
    ///
    /// - Returns: the file.
    @discardableResult
    func release(_ id: String) throws -> String {
        let file = file(of: id)
        guard rename(waiting + "/" + name(id), file) == 0 else { throw failure() }
        sync(path)
        return file
    }

    /// Gives up a message that was not recorded.
    func drop(_ id: String) { unlink(waiting + "/" + name(id)) }

    /// Finishes what a stop has interrupted: recorded messages go into the outbox, the others were never sent.
    func settle(recorded: ([String]) throws -> Set<String>) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: waiting)
        let ids = names.filter { $0.hasSuffix(".eml") }.map { String($0.dropLast(4)) }
        for name in names where NewFile.isDraft(name) { unlink(waiting + "/" + name) }
        guard !ids.isEmpty else { return }
        let known = try recorded(ids)
        for id in ids {
            if known.contains(id) { try release(id) } else { drop(id) }
        }
    }

    /// Ids of the messages that no one has sent, of every book whose messages are here.
    func unsent() -> [String] { ids(in: path) + ids(in: handed) }

    private func ids(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".eml") }.map { String($0.dropLast(4)) }
    }

    /// Whether a message was handed to the mail command, and no one knows what came of it.
    func isHanded(_ id: String) -> Bool { access(handed + "/" + name(id), F_OK) == 0 }

    /// Claims a message for the mail command: of several programs one gets it.
    ///
    /// - Returns: its file meanwhile; nil where it isn't in the outbox any more, or another has it.
    func handOver(_ id: String) -> String? {
        let file = handed + "/" + name(id)
        guard rename(path + "/" + name(id), file) == 0 else { return nil }
        sync(handed)
        sync(path)
        return file
    }

    /// Back into the outbox: the mail command did not take it.
    func giveBack(_ id: String) {
        guard rename(handed + "/" + name(id), path + "/" + name(id)) == 0 else { return }
        sync(path)
        sync(handed)
    }

    /// Puts a message with those that were sent; false where it isn't in the outbox any more.
    ///
    /// - Throws: where it is there and can't be moved.
    @discardableResult
    func markSent(_ id: String) throws -> Bool {
        guard rename(file(of: id), sent + "/" + name(id)) == 0 else {
            guard errno == ENOENT else { throw failure() }
            return false
        }
        sync(sent)
        sync(path)
        sync(handed)
        return true
    }

    /// Takes a message out again whose entry was taken back; false where it isn't there any more.
    func takeBack(_ id: String) -> Bool { unlink(path + "/" + name(id)) == 0 }

    func waitingFile(of id: String) -> String { waiting + "/" + name(id) }

    func file(of id: String) -> String { (isHanded(id) ? handed : path) + "/" + name(id) }

    private func name(_ id: String) -> String {
        // Ids are ours, but a file's name is no place to trust anything.
        id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } + ".eml"
    }

    /// The move has been made: where it can't be made to last, the next start finds it half way and goes on from there.
    private func sync(_ folder: String) { try? NewFile.sync(folderOf: folder + "/.") }

    private func failure() -> CommandFailure {
        CommandFailure(.readOrWriteFailed, MailSentences.cannotWriteOutbox(path, String(cString: strerror(errno))))
    }
}
