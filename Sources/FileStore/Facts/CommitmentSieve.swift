import GRDB
import Receivables

/// Tells a ranking whose commitments can still make a difference, without reading them whole: most of what was ever
/// promised is decided, and its items are closed. Payers are asked for in the order of their ids.
///
/// It may say yes too often, never no too often. A payer is looked at whole or not at all: the money of one promise is
/// not free for another.
final class CommitmentSieve {
    private let day: Day
    private let cash: CashKnown
    private let promises: OrderedRows
    private let claims: OrderedRows
    private let disputes: OrderedRows
    private let plans: OrderedRows
    /// From this promised day on no one knows yet whether the money came.
    private let firstUndecided: Day
    private let firstUndecidedClaim: Day

    /// - Parameter first: no payer below it will be asked for.
    init(_ db: Database, asOf: AsOf, rules: Rules, from first: Int64) throws {
        day = asOf.day
        cash = try CashKnownTable.read(db, asOf: asOf.day)
        promises = try OrderedRows(
            db, "SELECT payer, day, shares FROM promise WHERE payer >= ? ORDER BY payer", from: first)
        claims = try OrderedRows(db, "SELECT payer, entry, day FROM claim WHERE payer >= ? ORDER BY payer", from: first)
        disputes = try OrderedRows(db, "SELECT payer, state FROM dispute WHERE payer >= ? ORDER BY payer", from: first)
        plans = try OrderedRows(
            db, "SELECT payer, status, instalments, shares FROM plan WHERE payer >= ? ORDER BY payer", from: first)
        let known = min(cash.knownTo ?? Day(number: .min), asOf.day.advanced(by: -1))
        firstUndecided = CommitmentSieve.firstDay(after: known) { PromiseJudge.windowEnd(of: $0, rules) }
        firstUndecidedClaim = CommitmentSieve.firstDay(after: known) { rules.calendar.adding(ClaimSearch.days, to: $0) }
    }

    /// The first day whose window ends after another: windows end later, the later they begin.
    private static func firstDay(after known: Day, _ windowEnd: (Day) -> Day) -> Day {
        guard known > Day(number: -1_000_000) else { return known }
        // A window is some business days long; holidays may make it longer, never shorter.
        var first = known.advanced(by: -60)
        while windowEnd(first) <= known { first = first.advanced(by: 1) }
        return first
    }

    /// What there is of commitments; nothing where none of them matters.
    ///
    /// - Parameters:
    ///   - items: the payer's open items.
    ///   - tally: with what the payer was last dealt with.
    func kinds(of payer: Int64, _ items: [Item], _ tally: Tally) throws -> CommitmentTable.Kinds {
        var kinds: CommitmentTable.Kinds = []
        var matters = false
        try promises.forEach(of: payer) { row in
            kinds.insert(.promises)
            matters = matters || row.day(1) >= firstUndecided || isOpen(row.bytes(2), items)
        }
        try claims.forEach(of: payer) { row in
            kinds.insert(.claims)
            matters = matters || self.isNews(row, tally)
        }
        try disputes.forEach(of: payer) { row in
            kinds.insert(.disputes)
            matters =
                matters
                || !(row.text(1) == Dispute.Outcome.notValid.rawValue
                    || row.text(1) == Dispute.Outcome.withdrawn.rawValue)
        }
        try plans.forEach(of: payer) { row in
            kinds.insert(.plans)
            matters =
                matters || (row.text(1) != Plan.Status.ended.rawValue && isUndecidedOrOpen(row, items))
                || isOpen(row.bytes(3), items)
        }
        return matters ? kinds : []
    }

    private func isNews(_ claim: RawStatement, _ tally: Tally) -> Bool {
        guard claim.day(2) < firstUndecidedClaim, let entry = tally.lastContactEntry,
            let touched = tally.lastTouchedEntry,
            let told = cash.step(covering: claim.day(2).advanced(by: 60))?.seq ?? cash.lastTold
        else { return true }
        let known = max(told, claim.int(1))
        return entry < known || touched < known
    }

    private func isUndecidedOrOpen(_ plan: RawStatement, _ items: [Item]) -> Bool {
        plan.text(1) != Plan.Status.active.rawValue || isOpen(plan.bytes(3), items)
            || PackedInstalments.read(plan.text(2), .usd).contains { $0.day >= firstUndecided }
    }

    /// Whether the number of an open item occurs among the shares; without shares any item may be meant.
    private func isOpen(_ shares: UnsafeBufferPointer<UInt8>, _ items: [Item]) -> Bool {
        guard !shares.isEmpty else { return items.contains { $0.open > 0 } }
        return items.contains { item in item.open > 0 && shares.contains(item.number) }
    }
}

/// Rows in the order of payers, from one sweep.
private final class OrderedRows {
    private let rows: RawStatement
    private var isThere: Bool

    init(_ db: Database, _ sql: String, from first: Int64) throws {
        rows = try RawStatement(db, sql)
        rows.bind(1, first)
        isThere = try rows.step()
    }

    func forEach(of payer: Int64, _ body: (RawStatement) -> Void) throws {
        while isThere, rows.int(0) <= payer {
            if rows.int(0) == payer { body(rows) }
            isThere = try rows.step()
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a text occurs among the bytes.
    fileprivate func contains(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { wanted in
            guard let first = wanted.first else { return true }
            guard count >= wanted.count else { return false }
            for start in 0...(count - wanted.count) where self[start] == first {
                if (1..<wanted.count).allSatisfy({ self[start + $0] == wanted[$0] }) { return true }
            }
            return false
        }
    }
}
