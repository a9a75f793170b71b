import Glibc

/// A file that is written whole or not at all. Every file that Duly writes goes through here.
///
/// It is created under a name that no one can have planted a link under, is readable by its owner alone from the
/// first byte, and is on the disk itself before it gets its name. What stands under the name is never written into: a
/// link there is not followed, but refused or replaced.
public final class NewFile {
    /// Who else may read it.
    public enum Readers: Sendable {
        /// No one, wherever it is.
        case none
        /// In a folder that a group shares, the group, as the umask allows; elsewhere no one. Never all others.
        case sharersOfTheFolder
    }

    /// Where it goes.
    public let path: String
    private let replaces: Bool
    private let draft: String
    private var descriptor: Int32

    /// Creates it, under another name until `commit`.
    ///
    /// - Parameters:
    ///   - path: the place that the file gets when it is whole.
    ///   - replacing: whether a file of that name gives way; by default it is refused.
    ///   - readers: who else may read it.
    /// - Throws: `FileProblem`.
    public init(_ path: String, replacing: Bool = false, readers: Readers = .none) throws(FileProblem) {
        self.path = path
        replaces = replacing
        draft = path + NewFile.mark + "\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        descriptor = -1
        guard replacing || !NewFile.isTaken(path) else { throw problem(.creating, EEXIST) }
        NewFile.clearAway(of: path)
        let isShared = readers == .sharersOfTheFolder && NewFile.isShared(NewFile.folder(of: path))
        descriptor = try NewFile.create(draft, for: path, mode: isShared ? 0o660 : 0o600)
    }

    deinit { discard() }

    /// Creates an empty file that must not exist yet, not even as a link; what is made of it is the caller's.
    ///
    /// - Parameters:
    ///   - path: the file's path.
    ///   - place: which file an error speaks of.
    ///   - mode: its permissions, less the umask.
    /// - Returns: a descriptor to write to and read from, which no other program inherits.
    public static func create(
        _ path: String, for place: String? = nil, mode: mode_t = 0o600
    ) throws(FileProblem) -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileProblem(path: place ?? path, step: .creating, code: errno) }
        return descriptor
    }

    /// Writes a whole file.
    public static func write(
        _ text: String, to path: String, replacing: Bool = false, readers: Readers = .none
    ) throws(FileProblem) {
        let file = try NewFile(path, replacing: replacing, readers: readers)
        try file.write(text)
        try file.commit()
    }

    /// Appends text.
    public func write(_ text: String) throws(FileProblem) {
        let bytes = Array(text.utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done)
            }
            guard count > 0 || (count < 0 && errno == EINTR) else {
                throw problem(.writing, count < 0 ? errno : ENOSPC)
            }
            done += max(0, count)
        }
    }

    /// Brings it to the disk, and gives it its name.
    ///
    /// - Parameter old: where the earlier file goes, if there is one and it holds something else; nil to give it up.
    /// - Throws: `FileProblem`; where the name can't be given, what stood there still does.
    public func commit(keepingOldAs old: String? = nil) throws(FileProblem) {
        guard Glibc.fsync(descriptor) == 0 || NewFile.knowsNoSync(errno) else { throw problem(.writing, errno) }
        let kept = NewFile.isTaken(path) && !holdsTheSame() ? old : nil
        let closed = close(descriptor)
        descriptor = -1
        guard closed == 0 || errno == EINTR else { throw failed() }
        if let kept, !keep(as: kept) { throw failed() }
        guard replaces ? rename(draft, path) == 0 : takesItsName() else { throw failed() }
        try NewFile.sync(folderOf: path)
    }

    /// Gives it up. Harmless after `commit`.
    public func discard() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
        unlink(draft)
    }

    /// A second name, which no other file can have had before; where the file system knows none, its only one.
    private func takesItsName() -> Bool {
        if link(draft, path) == 0 {
            unlink(draft)
            return true
        }
        guard errno != EEXIST, !NewFile.isTaken(path) else {
            errno = EEXIST
            return false
        }
        return rename(draft, path) == 0
    }

    /// Gives the earlier file a second name, so that one of the two has the first name at every moment.
    private func keep(as old: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            errno = EISDIR
            return false
        }
        let second = draft + "~"
        guard link(path, second) == 0 else { return rename(path, old) == 0 }
        let isKept = rename(second, old) == 0
        let code = errno
        unlink(second)
        errno = code
        return isKept
    }

    /// Whether the file that has the name holds what this one does. A link holds something else.
    private func holdsTheSame() -> Bool {
        let other = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard other >= 0 else { return false }
        defer { close(other) }
        var (mine, theirs) = (stat(), stat())
        guard fstat(descriptor, &mine) == 0, fstat(other, &theirs) == 0, theirs.st_mode & S_IFMT == S_IFREG,
            mine.st_size == theirs.st_size
        else { return false }
        var (left, right) = ([UInt8](repeating: 0, count: 64 << 10), [UInt8](repeating: 0, count: 64 << 10))
        var place: off_t = 0
        while place < mine.st_size {
            let count = pread(descriptor, &left, left.count, place)
            guard count > 0, pread(other, &right, count, place) == count, left[..<count] == right[..<count] else {
                return false
            }
            place += off_t(count)
        }
        return true
    }

    private func failed() -> FileProblem {
        let code = errno
        unlink(draft)
        return problem(code == EEXIST ? .creating : .writing, code)
    }

    private func problem(_ step: FileProblem.Step, _ code: Int32) -> FileProblem {
        FileProblem(path: path, step: step, code: code)
    }

    // MARK: Names and folders

    /// Between a file's name and who is at work on it.
    private static let mark = ".new-"

    /// Also by a link that leads nowhere.
    public static func isTaken(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Whether there is plainly no such file: neither it nor a folder above it is a link that leads nowhere, or no
    /// folder.
    public static func mayBeMissing(_ path: String) -> Bool {
        guard !isTaken(path) else { return false }
        var folder = folder(of: path)
        while true {
            var status = stat()
            if stat(folder, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
            guard !isTaken(folder), folder != "/", folder != "." else { return false }
            folder = NewFile.folder(of: folder)
        }
    }

    /// Whether a name is that of a file on its way.
    public static func isDraft(_ name: String) -> Bool { process(of: name) != nil }

    /// Makes the names in a folder outlast a loss of power.
    public static func sync(folderOf path: String) throws(FileProblem) {
        let folder = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // One that may be written to and not read can't be told to.
        guard folder >= 0 else { return }
        defer { close(folder) }
        guard fsync(folder) == 0 || knowsNoSync(errno) else {
            throw FileProblem(path: path, step: .writing, code: errno)
        }
    }

    /// The folder of a file; a bare name is one of the current folder.
    public static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func knowsNoSync(_ code: Int32) -> Bool { code == EINVAL || code == ENOSYS || code == EOPNOTSUPP }

    /// A group may write there and others may not.
    private static func isShared(_ folder: String) -> Bool {
        var status = stat()
        return stat(folder, &status) == 0 && status.st_mode & S_IWGRP != 0 && status.st_mode & S_IWOTH == 0
    }

    /// Removes what programs left in a folder that were killed while they wrote.
    public static func clearAway(in folder: String) { clearAway(of: folder + "/", any: true) }

    /// Removes what programs left that were killed while they wrote this file.
    private static func clearAway(of path: String, any: Bool = false) {
        guard let listing = opendir(folder(of: path)) else { return }
        defer { closedir(listing) }
        let place = path.utf8.lastIndex(of: 0x2F).map { String(path[...$0]) } ?? ""
        let prefix = any ? "" : path.dropFirst(place.count) + mark
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard prefix.isEmpty || name.hasPrefix(prefix), let process = process(of: name),
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink(place + name)
        }
    }

    private static func process(of name: String) -> pid_t? {
        guard let place = name.lastRange(of: mark) else { return nil }
        let parts = name[place.upperBound...].split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, UInt32(parts[1]) != nil, let process = pid_t(parts[0]), process > 0 else { return nil }
        return process
    }
}

extension String {
    fileprivate func lastRange(of text: String) -> Range<String.Index>? {
        var place = endIndex
        while place > startIndex {
            place = index(before: place)
            if self[place...].hasPrefix(text) { return place..<index(place, offsetBy: text.count) }
        }
        return nil
    }
}
