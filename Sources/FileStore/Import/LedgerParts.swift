/// The company codes and source systems that an extract contains: only their items can be missing from it
/// (DOMAIN.md §7).
struct LedgerParts {
    struct Part: Hashable {
        var company: String
        var source: String
    }

    private(set) var all: Set<Part> = []
    /// What was met last: rows come in long runs of the same.
    private var last: Part?

    mutating func add(_ record: ItemRecord) {
        if let last, record.company.equal(last.company), record.source.equal(last.source) { return }
        let part = LedgerParts.part(of: record)
        last = part
        all.insert(part)
    }

    /// An extract without a row that was taken by force says that nothing at all is open.
    func contain(_ record: ItemRecord) -> Bool { all.isEmpty || contain(LedgerParts.part(of: record)) }

    func contain(company: String, source: String) -> Bool {
        all.isEmpty || contain(Part(company: company, source: source))
    }

    /// An item that is kept apart by its system's name belongs to the part from which it came.
    private func contain(_ part: Part) -> Bool {
        if all.contains(part) { return true }
        guard let company = SourceNumbers.original(of: part.company, source: part.source) else { return false }
        return all.contains(Part(company: company, source: part.source))
    }

    private static func part(of record: ItemRecord) -> Part {
        Part(
            company: String(decoding: record.company, as: UTF8.self),
            source: String(decoding: record.source, as: UTF8.self))
    }
}
