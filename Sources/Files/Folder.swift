import Glibc

/// Folders of ours.
public enum Folder {
    /// Makes a folder and those above it, for its owner alone, where they are missing.
    ///
    /// - Throws: `FileProblem` that names the first folder of the path that can't be had.
    public static func make(_ path: String) throws(FileProblem) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made == "/" ? "" : "/") + part
            guard mkdir(made, 0o700) != 0 else { continue }
            let code = errno
            var status = stat()
            guard stat(made, &status) == 0 else { throw FileProblem(path: made, step: .creating, code: code) }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw FileProblem(path: made, step: .creating, code: ENOTDIR)
            }
        }
    }
}
