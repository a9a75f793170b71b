import GRDB
import Receivables

/// The projections of the journal: what was agreed with each payer, kept ready (ARCHITECTURE.md §3.3).
struct RecordTable {
    private let followUps: RawStatement
    private let tally: RawStatement
    private let commitments: CommitmentTable
    private let limits: RawStatement

    static let followUpColumns = "entry, nth, kind, day, at, why, owner, since, purpose"
    static let tallyColumns = """
        last_contact, last_party, unreached, last_touched, attempts, last_contact_entry, last_touched_entry, pinned, \
        put_off,
        days_put_off, cadence, step, step_day, parties
        """

    init(_ db: Database) throws {
        followUps = try RawStatement(db, "SELECT \(RecordTable.followUpColumns) FROM follow_up WHERE payer = ?")
        tally = try RawStatement(db, "SELECT \(RecordTable.tallyColumns) FROM tally WHERE payer = ?")
        commitments = try CommitmentTable(db)
        limits = try RawStatement(db, "SELECT limits FROM contact_limits WHERE payer = ?")
    }

    func record(of payer: Int64) throws -> PayerRecord {
        let (tally, queueOverride, track) = try tally(of: payer)
        return PayerRecord(
            followUps: try followUps(of: payer), tally: tally, commitments: try commitments.commitments(of: payer),
            queueOverride: queueOverride, limits: try limits(of: payer), track: track)
    }

    private func limits(of payer: Int64) throws -> ContactLimits {
        limits.bind(1, payer)
        guard try limits.step() else { return ContactLimits() }
        defer { limits.rewind() }
        return try RecordTable.limits(limits, 0, of: payer)
    }

    static func limits(_ row: RawStatement, _ column: Int32, of payer: Int64) throws -> ContactLimits {
        try ContactLimits.decoded(row.text(column), in: "contact_limits", row: "\(payer)")
    }

    private func followUps(of payer: Int64) throws -> [FollowUp] {
        followUps.bind(1, payer)
        var found: [FollowUp] = []
        while try followUps.step() { found.append(RecordTable.followUp(followUps, from: 0)) }
        return found.sorted(by: FollowUp.isEarlier)
    }

    private func tally(of payer: Int64) throws -> (Tally, QueueOverride, CadenceTrack) {
        tally.bind(1, payer)
        guard try tally.step() else { return (Tally(), QueueOverride(), CadenceTrack()) }
        defer { tally.rewind() }
        return RecordTable.tally(tally, from: 0)
    }

    // MARK: Rows

    /// - Parameter first: where `followUpColumns` begin.
    static func followUp(_ row: RawStatement, from first: Int32) -> FollowUp {
        FollowUp(
            entry: row.int(first), nth: Int(row.int(first + 1)),
            kind: FollowUp.Kind(rawValue: row.text(first + 2)) ?? .followUp,
            day: row.day(first + 3), at: row.optionalInt(first + 4).map { Instant(milliseconds: $0) },
            why: row.text(first + 5),
            owner: row.text(first + 6), since: row.day(first + 7),
            purpose: FollowUp.Purpose(rawValue: row.text(first + 8)) ?? .money)
    }

    /// - Parameter first: where `tallyColumns` begin.
    static func tally(_ row: RawStatement, from first: Int32) -> (Tally, QueueOverride, CadenceTrack) {
        (
            Tally(
                lastContact: row.optionalDay(first), lastRightParty: row.optionalDay(first + 1),
                unreached: Int(row.int(first + 2)),
                lastTouched: row.optionalDay(first + 3), lastContactEntry: row.optionalInt(first + 5),
                lastTouchedEntry: row.optionalInt(first + 6), attempts: Attempts.read(row.bytes(first + 4)),
                rightParties: Days.read(row.bytes(first + 13))),
            QueueOverride(
                isPinned: isPinned(row, from: first), putOff: row.optionalDay(first + 8),
                daysPutOff: Int(row.int(first + 9))),
            CadenceTrack(
                name: row.optionalText(first + 10), step: row.optionalInt(first + 11).map { Int($0) },
                workedOn: row.optionalDay(first + 12))
        )
    }

    static func isPinned(_ row: RawStatement, from first: Int32) -> Bool { row.int(first + 7) != 0 }
}

/// Writes the projections; apart from the reader, so that a reading prepares nothing that it doesn't use.
struct RecordWriter {
    private let dropFollowUps: RawStatement
    private let insertFollowUp: RawStatement
    private let putTally: RawStatement
    private let commitments: CommitmentWriter
    private let dropLimits: RawStatement
    private let insertLimits: RawStatement
    private let dropBarred: RawStatement
    private let insertBarred: RawStatement

    init(_ db: Database) throws {
        dropFollowUps = try RawStatement(db, "DELETE FROM follow_up WHERE payer = ?")
        insertFollowUp = try RawStatement(
            db,
            """
            INSERT INTO follow_up(payer, entry, nth, kind, day, at, why, owner, since, purpose)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        putTally = try RawStatement(
            db,
            """
            INSERT OR REPLACE INTO tally (payer, last_contact, last_party, unreached, last_touched, attempts, \
            last_contact_entry,
                last_touched_entry, pinned, put_off, days_put_off, cadence, step, step_day, parties)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        commitments = try CommitmentWriter(db)
        dropLimits = try RawStatement(db, "DELETE FROM contact_limits WHERE payer = ?")
        insertLimits = try RawStatement(db, "INSERT INTO contact_limits(payer, limits) VALUES (?, ?)")
        dropBarred = try RawStatement(db, "DELETE FROM barred_number WHERE payer = ?")
        insertBarred = try RawStatement(db, "INSERT OR IGNORE INTO barred_number(e164, payer) VALUES (?, ?)")
    }

    func put(_ record: PayerRecord, of payer: Int64) throws {
        try dropFollowUps.run(payer)
        for followUp in record.followUps {
            RecordWriter.put(followUp, of: payer, into: insertFollowUp)
            try insertFollowUp.run()
        }
        RecordWriter.put(tallyOf: record, of: payer, into: putTally)
        try putTally.run()
        try commitments.put(record.commitments, of: payer)
        try dropLimits.run(payer)
        try dropBarred.run(payer)
        guard !record.limits.isEmpty else { return }
        try insertLimits.run(payer, try ContactLimits.encoded(record.limits))
        for number in record.limits.noCalls.flatMap({ $0.numbers ?? [] }) {
            try insertBarred.run(number, payer)
        }
    }

    // MARK: Columns, also for who only compares them

    static func put(_ followUp: FollowUp, of payer: Int64, into row: some ColumnSink) {
        row.bind(1, payer)
        row.bind(2, followUp.entry)
        row.bind(3, followUp.nth)
        row.bind(4, followUp.kind.rawValue)
        row.bind(5, followUp.day)
        row.bind(6, followUp.at?.milliseconds)
        row.bind(7, followUp.why)
        row.bind(8, followUp.owner)
        row.bind(9, followUp.since)
        row.bind(10, followUp.purpose.rawValue)
    }

    /// As `RecordTable.tallyColumns`, behind the payer.
    static func put(tallyOf record: PayerRecord, of payer: Int64, into row: some ColumnSink) {
        row.bind(1, payer)
        row.bind(2, record.tally.lastContact)
        row.bind(3, record.tally.lastRightParty)
        row.bind(4, record.tally.unreached)
        row.bind(5, record.tally.lastTouched)
        row.bind(6, Attempts.written(record.tally.attempts))
        row.bind(7, record.tally.lastContactEntry)
        row.bind(8, record.tally.lastTouchedEntry)
        row.bind(9, record.queueOverride.isPinned)
        row.bind(10, record.queueOverride.putOff)
        row.bind(11, record.queueOverride.daysPutOff)
        row.bind(12, record.track.name)
        row.bind(13, record.track.step.map { Int64($0) })
        row.bind(14, record.track.workedOn)
        row.bind(15, Days.written(record.tally.rightParties))
    }
}

/// `day:count` with a space behind each, newest first; days of a journal are never before 1970.
private enum Attempts {
    static func written(_ attempts: [Tally.Attempts]) -> String {
        attempts.map { "\($0.day.number):\($0.count) " }.joined()
    }

    /// Byte by byte: a ranking reads a hundred thousand of these.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> [Tally.Attempts] {
        var found: [Tally.Attempts] = []
        // Five digits of a day and one of a count.
        found.reserveCapacity(bytes.count / 8)
        var (number, day): (Int32, Int32) = (0, 0)
        for byte in bytes {
            switch byte {
            case 0x3A: (day, number) = (number, 0)
            case 0x20:
                found.append(Tally.Attempts(day: Day(number: day), count: Int(number)))
                number = 0
            default: number = number &* 10 &+ Int32(byte &- 0x30)
            }
        }
        return found
    }
}

/// Days with a space behind each; those of a journal are never before 1970.
private enum Days {
    static func written(_ days: [Day]) -> String { days.map { "\($0.number) " }.joined() }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> [Day] {
        var found: [Day] = []
        var number: Int32 = 0
        for byte in bytes {
            if byte == 0x20 {
                found.append(Day(number: number))
                number = 0
            } else {
                number = number &* 10 &+ Int32(byte &- 0x30)
            }
        }
        return found
    }
}
