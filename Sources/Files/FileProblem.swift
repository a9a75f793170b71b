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
}
