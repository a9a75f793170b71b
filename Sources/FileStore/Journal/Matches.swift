import GRDB
import Receivables

/// Carries out entries that match unapplied cash with items, and takes them back.
struct Matches {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func follow(_ entry: Entry) throws {
        switch entry.act {
        case .matched(let matches): try apply(matches, entry)
        case .undo: if let target = entry.undoes { try takeBack(target) }
        default: break
        }
    }

    private func apply(_ matches: [CashMatch], _ entry: Entry) throws {
        let settlements = try SettlementTable(db, seen: entry.seq)
        let cash = try CashTable(db, seen: entry.seq)
        for match in matches {
            let (account, key, open) = try item(of: match)
            let available = try unapplied(match, account)
            guard match.amount.minor > 0, match.amount.minor <= open, match.amount.minor <= available else {
                throw BookError.cannotMatch(
                    match.item, why: "there is no longer so much open, or so much cash. Look again with `duly match`")
            }
            try settlements.add(
                Settlement(
                    day: entry.day, kind: .matching, isStated: true, amount: match.amount.minor,
                    reference: match.reference),
                to: key)
            try set(open - match.amount.minor, key, on: entry.day)
            try cash.add(
                match.amount.negated, to: account, day: entry.day, reference: match.reference, isListed: .matched)
        }
        if try BookMetadata.day(.lastSettlement, db).map({ $0 < entry.day }) ?? true {
            try BookMetadata.set(.lastSettlement, entry.day, db)
        }
    }

    private func takeBack(_ target: Int64) throws {
        let row = try RawStatement(db, "SELECT body, day FROM entry WHERE seq = ?")
        row.bind(1, target)
        guard try row.step() else { return }
        let (act, day) = (try Act.decoded(row.text(0), in: "entry", row: "\(target)"), row.day(1))
        row.rewind()
        guard case .matched(let matches) = act else { return }
        let settlements = try SettlementTable(db, seen: target)
        let cash = try CashTable(db, seen: target)
        for match in matches {
            let (account, key, open) = try item(of: match)
            let ours = try settlements.all(of: key).first {
                $0.seen == target && $0.settlement.kind == .matching && $0.settlement.reference == match.reference
                    && $0.settlement.amount >= match.amount.minor
            }
            guard let ours else {
                throw BookError.cannotUndo(target, why: "an extract has said otherwise about \(match.item) since")
            }
            try settlements.lower(ours, by: match.amount.minor, of: key)
            try set(open + match.amount.minor, key, on: day)
            try cash.add(match.amount, to: account, day: day, reference: match.reference, isListed: .matched)
        }
    }

    private func item(of match: CashMatch) throws -> (account: Int64, SettlementTable.Key, open: Int64) {
        let account = try AccountTable.payer(of: match.account, db).account
        let row = try RawStatement(
            db, "SELECT open, currency FROM item WHERE account = ? AND company = ? AND number = ?")
        try row.bindAll(account, match.company, match.item)
        guard try row.step(), try row.currency(1) == match.amount.currency else {
            throw BookError.cannotMatch(
                match.item, why: "\(match.account) has no such item in \(match.amount.currency)")
        }
        defer { row.rewind() }
        return (account, SettlementTable.Key(account: account, company: match.company, number: match.item), row.int(0))
    }

    private func set(_ open: Int64, _ key: SettlementTable.Key, on day: Day) throws {
        try db.execute(
            sql: "UPDATE item SET open = ?4, closed = ?5 WHERE account = ?1 AND company = ?2 AND number = ?3",
            arguments: [key.account, key.company, key.number, open, open == 0 ? Int64(day.number) : nil])
    }

    private func unapplied(_ match: CashMatch, _ account: Int64) throws -> Int64 {
        try Int64.fetchOne(
            db,
            sql: "SELECT SUM(amount) FROM cash WHERE account = ? AND currency = ? AND reference = ? AND listed <> 1",
            arguments: [account, match.amount.currency.code, match.reference]) ?? 0
    }
}

extension FileBook {
    /// Cash from payments files that no item has taken, by account; of all accounts, or of one's payer's family. What
    /// an extract lists as on account is the ERP's to match.
    public func unapplied(of account: AccountNumber? = nil) throws -> [(account: AccountNumber, cash: [UnappliedCash])]
    {
        try translatingErrors(at: path) {
            try reading { db in
                let payer = try account.map { try AccountTable.payer(of: $0, db).payer }
                let rows = try RawStatement(
                    db,
                    """
                    SELECT account.number, MIN(day), cash.currency, SUM(amount), reference
                    FROM cash JOIN account ON account.id = cash.account
                    WHERE listed <> 1 AND (?1 IS NULL OR account.payer = ?1)
                    GROUP BY cash.account, cash.currency, reference HAVING SUM(amount) > 0
                    ORDER BY account.number, MIN(day)
                    """)
                rows.bind(1, payer)
                var found: [(account: AccountNumber, cash: [UnappliedCash])] = []
                while try rows.step() {
                    let number = AccountNumber(rows.text(0))
                    let cash = UnappliedCash(
                        day: rows.day(1), amount: Money(minor: rows.int(3), try rows.currency(2)),
                        reference: rows.text(4))
                    if found.last?.account != number { found.append((number, [])) }
                    found[found.count - 1].cash.append(cash)
                }
                return found
            }
        }
    }
}
