import GRDB
import Receivables

/// Finds who else is reached by a payer's numbers, how often they were tried for others, and whether one of those asked
/// not to be called there.
struct SharedNumbers {
    private let db: Database
    private let payer: Int64
    private let day: Day

    /// An accountant's number may be that of hundreds; a page names a few.
    private static let mostOthers = 50
    /// The longest that limits on attempts look back.
    private static let daysBack = 7

    init(_ db: Database, of payer: Int64, on day: Day) {
        self.db = db
        self.payer = payer
        self.day = day
    }

    /// Those of the numbers that concern others.
    func read(_ numbers: [TelephoneNumber]) throws -> [SharedNumber] {
        var found: [SharedNumber] = []
        for number in numbers where number.isPossible && !found.contains(where: { $0.e164 == number.e164 }) {
            let others = try others(number.e164), isBarred = try isBarred(number.e164)
            guard !others.isEmpty || isBarred else { continue }
            found.append(
                SharedNumber(
                    e164: number.e164, others: others.map(\.other),
                    attempts: try attempts(on: number, for: others.map(\.id)), isBarred: isBarred))
        }
        return found
    }

    private func others(_ e164: String) throws -> [(id: Int64, other: SharedNumber.Other)] {
        let rows = try RawStatement(
            db,
            """
            SELECT DISTINCT payer.id, payer.number, payer.name, MAX(COALESCE(standing.stake, 0), 0) AS stake
            FROM telephone JOIN account ON account.id = telephone.account JOIN account AS payer ON payer.id = \
            account.payer
                LEFT JOIN standing ON standing.payer = payer.id
            WHERE telephone.e164 = ? AND account.payer <> ? ORDER BY stake DESC, payer.number LIMIT \
            \(SharedNumbers.mostOthers)
            """)
        try rows.bindAll(e164, payer)
        var others: [(id: Int64, other: SharedNumber.Other)] = []
        while try rows.step() {
            let number = AccountNumber(rows.text(1))
            let name = rows.text(2).isEmpty ? number.text : rows.text(2)
            others.append((rows.int(0), SharedNumber.Other(payer: number, name: name, stakeInBase: rows.int(3))))
        }
        return others
    }

    private func isBarred(_ e164: String) throws -> Bool {
        let row = try RawStatement(db, "SELECT 1 FROM barred_number WHERE e164 = ? AND payer <> ? LIMIT 1")
        try row.bindAll(e164, payer)
        defer { row.rewind() }
        return try row.step()
    }

    private func attempts(on number: TelephoneNumber, for others: [Int64]) throws -> [Tally.Attempts] {
        var counts: [Day: Int] = [:]
        let rows = try RawStatement(
            db,
            """
            SELECT day, body, seq FROM entry
            WHERE payer IN (SELECT id FROM account WHERE account.payer = ?) AND kind = 'call' AND day > ? AND day <= ?
                AND NOT EXISTS (SELECT 1 FROM entry AS undo WHERE undo.payer = entry.payer AND undo.undoes = entry.seq)
            """)
        for other in others {
            try rows.bindAll(other, day.advanced(by: -SharedNumbers.daysBack), day)
            while try rows.step() {
                let act = try Act.decoded(rows.text(1), in: "entry", row: "\(rows.int(2))")
                guard case .call(let call) = act, call.triesNumber else { continue }
                if call.numbers.contains(where: { number.sharesLine(with: $0) }) {
                    counts[rows.day(0), default: 0] += 1
                }
            }
        }
        return counts.map { Tally.Attempts(day: $0, count: $1) }.sorted { $0.day > $1.day }
    }
}
