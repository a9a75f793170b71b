import Glibc

enum SystemError {
    /// The system's words for an error number, such as "No such file or directory".
    static func text(_ code: Int32) -> String {
        guard let words = strerror(code) else { return "error \(code)" }
        return String(cString: words)
    }
}
