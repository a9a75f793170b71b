import Foundation
import Receivables

/// Which backups are too many.
struct BackupRotation {
    private static let most: Int64 = 2_000_000_000
    /// So many of the newest stay, and behind them the newest sound one of so many weeks.
    private static let days = 7
    private static let weeks = 4

    /// Weeks begin on Mondays; day 0 was a Thursday.
    private static func week(of day: Day) -> Int { Int(((Double(day.number) + 3) / 7).rounded(.down)) }
    private(set) var toRemove: [String] = []

    private struct Backup {
        var file: String
        var day: Day
    }

    /// - Parameters:
    ///   - files: names in the backup folder; others than this book's backups are left alone.
    ///   - isSound: whether a file is a whole backup. It is only asked where others would go for its sake.
    init(name: String, files: [String], folder: String, isSound: (String) -> Bool) {
        let backups = files.compactMap { file -> Backup? in
            guard file.hasPrefix(name + "-"), file.hasSuffix(".duly"),
                let day = Day(iso: file.dropFirst(name.utf8.count + 1).dropLast(5))
            else { return nil }
            return Backup(file: file, day: day)
        }.sorted { $0.day > $1.day }
        // Counted, and not by today's date: a clock that is wrong for a day must not cost them all.
        var staying = Array(backups.prefix(BackupRotation.days))
        let older = Dictionary(grouping: backups.dropFirst(BackupRotation.days)) { BackupRotation.week(of: $0.day) }
        for (nth, (_, all)) in older.sorted(by: { $0.key > $1.key }).enumerated() {
            guard nth < BackupRotation.weeks else {
                toRemove += all.map(\.file)
                continue
            }
            // Where none is sound, none goes for another's sake.
            let kept = all.count == 1 ? all.first : all.first { isSound(folder + "/" + $0.file) }
            staying += kept.map { [$0] } ?? all
            if let kept { toRemove += all.filter { $0.file != kept.file }.map(\.file) }
        }
        var size: Int64 = 0
        for backup in staying.dropFirst() {
            size += BackupRotation.size(of: folder + "/" + backup.file)
            if size > BackupRotation.most { toRemove.append(backup.file) }
        }
    }

    private static func size(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }
}
