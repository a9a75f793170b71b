import GRDB
import GRDBSQLite
import Receivables

/// Compares the rows of the projections, every column of them, with those that the journal leads to.
///
/// What a reader makes of a row is not enough: it takes a word that it doesn't know for the usual one, and leaves out
/// what doesn't matter in the state that another column gives.
struct ProjectionDigests {
    /// By table: the sum of its rows' hashes, in whatever order they come. No rows are 0.
    typealias Sums = [UInt64]

    static let tables = ["follow_up", "tally", "promise", "claim", "dispute", "plan", "contact_limits"]
    private static let tally = 1
    private static let limits = 6

    private let rows: [RawStatement]

    init(_ db: Database) throws {
        rows = try ProjectionDigests.tables.enumerated().map { place, table in
            // Columns were added at other places than they are written at.
            let columns = place == ProjectionDigests.tally ? "payer, \(RecordTable.tallyColumns)" : "*"
            return try RawStatement(db, "SELECT \(columns) FROM \(table) WHERE payer = ?")
        }
    }

    /// Payers with a row in any of the tables, and those of the journal.
    static let payers =
        (["SELECT DISTINCT payer FROM entry WHERE payer BETWEEN ?1 AND ?2"]
        + tables.map { "SELECT payer FROM \($0) WHERE payer BETWEEN ?1 AND ?2" }).joined(separator: " UNION ")

    /// The tables in which a payer's rows are others than its record makes.
    func differing(_ record: PayerRecord, of payer: Int64) throws -> [String] {
        let wanted = try ProjectionDigests.wanted(record, of: payer)
        let nothing = try ProjectionDigests.wanted(PayerRecord(), of: payer)
        return try ProjectionDigests.tables.indices.filter { place in
            let stored = try stored(place, of: payer)
            // Of a payer of whom there is nothing to count, there may be no row.
            let isAbsent = place == ProjectionDigests.tally && stored == 0 && wanted[place] == nothing[place]
            return stored != wanted[place] && !isAbsent
        }.map { ProjectionDigests.tables[$0] }
    }

    private func stored(_ place: Int, of payer: Int64) throws -> UInt64 {
        let rows = rows[place]
        rows.bind(1, payer)
        let columns = rows.columns
        var sum: UInt64 = 0
        while try rows.step() {
            let hash = RowHash()
            for column in 0..<columns {
                // What an older version wrote may say the same in other words.
                if place == ProjectionDigests.limits, column == 1,
                    let limits = try? ContactLimits.decoded(rows.text(column))
                {
                    hash.bind(column + 1, try ContactLimits.encoded(limits))
                } else {
                    hash.add(rows, column)
                }
            }
            sum &+= hash.value
        }
        return sum
    }

    private static func wanted(_ record: PayerRecord, of payer: Int64) throws -> Sums {
        func sum<Value>(_ values: [Value], _ put: (Value, RowHash) throws -> Void) rethrows -> UInt64 {
            try values.reduce(0) { sum, value in
                let hash = RowHash()
                try put(value, hash)
                return sum &+ hash.value
            }
        }
        let agreed = record.commitments
        return [
            sum(record.followUps) { RecordWriter.put($0, of: payer, into: $1) },
            sum([record]) { RecordWriter.put(tallyOf: $0, of: payer, into: $1) },
            sum(agreed.promises) { CommitmentWriter.put($0, payer, into: $1) },
            sum(agreed.claims) { CommitmentWriter.put($0, payer, into: $1) },
            sum(agreed.disputes) { CommitmentWriter.put($0, payer, into: $1) },
            sum(agreed.plans) { CommitmentWriter.put($0, payer, into: $1) },
            try sum(record.limits.isEmpty ? [] : [record.limits]) { limits, row in
                row.bind(1, payer)
                row.bind(2, try ContactLimits.encoded(limits))
            },
        ]
    }
}

/// The columns of one row as a number. A class, as a statement is one.
private final class RowHash: ColumnSink {
    private var hash = Fingerprint()
    var value: UInt64 { hash.value }

    func bind(_ place: Int32, _ value: Int64?) {
        // A number must not look like a text, nor nothing like a number.
        hash.add(value == nil ? 0 : 1)
        if let value { hash.add(UInt64(bitPattern: value)) }
    }

    func bind(_ place: Int32, _ value: String?) {
        guard var value else { return hash.add(0) }
        hash.add(2)
        value.withUTF8 { hash.add($0) }
    }

    /// A column as it is stored.
    func add(_ row: RawStatement, _ column: Int32) {
        switch sqlite3_value_type(row.value(column)) {
        case SQLITE_INTEGER: bind(column + 1, row.int(column))
        case SQLITE_NULL: hash.add(0)
        default:
            hash.add(2)
            hash.add(row.bytes(column))
        }
    }
}
