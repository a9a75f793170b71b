import GRDB
import Receivables

/// Carries out entries that give an account another payer, and takes them back.
struct Payers {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// - Returns: the payers that an entry touches besides its own, whose projections have to be folded again.
    func follow(_ entry: Entry) throws -> Set<Int64> {
        switch entry.act {
        case .payer(let change):
            guard let payer = entry.payer else { return [] }
            return try join(change, payer)
        case .undo:
            guard let target = entry.undoes else { return [] }
            return try takeBack(target)
        default: return []
        }
    }

    private func join(_ change: PayerChange, _ payer: AccountNumber) throws -> Set<Int64> {
        let new = try AccountTable.payer(of: payer, db)
        let old = try AccountTable.payer(of: change.account, db)
        func refuse(_ why: String) -> BookError { .cannotMerge(change.account, into: payer, why: why) }
        if new.account == old.account { throw refuse("they are one account") }
        if new.account != new.payer {
            throw refuse("\(payer) is itself paid for by \(try AccountTable.number(of: new.payer, db)). Name that one")
        }
        if old.payer == new.account { throw refuse("it is already") }
        let paidFor = try String.fetchAll(
            db, sql: "SELECT number FROM account WHERE payer = ?1 AND id <> ?1 ORDER BY number LIMIT 5",
            arguments: [old.account])
        if !paidFor.isEmpty {
            throw refuse("\(change.account) pays for \(paidFor.joined(separator: ", ")). Give those their payer first")
        }
        try set(old.account, to: new.account)
        return [old.payer, new.account]
    }

    private func takeBack(_ target: Int64) throws -> Set<Int64> {
        let row = try RawStatement(db, "SELECT body, kind, payer FROM entry WHERE seq = ?")
        row.bind(1, target)
        guard try row.step() else { return [] }
        defer { row.rewind() }
        switch try Act.decoded(row.text(0), in: "entry", row: "\(target)") {
        case .payer(let change):
            let account = try AccountTable.payer(of: change.account, db)
            // Somebody, or the ERP, has given it yet another payer since: that stands.
            guard account.payer == row.int(2) else { return [] }
            let before = try AccountTable.payer(of: change.before, db)
            // Who paid for it then may be paid for by another by now.
            let payer = before.account == account.account ? before.account : before.payer
            try set(account.account, to: payer)
            return [account.payer, payer]
        case .undo:
            let undone = try RawStatement(
                db,
                """
                SELECT 1 FROM entry JOIN entry AS undone ON undone.seq = entry.undoes WHERE entry.seq = ? AND \
                undone.kind = 'payer'
                """
            )
            undone.bind(1, target)
            defer { undone.rewind() }
            if try undone.step() {
                throw BookError.cannotUndo(target, why: "give the account its payer again with `duly merge`")
            }
            return []
        default: return []
        }
    }

    /// Next to what the ERP says, which is kept so that it is noticed when it changes.
    private func set(_ account: Int64, to payer: Int64) throws {
        try db.execute(
            sql: "UPDATE account SET erp_payer = COALESCE(erp_payer, payer), payer = ?2 WHERE id = ?1",
            arguments: [account, payer])
    }
}
