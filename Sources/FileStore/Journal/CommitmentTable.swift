import GRDB
import Receivables

/// Reads what a payer promised, claims to have paid, disputes and pays in instalments: projections of the journal.
struct CommitmentTable {
    private let promises: RawStatement
    private let claims: RawStatement
    private let disputes: RawStatement
    private let plans: RawStatement

    init(_ db: Database) throws {
        promises = try RawStatement(
            db,
            """
            SELECT entry, nth, made, day, currency, amount, who, channel, shares, names_items, taken_over,
                replaced_entry, replaced_nth, replaced_on
            FROM promise WHERE payer = ? ORDER BY entry, nth
            """)
        claims = try RawStatement(
            db,
            """
            SELECT entry, nth, made, day, currency, amount, reference, who FROM claim WHERE payer = ? ORDER BY \
            entry, nth
            """
        )
        disputes = try RawStatement(
            db,
            """
            SELECT entry, nth, opened, account, company, number, currency, amount, reason, owner, due, text, state,
                state_day, state_entry, answer
            FROM dispute WHERE payer = ? ORDER BY entry, nth
            """)
        plans = try RawStatement(
            db,
            """
            SELECT entry, nth, made, currency, total, cadence, instalments, shares, who, rung, status, since_entry, \
            since_day
            FROM plan WHERE payer = ? ORDER BY entry, nth
            """)
    }

    /// Payers with any of them.
    static func payers(_ db: Database) throws -> Set<Int64> {
        let rows = try RawStatement(
            db,
            """
            SELECT payer FROM promise UNION ALL SELECT payer FROM claim UNION ALL SELECT payer FROM dispute
            UNION ALL SELECT payer FROM plan
            """)
        var payers: Set<Int64> = []
        while try rows.step() { payers.insert(rows.int(0)) }
        return payers
    }

    struct Kinds: OptionSet {
        let rawValue: Int

        static let promises = Kinds(rawValue: 1)
        static let claims = Kinds(rawValue: 2)
        static let disputes = Kinds(rawValue: 4)
        static let plans = Kinds(rawValue: 8)
        static let all: Kinds = [.promises, .claims, .disputes, .plans]
    }

    /// - Parameter kinds: of which there are any.
    func commitments(of payer: Int64, _ kinds: Kinds = .all) throws -> Commitments {
        var found = Commitments()
        if kinds.contains(.promises) { try read(promises, of: payer) { found.promises.append(try promise($0)) } }
        if kinds.contains(.claims) { try read(claims, of: payer) { found.claims.append(try claim($0)) } }
        if kinds.contains(.disputes) { try read(disputes, of: payer) { found.disputes.append(try dispute($0)) } }
        if kinds.contains(.plans) { try read(plans, of: payer) { found.plans.append(try plan($0)) } }
        return found
    }

    private func read(_ rows: RawStatement, of payer: Int64, _ body: (RawStatement) throws -> Void) throws {
        rows.bind(1, payer)
        while try rows.step() { try body(rows) }
    }

    private func part(_ row: RawStatement) -> EntryPart { EntryPart(entry: row.int(0), nth: Int(row.int(1))) }

    private func promise(_ row: RawStatement) throws -> Promise {
        let replacement = row.optionalInt(11).map { entry in
            Promise.Replacement(by: EntryPart(entry: entry, nth: Int(row.int(12))), on: row.day(13))
        }
        return Promise(
            part: part(row), made: row.day(2), amount: Money(minor: row.int(5), try row.currency(4)), day: row.day(3),
            who: row.text(6), channel: PromiseChannel(rawValue: row.text(7)) ?? .call,
            shares: PackedShares.read(row.bytes(8)), namesItems: row.int(9) != 0, replacement: replacement,
            takenOver: row.int(10))
    }

    private func claim(_ row: RawStatement) throws -> Claim {
        Claim(
            part: part(row), made: row.day(2), amount: try money(row, currency: 4, amount: 5), day: row.day(3),
            reference: row.text(6), who: row.text(7))
    }

    private func dispute(_ row: RawStatement) throws -> Dispute {
        Dispute(
            part: part(row), opened: row.day(2),
            item: ItemKey(account: AccountNumber(row.text(3)), company: row.text(4), number: row.text(5)),
            amount: try money(row, currency: 6, amount: 7), reason: DisputeReason(rawValue: row.text(8)) ?? .other,
            owner: row.text(9), due: row.day(10), text: row.text(11), state: state(row))
    }

    private func state(_ row: RawStatement) -> Dispute.State {
        switch row.text(12) {
        case "open": .open
        case "answered": .answered(on: row.day(13), text: row.text(15))
        case let word: .resolved(Dispute.Outcome(rawValue: word) ?? .withdrawn, on: row.day(13), seq: row.int(14))
        }
    }

    private func plan(_ row: RawStatement) throws -> Plan {
        let currency = try row.currency(3)
        return Plan(
            part: part(row), made: row.day(2), total: Money(minor: row.int(4), currency),
            cadence: Plan.Cadence(named: row.text(5)) ?? .monthly,
            instalments: PackedInstalments.read(row.text(6), currency), shares: PackedShares.read(row.bytes(7)),
            who: row.text(8), rung: row.optionalText(9).flatMap { Rung(rawValue: $0) },
            status: Plan.Status(rawValue: row.text(10)) ?? .ended,
            since: JudgedPromise.Moment(seq: row.int(11), day: row.day(12)))
    }

    private func money(_ row: RawStatement, currency: Int32, amount: Int32) throws -> Money? {
        try row.optionalInt(amount).map { Money(minor: $0, try row.currency(currency)) }
    }
}
