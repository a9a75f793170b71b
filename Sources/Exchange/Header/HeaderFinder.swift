import Receivables

/// Finds the header among a file's first rows: below title rows, by the names that it knows.
struct HeaderFinder {
    let file: String
    let kind: ExtractKind?
    var profile: ImportProfile?

    /// How many of a row's cells are names of columns.
    ///
    /// - Parameter names: headers that profiles know.
    static func score(_ cells: [String], _ names: Set<String> = []) -> Int {
        cells.count { cell in
            let name = HeaderName(cell).text
            return known.contains(name) || names.contains(name) && !name.isEmpty
        }
    }

    /// The header of a file's first rows.
    ///
    /// - Throws: `noHeader`, `missingColumns`, `noOpenAmounts`.
    func find(in rows: [(line: Int, cells: [String])]) throws(ImportError) -> Header {
        if let profile, let row = try row(for: profile, in: rows) { return try header(row, profile, rows) }
        let scored = rows.map { (row: $0, score: HeaderFinder.score($0.cells)) }
        guard let best = scored.map(\.score).max(), best >= 2,
            let row = scored.first(where: { $0.score == best })?.row
        else {
            let first = rows.first { row in row.cells.contains { !HeaderName($0).text.isEmpty } }
            throw .noHeader(file: file, firstCells: Array(first?.cells.prefix(12) ?? []))
        }
        // What a profile leaves aside is left aside, wherever the header was found.
        return try header(row, profile, rows)
    }

    /// The row that would be the header if one had to be: the first of those with the most names, else the widest.
    static func likeliest(in rows: [(line: Int, cells: [String])]) -> (line: Int, cells: [String])? {
        func weight(_ cells: [String]) -> (Int, Int) {
            let score = score(cells)
            return (score >= 2 ? score : 0, cells.count { !$0.isEmpty })
        }
        let weighed = rows.map { (row: $0, weight: weight($0.cells)) }
        guard let best = weighed.map(\.weight).max(by: <) else { return nil }
        return weighed.first { $0.weight == best }?.row
    }

    private func header(
        _ row: (line: Int, cells: [String]), _ profile: ImportProfile?, _ rows: [(line: Int, cells: [String])]
    ) throws(ImportError) -> Header {
        let kind = self.kind ?? KindChoice(names: profile?.translated(row.cells) ?? row.cells).kind
        var header = Header(line: row.line, names: row.cells, kind: kind, profile: profile)
        if !header.has(.account), kind == .openItems, hasHeading(rows, below: header) { header.groupByHeadings() }
        try check(header)
        return header
    }

    /// The row that has every column which the profile names; nil where it leaves finding the header to us.
    private func row(
        for profile: ImportProfile, in rows: [(line: Int, cells: [String])]
    ) throws(ImportError) -> (line: Int, cells: [String])? {
        let below = rows.filter { $0.line > profile.skipRows }
        if profile.columns.isEmpty {
            return profile.skipRows > 0 ? below.first : below.first { profile.fits($0.cells) }
        }
        if let row = below.first(where: { profile.missing(from: $0.cells).isEmpty }) { return row }
        let nearest = below.min { profile.missing(from: $0.cells).count < profile.missing(from: $1.cells).count }
        throw .profileMisfit(
            file: file, profile: profile.name, missing: profile.missing(from: nearest?.cells ?? []),
            line: nearest?.line ?? 1)
    }

    /// Whether the first row below the header is one cell alone.
    private func hasHeading(_ rows: [(line: Int, cells: [String])], below header: Header) -> Bool {
        guard header.names.count > 2, let first = rows.first(where: { $0.line > header.line }) else { return false }
        return first.cells.count { !$0.isEmpty } == 1
    }

    private func check(_ header: Header) throws(ImportError) {
        if header.kind == .openItems, !hasAmount(header), header.has(.netAmount) {
            throw .noOpenAmounts(file: file, line: header.line, column: header.name(.netAmount))
        }
        let missing = self.missing(header)
        guard missing.isEmpty else { throw lacks(missing, header) }
    }

    /// What looked like customers' headings must be closed by totals; else rows would fall to whoever stands above
    /// them.
    func check(_ groups: GroupEvidence, _ header: Header) throws(ImportError) {
        guard header.isGrouped, groups.closed.isEmpty else { return }
        throw lacks([ColumnMeaning.account.words], header)
    }

    private func lacks(_ missing: [String], _ header: Header) -> ImportError {
        .missingColumns(
            file: file, line: header.line, kind: header.kind, missing: missing,
            found: header.names.filter { !$0.isEmpty })
    }

    private func hasAmount(_ header: Header) -> Bool {
        [.amount, .open, .debit, .unitAmount].contains { header.has($0) }
    }

    private func missing(_ header: Header) -> [String] {
        let needed: [ColumnMeaning] =
            switch header.kind {
            case .openItems: [.account, .itemNumber, .day]
            case .invoiceHistory: [.account, .itemNumber, .day, .amount, .settled]
            case .customers: [.account]
            case .payments: [.account, .day, .amount]
            case .rates: [.currency, .day, .rate]
            case .answers: [.dispute, .answer]
            case .notes:
                header.has(.promisedDay) ? [.account, .promisedDay, .promisedAmount] : [.account, .day, .noteText]
            }
        var missing = needed.filter { !header.has($0) && !($0 == .account && header.isGrouped) }.map(\.words)
        if header.kind == .openItems, !hasAmount(header) { missing.append("amount or open amount") }
        return missing
    }

    /// Every name of every meaning.
    private static let known: Set<String> = {
        var names = Set<String>()
        for kind in ExtractKind.allCases {
            for meaning in ColumnMeaning.allCases { names.formUnion(Vocabulary.names(of: meaning, in: kind)) }
        }
        return names
    }()
}
