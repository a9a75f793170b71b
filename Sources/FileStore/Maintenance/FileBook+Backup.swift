import Files
import Foundation
import GRDB
import Receivables

extension FileBook {
    /// Writes a copy of the book as it is now, and checks it. The copy has its name only once it is whole, sound and on
    /// the disk.
    ///
    /// - Throws: `BookError.alreadyExists`, `.cannotCreate`, `.diskFull`, `.damaged` where the copy is not sound.
    public func backup(to target: String) throws { try backup(to: target, replacing: false) }

    /// - Parameter replacing: whether a file that stands there goes once the copy is whole.
    private func backup(to target: String, replacing: Bool) throws {
        let making = FileInMaking(target)
        try making.create(replacing: replacing)
        defer { making.remove() }
        try SoundCopy.write(queue, at: path, to: making)
        try making.settle(replacing: replacing)
    }

    /// The morning's backup: one for the day in `backups` next to the book, once. The 7 newest stay, and the newest
    /// sound one of each of the 4 weeks before them; at most 2 GB besides the newest.
    ///
    /// - Returns: the file written, or nil where the day has a sound one already.
    public func rotateBackups(on day: Day) throws -> String? {
        let folder = backupFolder
        do {
            try Folder.make(folder)
        } catch {
            throw BookError.cannotCreate(path: error.path, why: error.reason)
        }
        FileInMaking.clearAway(in: folder, beginning: backupName + "-")
        FileInMaking.clearAwayDrafts(of: path)
        let target = "\(folder)/\(backupName)-\(day.iso).duly"
        if access(target, F_OK) == 0 {
            let isSound = SoundCopy.isSound(target)
            let id = try reading { db in try BookMetadata.get(.id, db) }
            if isSound, SoundCopy.id(of: target) == id { return nil }
            // The backup of another book of this name may be the last of it, and what is no book belongs to someone.
            // Half a backup helps no one.
            if isSound || !SoundCopy.isPartOfBook(target) { rename(target, target + "~") }
        }
        try backup(to: target, replacing: true)
        let kept = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let rotation = BackupRotation(name: backupName, files: kept, folder: folder, isSound: SoundCopy.isSound)
        for file in rotation.toRemove { unlink(folder + "/" + file) }
        return target
    }

    /// Where the morning's backups are.
    var backupFolder: String {
        let folder = NewFile.folder(of: path)
        return folder == "." ? "backups" : (folder as NSString).appendingPathComponent("backups")
    }

    /// What their names begin with.
    ///
    /// Two books next to each other must not have the same: only the usual ending is left out.
    var backupName: String {
        let name = (path as NSString).lastPathComponent
        return name.hasSuffix(".duly") ? String(name.dropLast(5)) : name
    }

    static func mode(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode : nil
    }
}
