import Foundation

/// What one reading of a file saw: another reading has to see the same, or what was learnt by the first doesn't hold.
struct FileContents: Sendable, Hashable {
    /// On disk, in bytes.
    let size: Int
    /// When it was last written to, in nanoseconds.
    let modified: Int64
    /// SHA-256 in hexadecimal, of what it holds when unpacked.
    let hash: String

    static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
