import GRDB
import Receivables

/// The rules in force as the journal has them: each change is an entry, and can be taken back (ARCHITECTURE.md §3.5).
struct RulesHistory {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// Keeps what holds before the first change; to be asked before an entry is written.
    func remember() throws {
        guard try BookMetadata.get(.firstRules, db) == nil, let now = try BookMetadata.get(.rules, db) else { return }
        try BookMetadata.set(.firstRules, now, db)
    }

    /// Whether an entry changed the rules, or took such a change back.
    func concerns(_ target: Int64) throws -> Bool {
        try entries().contains { $0.seq == target }
    }

    /// Puts into force what the entries come to.
    func apply() throws { if let text = try inForce() { try BookMetadata.set(.rules, text, db) } }

    /// The newest change that counts: what undoing takes back.
    func last() throws -> Entry? {
        counting(try entries()).last { if case .rules = $0.act { true } else { false } }
    }

    /// Whether the rules in force are those that the journal leads to.
    func holds() throws -> Bool {
        guard let wanted = try inForce(), let now = try BookMetadata.get(.rules, db) else { return true }
        if now == wanted { return true }
        return try Rules.decoded(now, in: "book", row: "rules")
            == Rules.decoded(wanted, in: "book", row: BookMetadata.firstRules.rawValue)
    }

    /// The newest change that counts, else what was before the first; nil where there never was a change.
    private func inForce() throws -> String? {
        let entries = try entries()
        guard !entries.isEmpty else { return nil }
        for entry in counting(entries).reversed() {
            if case .rules(let rules) = entry.act { return try Rules.encoded(rules) }
        }
        return try BookMetadata.get(.firstRules, db)
    }

    /// Changes of the rules and what took them back, in journal order.
    private func entries() throws -> [Entry] {
        let rows = try RawStatement(
            db,
            """
            SELECT \(EntryTable.columns) FROM entry
            WHERE payer IS NULL AND (kind = 'rules' OR kind = 'undo') ORDER BY seq
            """)
        var found: [Entry] = []
        while try rows.step() { found.append(try EntryTable.entry(rows, payer: nil)) }
        return found
    }
}

extension FileBook {
    /// The newest change of the rules that was not taken back; nil where the book has its first rules.
    public func lastChangeOfRules() throws -> Entry? {
        try translatingErrors(at: path) { try reading { db in try RulesHistory(db).last() } }
    }
}
