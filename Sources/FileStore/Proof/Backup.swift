import Foundation
import GRDB
import Receivables

extension FileBook {
    /// Writes a copy of the book as it is now, and checks it.
    ///
    /// - Throws: `BookError.alreadyExists`, `.cannotCreate`, `.diskFull`, `.damaged` where the copy is not sound.
    public func backup(to target: String) throws {
        try FileBook.createFile(target)
        do {
            try translatingErrors(at: target) {
                let copy = try DatabaseQueue(path: target)
                try queue.backup(to: copy)
                let answer = try copy.read { db in try String.fetchAll(db, sql: "PRAGMA quick_check(1)") }
                try copy.close()
                guard answer == ["ok"] else {
                    throw BookError.damaged(path: target, why: "the copy is not sound: \(answer.joined(separator: ", "))")
                }
            }
        } catch {
            for file in FileBook.files(of: target) { unlink(file) }
            throw error
        }
    }

    /// The morning's backup: one for the day in `backups` beside the book, once; those of the last 7 days and the
    /// newest of each of the last 4 weeks stay, at most 2 GB beside the newest.
    ///
    /// - Returns: the file written, or nil where the day has one already.
    public func rotateBackups(on day: Day) throws -> String? {
        let folder = (path as NSString).deletingLastPathComponent + "/backups"
        let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw BookError.cannotCreate(path: folder, why: String(cString: strerror(errno)))
        }
        let target = "\(folder)/\(name)-\(day.iso).duly"
        guard access(target, F_OK) != 0 else { return nil }
        try backup(to: target)
        let kept = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for file in BackupRotation(name: name, today: day, files: kept, folder: folder).toRemove {
            unlink(folder + "/" + file)
        }
        return target
    }

    static func mode(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode : nil
    }
}

/// Which backups are too many.
struct BackupRotation {
    private static let most: Int64 = 2_000_000_000
    let toRemove: [String]

    /// - Parameter files: names in the backup folder; others than this book's backups are left alone.
    init(name: String, today: Day, files: [String], folder: String) {
        let backups = files.compactMap { file -> (file: String, day: Day)? in
            guard file.hasPrefix(name + "-"), file.hasSuffix(".duly"),
                let day = Day(iso: file.dropFirst(name.utf8.count + 1).dropLast(5))
            else { return nil }
            return (file, day)
        }.sorted { $0.day > $1.day }
        var weeks: Set<Int> = []
        var size: Int64 = 0
        var remove: [String] = []
        for (place, backup) in backups.enumerated() {
            let age = backup.day.distance(to: today)
            let isNewestOfWeek = weeks.insert(age / 7).inserted
            var stays = age < 7 || (age < 35 && isNewestOfWeek)
            if place > 0 {
                size += BackupRotation.size(of: folder + "/" + backup.file)
                stays = stays && size <= BackupRotation.most
            }
            if !stays { remove.append(backup.file) }
        }
        toRemove = remove
    }

    private static func size(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }
}
