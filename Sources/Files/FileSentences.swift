import Glibc

// What this module says to users: what could not be done with a file, and why.
extension FileProblem {
    /// How a file without a name is called.
    static let temporaryFile = "A temporary file"

    /// What could not be done, and why, as the user reads it.
    public var sentence: String { "\(path) can't be \(verb): \(reason)." }

    /// The reason alone: `the disk is full`.
    public var reason: String {
        switch code {
        case ELOOP where step == .reading: "it is a link"
        case EACCES where step == .reading: "it may not be read"
        case ENOENT where step == .reading: "there is no such file"
        case ENOTSUP where step == .reading: "it is not an ordinary file"
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

    private var verb: String {
        switch step {
        case .creating: "created"
        case .writing: "written"
        case .reading: "read"
        }
    }
}
