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
            db, "INSERT INTO promise VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        claim = try RawStatement(db, "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        dispute = try RawStatement(
            db, "INSERT INTO dispute VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        plan = try RawStatement(db, "INSERT INTO plan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    }

    func put(_ commitments: Commitments, of payer: Int64) throws {
        for drop in drops {
            drop.bind(1, payer)
            try drop.run()
        }
        for promise in commitments.promises { try put(promise, payer) }
        for claim in commitments.claims { try put(claim, payer) }
        for dispute in commitments.disputes { try put(dispute, payer) }
        for plan in commitments.plans { try put(plan, payer) }
    }

    private func bind(_ part: EntryPart, _ payer: Int64, to row: RawStatement) {
        row.bind(1, payer)
        row.bind(2, part.entry)
        row.bind(3, part.nth)
    }

    private func put(_ value: Promise, _ payer: Int64) throws {
        bind(value.part, payer, to: promise)
        promise.bind(4, value.made)
        promise.bind(5, value.day)
        promise.bind(6, value.amount.currency)
        promise.bind(7, value.amount.minor)
        promise.bind(8, value.who)
        promise.bind(9, value.channel.rawValue)
        promise.bind(10, PackedShares.written(value.shares))
        promise.bind(11, value.namesItems)
        promise.bind(12, value.takenOver)
        promise.bind(13, value.replacement?.by.entry)
        promise.bind(14, value.replacement.map { Int64($0.by.nth) })
        promise.bind(15, value.replacement?.on)
        try promise.run()
    }

    private func put(_ value: Claim, _ payer: Int64) throws {
        bind(value.part, payer, to: claim)
        claim.bind(4, value.made)
        claim.bind(5, value.day)
        claim.bind(6, value.amount?.currency.code)
        claim.bind(7, value.amount?.minor)
        claim.bind(8, value.reference)
        claim.bind(9, value.who)
        try claim.run()
    }

    private func put(_ value: Dispute, _ payer: Int64) throws {
        bind(value.part, payer, to: dispute)
        dispute.bind(4, value.opened)
        dispute.bind(5, value.item.account.text)
        dispute.bind(6, value.item.company)
        dispute.bind(7, value.item.number)
        dispute.bind(8, value.amount?.currency.code)
        dispute.bind(9, value.amount?.minor)
        dispute.bind(10, value.reason.rawValue)
        dispute.bind(11, value.owner)
        dispute.bind(12, value.due)
        dispute.bind(13, value.text)
        dispute.bind(14, value.word)
        let (day, entry, answer): (Day?, Int64?, String) =
            switch value.state {
            // That its item is paid is in no journal.
            case .open, .closed: (nil, nil, "")
            case .answered(let day, let text): (day, nil, text)
            case .resolved(_, let day, let seq): (day, seq, "")
            }
        dispute.bind(15, day)
        dispute.bind(16, entry)
        dispute.bind(17, answer)
        try dispute.run()
    }

    private func put(_ value: Plan, _ payer: Int64) throws {
        bind(value.part, payer, to: plan)
        plan.bind(4, value.made)
        plan.bind(5, value.total.currency)
        plan.bind(6, value.total.minor)
        plan.bind(7, value.cadence.code)
        plan.bind(8, PackedInstalments.written(value.instalments))
        plan.bind(9, PackedShares.written(value.shares))
        plan.bind(10, value.who)
        plan.bind(11, value.rung?.rawValue)
        plan.bind(12, value.status.rawValue)
        plan.bind(13, value.since.seq)
        plan.bind(14, value.since.day)
        try plan.run()
    }
}
