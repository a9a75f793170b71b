import GRDB

/// A staged extract whose items were compared with the book, as far as the differences are few: the last phase that
/// needs no lock.
struct ComparedExtract {
    let staged: StagedExtract
    /// nil where the differences are too many to be kept; they are then found again while they are written.
    let prepared: PreparedItems?

    /// - Parameter file: as for `StoredItems`.
    init(_ staged: StagedExtract, _ db: Database, file: String? = nil) throws {
        self.staged = staged
        prepared = try PreparedItems(db, staged, file: file)
    }
}
