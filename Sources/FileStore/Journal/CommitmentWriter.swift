import GRDB
import Receivables

/// Writes what `CommitmentTable` reads.
struct CommitmentWriter {
    private let drops: [RawStatement]
    private let promise: RawStatement
    private let claim: RawStatement
    private let dispute: RawStatement
    private let plan: RawStatement

    init(_ db: Database) throws {
        drops = try ["promise", "claim", "dispute", "plan"].map {
            try RawStatement(db, "DELETE FROM \($0) WHERE payer = ?")
        }
        promise = try RawStatement(
            db,
            """
            INSERT INTO promise(payer, entry, nth, made, day, currency, amount, who, channel, shares, names_items,
                taken_over, replaced_entry, replaced_nth, replaced_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        claim = try RawStatement(
            db,
            """
            INSERT INTO claim(payer, entry, nth, made, day, currency, amount, reference, who)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        dispute = try RawStatement(
            db,
            """
            INSERT INTO dispute(payer, entry, nth, opened, account, company, number, currency, amount, reason,
                owner, due, text, state, state_day, state_entry, answer)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        plan = try RawStatement(
            db,
            """
            INSERT INTO plan(payer, entry, nth, made, currency, total, cadence, instalments, shares, who, rung,
                status, since_entry, since_day)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
    }

    func put(_ commitments: Commitments, of payer: Int64) throws {
        for drop in drops {
            try drop.run(payer)
        }
        for value in commitments.promises {
            CommitmentWriter.put(value, payer, into: promise)
            try promise.run()
        }
        for value in commitments.claims {
            CommitmentWriter.put(value, payer, into: claim)
            try claim.run()
        }
        for value in commitments.disputes {
            CommitmentWriter.put(value, payer, into: dispute)
            try dispute.run()
        }
        for value in commitments.plans {
            CommitmentWriter.put(value, payer, into: plan)
            try plan.run()
        }
    }

    // MARK: Columns, also for who only compares them

    private static func bind(_ part: EntryPart, _ payer: Int64, to row: some ColumnSink) {
        row.bind(1, payer)
        row.bind(2, part.entry)
        row.bind(3, part.nth)
    }

    static func put(_ value: Promise, _ payer: Int64, into row: some ColumnSink) {
        bind(value.part, payer, to: row)
        row.bind(4, value.made)
        row.bind(5, value.day)
        row.bind(6, value.amount.currency)
        row.bind(7, value.amount.minor)
        row.bind(8, value.who)
        row.bind(9, value.channel.rawValue)
        row.bind(10, PackedShares.written(value.shares))
        row.bind(11, value.namesItems)
        row.bind(12, value.takenOver)
        row.bind(13, value.replacement?.by.entry)
        row.bind(14, value.replacement.map { Int64($0.by.nth) })
        row.bind(15, value.replacement?.on)
    }

    static func put(_ value: Claim, _ payer: Int64, into row: some ColumnSink) {
        bind(value.part, payer, to: row)
        row.bind(4, value.made)
        row.bind(5, value.day)
        row.bind(6, value.amount?.currency.code)
        row.bind(7, value.amount?.minor)
        row.bind(8, value.reference)
        row.bind(9, value.who)
    }

    static func put(_ value: Dispute, _ payer: Int64, into row: some ColumnSink) {
        bind(value.part, payer, to: row)
        row.bind(4, value.opened)
        row.bind(5, value.item.account.text)
        row.bind(6, value.item.company)
        row.bind(7, value.item.number)
        row.bind(8, value.amount?.currency.code)
        row.bind(9, value.amount?.minor)
        row.bind(10, value.reason.rawValue)
        row.bind(11, value.owner)
        row.bind(12, value.due)
        row.bind(13, value.text)
        row.bind(14, value.word)
        let (day, entry, answer): (Day?, Int64?, String) =
            switch value.state {
            // That its item is paid is in no journal.
            case .open, .closed: (nil, nil, "")
            case .answered(let day, let text): (day, nil, text)
            case .resolved(_, let day, let seq): (day, seq, "")
            }
        row.bind(15, day)
        row.bind(16, entry)
        row.bind(17, answer)
    }

    static func put(_ value: Plan, _ payer: Int64, into row: some ColumnSink) {
        bind(value.part, payer, to: row)
        row.bind(4, value.made)
        row.bind(5, value.total.currency)
        row.bind(6, value.total.minor)
        row.bind(7, value.cadence.code)
        row.bind(8, PackedInstalments.written(value.instalments))
        row.bind(9, PackedShares.written(value.shares))
        row.bind(10, value.who)
        row.bind(11, value.rung?.rawValue)
        row.bind(12, value.status.rawValue)
        row.bind(13, value.since.seq)
        row.bind(14, value.since.day)
    }
}
