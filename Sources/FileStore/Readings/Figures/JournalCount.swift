import GRDB
import Receivables

/// Counts calls, and gathers contacts and answers to disputes, in one walk over the journal from its end: what was
/// taken back is known before it is met.
struct JournalCount {
    /// By period and group.
    private(set) var calls: [[CallFigures]]
    /// Right-party contacts of payers, the oldest first.
    private(set) var contacts: [Int64: [AfterContact.Contact]] = [:]
    /// The first answer to each dispute.
    private(set) var answers: [EntryPart: Answer] = [:]
    /// Calls, the newest first.
    private(set) var rows: [FigureRow] = []

    struct Answer {
        let seq: Int64
        let day: Day
        /// As the entry has it.
        let payer: Int64
    }

    private let query: FiguresQuery
    private let accounts: FigureAccounts
    private var undone: Set<Int64> = []

    /// - Parameter first: no contact before it matters.
    init(_ db: Database, _ query: FiguresQuery, _ accounts: FigureAccounts, from first: Day) throws {
        self.query = query
        self.accounts = accounts
        calls = query.periods.map { _ in accounts.groups.map { _ in CallFigures() } }
        let start = try RawStatement(db, "SELECT MIN(seq) FROM entry INDEXED BY entry_day WHERE day >= ?")
        start.bind(1, first)
        let from = try start.step() ? start.optionalInt(0) : nil
        start.rewind()
        guard let from else { return }
        let rows = try RawStatement(
            db,
            """
            SELECT seq, day, undoes, payer, kind, at, body FROM entry WHERE seq >= ? AND (kind IN ('call', 'dispute')
                OR undoes IS NOT NULL)
            ORDER BY seq DESC
            """)
        rows.bind(1, from)
        while try rows.step() {
            guard rows.day(1) <= query.day, !undone.contains(rows.int(0)) else { continue }
            if let target = rows.optionalInt(2) { undone.insert(target) }
            if let payer = rows.optionalInt(3) { try count(rows, payer) }
        }
        for payer in contacts.keys { contacts[payer]?.reverse() }
    }

    private mutating func count(_ row: RawStatement, _ payer: Int64) throws {
        let kind = row.bytes(4)
        if kind.equal("call") {
            if let call = try JournalCount.call(row) { count(call, row, accounts.payer(of: payer)) }
        } else if kind.equal("dispute"), case .dispute(let step) = try Act.decoded(row.text(6)) {
            answers[step.dispute] = Answer(seq: row.int(0), day: row.day(1), payer: payer)
        }
    }

    private static func call(_ row: RawStatement) throws -> CallScan? {
        if let call = CallScan(row.bytes(6)) { return call }
        guard case .call(let call) = try Act.decoded(row.text(6), in: "entry", row: "\(row.int(0))") else { return nil }
        return CallScan(call)
    }

    private mutating func count(_ call: CallScan, _ row: RawStatement, _ payer: Int64) {
        let day = row.day(1)
        if call.result.reach == .rightParty {
            contacts[payer, default: []].append(AfterContact.Contact(entry: row.int(0), day: day))
        }
        guard let place = query.periods.firstIndex(where: { $0.contains(day) }), let group = accounts.group(of: payer)
        else { return }
        let local = call.isAttempt ? query.clock(Instant(milliseconds: row.int(5))) : nil
        let at = local ?? LocalTime(day: day, time: TimeOfDay(minutes: 0))
        calls[place][group].add(call.result.reach, isAttempt: call.isAttempt, at: at)
        guard query.rows.contains(.call) else { return }
        rows.append(
            FigureRow(
                .call, query.periods[place], account: accounts.number(of: payer), reference: "\(row.int(0))", day: day,
                words: call.result.title + (call.isAttempt ? "" : ", no attempt")))
    }
}
