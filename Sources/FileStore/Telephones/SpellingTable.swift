import GRDB
import Receivables

/// What the numbers in older entries were read as: until then the journal had their spellings, and it is never changed.
enum SpellingTable {
    /// A payer's entries with their numbers read, as far as that was done.
    static func reading(_ entries: [Entry], of payer: Int64, _ db: Database) throws -> [Entry] {
        guard entries.contains(where: { !$0.act.spelledNumbers.isEmpty }) else { return entries }
        let known = try numbers(of: payer, db)
        guard !known.isEmpty else { return entries }
        return entries.map { entry in
            var entry = entry
            entry.act = entry.act.readingNumbers { known[$0] ?? [] }
            return entry
        }
    }

    private static func numbers(of payer: Int64, _ db: Database) throws -> [String: [TelephoneNumber]] {
        let rows = try RawStatement(
            db,
            "SELECT text, numbers FROM spelling WHERE payer IN (SELECT id FROM account WHERE account.payer = ?)")
        rows.bind(1, payer)
        var known: [String: [TelephoneNumber]] = [:]
        while try rows.step() {
            known[rows.text(0), default: []] += try [TelephoneNumber].decoded(
                rows.text(1), in: "spelling", row: rows.text(0))
        }
        return known
    }

    /// Reads every spelling of the journal once.
    static func fill(
        _ db: Database, _ reader: TelephoneReader, _ rules: Rules, progress: (_ done: Int, _ total: Int) throws -> Void
    ) throws {
        let spelled = try spelled(db)
        let zone = try RawStatement(db, "SELECT zone FROM account WHERE id = ?")
        let insert = try RawStatement(db, "INSERT OR REPLACE INTO spelling(payer, text, numbers) VALUES (?, ?, ?)")
        for (done, row) in spelled.enumerated() {
            if done % 500 == 0 { try progress(done, spelled.count) }
            zone.bind(1, row.payer)
            let place = TelephonePlace(zone: try zone.step() ? zone.text(0) : "", rules)
            zone.rewind()
            let numbers = reader.read(row.text, place).filter(\.isPossible)
            guard !numbers.isEmpty else { continue }
            try insert.run(row.payer, row.text, try [TelephoneNumber].encoded(numbers))
        }
    }

    private struct Spelled: Hashable {
        let payer: Int64
        let text: String
    }

    private static func spelled(_ db: Database) throws -> Set<Spelled> {
        var found: Set<Spelled> = []
        // SQLite looks into the calls, of which there may be millions; entries with a wish are few, and decoded.
        let calls = try RawStatement(
            db,
            """
            SELECT DISTINCT payer, json_extract(body, '$.call._0.number') AS number FROM entry
            WHERE kind = 'call' AND payer IS NOT NULL AND number <> ''
            """)
        while try calls.step() {
            let text = calls.text(1)
            if !TelephoneNumber.isKey(text) { found.insert(Spelled(payer: calls.int(0), text: text)) }
        }
        let wishes = try RawStatement(
            db, "SELECT payer, body FROM entry WHERE payer IS NOT NULL AND instr(body, '\"noCalls\"') > 0")
        while try wishes.step() {
            guard let act = try? Act.decoded(wishes.text(1)) else { continue }
            found.formUnion(act.spelledNumbers.map { Spelled(payer: wishes.int(0), text: $0) })
        }
        return found
    }
}
