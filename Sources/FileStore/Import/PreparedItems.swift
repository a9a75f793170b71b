import GRDB
import Receivables

/// The differences between the staged items and the book, worked out beforehand where they are few.
struct PreparedItems {
    var changes: [ItemMerge.Change]
    var tally: ItemMerge.Tally

    /// More than so many are not kept in memory but found again while they are applied.
    private static let most = 100_000

    private struct TooMany: Error {}

    /// nil where there are too many, or where nearly everything is bound to be new.
    ///
    /// - Parameter file: as for `StoredItems`.
    init?(_ db: Database, _ staged: StagedExtract, file: String? = nil) throws {
        let (extract, items) = (staged.extract, staged.items)
        let isNewBook = try Int.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM item)")) == 0
        guard !(isNewBook && items.count > PreparedItems.most) else { return nil }
        guard items.count > 0 || extract.isFull else {
            changes = []
            tally = ItemMerge.Tally()
            return
        }
        let merge = ItemMerge(db: db, extract: extract, items: items, rules: try FileBook.rules(db), file: file)
        var changes: [ItemMerge.Change] = []
        do {
            tally = try merge.run { change in
                guard changes.count < PreparedItems.most else { throw TooMany() }
                if case .new(let item) = change { changes.append(.new(item.kept)) } else { changes.append(change) }
            }
        } catch is TooMany {
            return nil
        }
        self.changes = changes
    }
}
