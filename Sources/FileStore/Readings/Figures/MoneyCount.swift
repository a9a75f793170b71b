import GRDB
import Receivables

/// Counts items, cash and promises of some accounts.
struct MoneyCount: Sendable {
    let query: FiguresQuery
    let rules: Rules
    let accounts: FigureAccounts
    let imports: ImportsSeen
    let rates: DatedRates
    let contacts: [Int64: [AfterContact.Contact]]
    let asOf: AsOf
    /// Payers with promises that were made, or fell due, in the periods.
    let promisers: [Int64]

    struct Counted: Sendable {
        var ledger: LedgerCount
        var promises: PromiseCount
    }

    /// Payers whose promises may count for the periods, by id.
    static func promisers(_ db: Database, _ query: FiguresQuery, _ asOf: AsOf) throws -> [Int64] {
        guard let first = query.periods.map(\.from).min(), let last = query.periods.map(\.to).max() else { return [] }
        let rows = try RawStatement(
            db,
            """
            SELECT DISTINCT payer FROM promise WHERE day BETWEEN ?1 AND ?3 OR made BETWEEN ?2 AND ?3
            """)
        // Windows are some business days long; holidays may make them longer.
        try rows.bindAll(first.advanced(by: -60), first, last)
        var payers = asOf.payersWithLaterEntries
        while try rows.step() { payers.insert(rows.int(0)) }
        return payers.sorted()
    }

    func count(_ db: Database, among ids: ClosedRange<Int64>) throws -> Counted {
        var ledger = LedgerCount(query.periods, rates: rates, rows: query.rows)
        try countItems(db, ids, &ledger)
        try countCash(db, ids, &ledger)
        return Counted(ledger: ledger, promises: try countPromises(db, ids))
    }

    private func countItems(_ db: Database, _ ids: ClosedRange<Int64>, _ ledger: inout LedgerCount) throws {
        let items = try CountedItemCursor(db, ids)
        let agreed = try AgreedItems(db)
        var afterContact = AfterContact(rules.calendar)
        while var item = try items.next() {
            guard let group = accounts.group(of: items.account) else { continue }
            if !query.rows.isEmpty { item.key = items.key(accounts) }
            let payer = accounts.payer(of: items.account)
            let contacts = contacts[payer]
            for place in item.parts.indices where item.parts[place].kind == .payment {
                guard let day = item.parts[place].day else { continue }
                let seq = items.seen[place]
                item.parts[place].seen = imports.day(of: seq, valued: day)
                guard let contacts, item.parts[place].amount > 0, item.parts[place].seen != nil else { continue }
                item.parts[place].contact = try afterContact.contact(
                    paid: day, seen: imports.showing(seq), due: item.due, contacts
                ) {
                    try agreed.hold(items.key(accounts), of: payer, at: $0)
                }?.entry
            }
            ledger.add(item, group: group)
        }
    }

    private func countCash(_ db: Database, _ ids: ClosedRange<Int64>, _ ledger: inout LedgerCount) throws {
        // What came in is told as for promises (`MoneyReader`): a balance that was matched is no money that went.
        let rows = try RawStatement(
            db,
            """
            SELECT account, day, currency, amount, reference, seen, amount > 0 AND listed <> 2 OR listed = 0
            FROM cash WHERE account BETWEEN ?1 AND ?2
            """)
        try rows.bindAll(ids.lowerBound, ids.upperBound)
        while try rows.step() {
            guard let group = accounts.group(of: rows.int(0)) else { continue }
            let day = rows.day(1)
            ledger.add(
                CountedCash(
                    day: day, amount: Money(minor: rows.int(3), try rows.currency(2)),
                    seen: rows.int(6) != 0 ? imports.day(of: rows.int(5), valued: day) : nil,
                    account: query.rows.isEmpty ? nil : accounts.number(of: rows.int(0)), reference: rows.text(4)),
                group: group)
        }
    }

    private func countPromises(_ db: Database, _ ids: ClosedRange<Int64>) throws -> PromiseCount {
        var count = PromiseCount(query.periods, rates: rates, rows: query.rows)
        let judge = try PromiseReading(db, asOf: asOf, rules: rules)
        for payer in promisers where ids.contains(payer) {
            guard let group = accounts.group(of: payer) else { continue }
            for judged in try judge.promises(of: payer) {
                count.add(judged, group: group, payer: accounts.number(of: payer))
            }
        }
        return count
    }
}
