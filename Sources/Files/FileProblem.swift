import Glibc

/// Why a file could not be written: which one, at which step, and the system's reason.
public struct FileProblem: Error, Hashable, Sendable {
    /// What was being done with the file.
    public enum Step: Hashable, Sendable {
        /// Nothing of it is there.
        case creating
        /// Nothing of it stands under its name; what stood there before still does.
        case writing
        case reading
    }

    /// The file that it is about.
    public var path: String
    /// What was being done.
    public var step: Step
    /// The system's error number.
    public var code: Int32

    /// Creates a problem; a number of 0 counts as an input/output error.
    public init(path: String, step: Step, code: Int32) {
        self.path = path
        self.step = step
        // A call that moved no byte leaves no number: "Success" is no reason.
        self.code = code == 0 ? EIO : code
    }

    /// There is no file of that name.
    public var isMissing: Bool { step == .reading && (code == ENOENT || code == ENOTDIR) }

    /// Whether the disk, or the user's share of it, is full.
    public var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }

    /// The reason alone: `the disk is full`.
    public var reason: String {
        switch code {
        case ELOOP where step == .reading: "it is a link"
        case EACCES where step == .reading: "it may not be read"
        case ENOENT where step == .reading: "there is no such file"
        case ENOTSUP where step == .reading: "it is no ordinary file"
        case EFBIG where step == .reading: "it is too large"
        case EEXIST: "there is a file of that name already, and it is not overwritten"
        case EACCES, EPERM: "the folder may not be written"
        case EROFS: "the disk is read-only"
        case ENOENT: "there is no folder \(NewFile.folder(of: path))"
        case ENOTDIR: "\(NewFile.folder(of: path)) is not a folder"
        case EISDIR: "it is a folder"
        case ENOSPC, EDQUOT: "the disk is full"
        case EFBIG: "it is larger than a file may be here"
        default: String(cString: strerror(code))
        }
    }

    /// What could not be done, and why, as the user reads it.
    public var sentence: String { "\(path) can't be \(verb): \(reason)." }

    private var verb: String {
        switch step {
        case .creating: "created"
        case .writing: "written"
        case .reading: "read"
        }
    }
}
