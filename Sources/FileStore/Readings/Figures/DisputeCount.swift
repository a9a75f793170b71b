import GRDB
import Receivables

/// Counts disputes that were opened, ended and answered.
struct DisputeCount {
    /// By period and group.
    private(set) var figures: [[DisputeFigures]]
    private(set) var rows: [FigureRow] = []
    private let db: Database
    private let query: FiguresQuery
    private let accounts: FigureAccounts
    private let scannedFrom: Day

    /// - Parameters:
    ///   - answers: the first from a day on.
    ///   - scannedFrom: that day.
    init(
        _ db: Database, _ query: FiguresQuery, _ accounts: FigureAccounts,
        answers: [EntryPart: JournalCount.Answer], scannedFrom: Day
    ) throws {
        self.db = db
        self.query = query
        self.accounts = accounts
        self.scannedFrom = scannedFrom
        figures = query.periods.map { _ in accounts.groups.map { _ in DisputeFigures() } }
        let rows = try RawStatement(
            db,
            """
            SELECT dispute.payer, entry, nth, opened, dispute.number, owner, state, state_day,
                CASE WHEN item.open <= 0 THEN item.closed END
            FROM dispute LEFT JOIN account ON account.number = dispute.account
                LEFT JOIN item ON item.account = account.id AND item.company = dispute.company
                    AND item.number = dispute.number
            WHERE opened <= ? ORDER BY entry, nth
            """)
        try rows.bindAll(query.day)
        while try rows.step() { try count(rows, answers) }
    }

    private mutating func count(_ row: RawStatement, _ answers: [EntryPart: JournalCount.Answer]) throws {
        let payer = accounts.payer(of: row.int(0))
        guard let group = accounts.group(of: payer) else { return }
        let part = EntryPart(entry: row.int(1), nth: Int(row.int(2)))
        let opened = row.day(3)
        let owner = row.text(5)
        func keep(_ rowPart: FigureRow.Part, _ period: Period, _ day: Day, _ days: Int?, _ words: String) {
            guard query.rows.contains(rowPart) else { return }
            rows.append(
                FigureRow(
                    rowPart, period, account: accounts.number(of: payer), reference: "\(part) on \(row.text(4))",
                    day: day, days: days, words: words))
        }
        if let place = place(of: opened) {
            figures[place][group].opened += 1
            keep(.disputeOpened, query.periods[place], opened, nil, owner)
        }
        if let end = ended(row), let place = place(of: end.day) {
            figures[place][group].ended += 1
            keep(.disputeEnded, query.periods[place], end.day, opened.distance(to: end.day), end.word)
        }
        guard let answer = answers[part], let place = place(of: answer.day),
            try opened >= scannedFrom || isFirst(answer, part)
        else { return }
        let days = opened.distance(to: answer.day)
        figures[place][group].answer(by: owner, days: days)
        keep(.disputeAnswered, query.periods[place], answer.day, days, owner)
    }

    private func place(of day: Day) -> Int? { query.periods.firstIndex { $0.contains(day) } }

    /// Resolved, or closed with its item.
    private func ended(_ row: RawStatement) -> (day: Day, word: String)? {
        if let outcome = Dispute.Outcome(rawValue: row.text(6)), let day = row.optionalDay(7), day <= query.day {
            return (day, outcome.rawValue)
        }
        return row.optionalDay(8).map { ($0, "item closed") }
    }

    /// Whether no one had answered before the days that were scanned.
    private func isFirst(_ answer: JournalCount.Answer, _ part: EntryPart) throws -> Bool {
        let rows = try RawStatement(db, "SELECT body FROM entry WHERE payer = ? AND seq < ? AND kind = 'dispute'")
        try rows.bindAll(answer.payer, answer.seq)
        defer { rows.rewind() }
        while try rows.step() {
            if case .dispute(let step) = try Act.decoded(rows.text(0)), step.dispute == part { return false }
        }
        return true
    }
}
