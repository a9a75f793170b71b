import GRDB
import Receivables

/// Items that a full extract names in rows that can't be used: they are in the file, whatever it says of them, so
/// no one may take them for paid.
struct HeldItems {
    private struct Key: Hashable {
        let account: Int64
        let company: String
        let number: String
    }

    private var items: Set<Key> = []
    /// Of which a row can't be used that doesn't say which item it is about.
    private var accounts: Set<Int64> = []
    /// A row doesn't even say whose item it is about.
    private var isEverything = false

    /// - Parameter isForced: a row without an account then holds nothing; one with an account still does.
    init(staged db: Database, isForced: Bool) throws {
        let rows = try RawStatement(
            db,
            """
            SELECT held.account IS NULL, account.id, held.company, held.number
            FROM temp.staged_held AS held LEFT JOIN account ON account.number = held.account
            """)
        while try rows.step() {
            if rows.int(0) != 0 {
                isEverything = !isForced
            } else if let account = rows.optionalInt(1) {
                if let number = rows.optionalText(3) {
                    items.insert(Key(account: account, company: rows.text(2), number: number))
                } else {
                    accounts.insert(account)
                }
            }
        }
    }

    func hold(_ item: ItemRecord) -> Bool {
        if isEverything { return true }
        guard !items.isEmpty || !accounts.isEmpty else { return false }
        return accounts.contains(item.account)
            || items.contains(
                Key(
                    account: item.account, company: String(decoding: item.company, as: UTF8.self),
                    number: String(decoding: item.number, as: UTF8.self)))
    }
}
