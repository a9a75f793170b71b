import GRDB
import Receivables

extension FileBook {
    /// How many payers someone has planned something with, by day; days without are left out.
    ///
    /// - Throws: `BookError`.
    public func planned(for owner: String, from first: Day, through last: Day) throws -> [Day: Int] {
        try translatingErrors(at: path) {
            try reading { db in
                // The table holds what lies ahead of a book's payers, so that going through it costs some milliseconds;
                // an index would cost each record a page.
                let rows = try RawStatement(
                    db,
                    """
                    SELECT day, COUNT(DISTINCT payer) FROM follow_up
                    WHERE day BETWEEN ? AND ? AND (owner = ? OR owner = '') GROUP BY day
                    """)
                try rows.bindAll(first, last, owner)
                var counts: [Day: Int] = [:]
                while try rows.step() { counts[rows.day(0)] = Int(rows.int(1)) }
                return counts
            }
        }
    }
}
