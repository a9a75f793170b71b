import GRDB

/// The company codes and source systems that an extract contains: only their items can be missing from it
/// (DOMAIN.md §7).
struct LedgerParts {
    private struct Part: Hashable {
        var company: String
        var source: String
    }

    private var parts: Set<Part> = []

    /// Those of the staged rows.
    init(staged db: Database) throws {
        let rows = try RawStatement(db, "SELECT DISTINCT company, source FROM temp.staged_item")
        while try rows.step() { parts.insert(Part(company: rows.text(0), source: rows.text(1))) }
    }

    /// An extract without a row that was taken by force says that nothing at all is open.
    func contain(company: String, source: String) -> Bool {
        parts.isEmpty || parts.contains(Part(company: company, source: source))
    }
}
