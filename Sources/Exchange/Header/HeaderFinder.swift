import Receivables

/// Finds the header among a file's first rows: below title rows, by the names that it knows.
struct HeaderFinder {
    let file: String
    let kind: ExtractKind?
    var profile: ImportProfile?

    /// How much a row of cells looks like one of headers: 2 for every name that is known, 1 for every cell whose words
    /// are those of some column.
    ///
    /// - Parameter names: headers that profiles know.
    static func score(_ cells: [String], _ names: Set<String> = []) -> Int {
        var score = 0
        for cell in cells where !cell.isEmpty {
            let name = HeaderName(cell).text
            if ColumnNames.all.contains(name) || names.contains(name) && !name.isEmpty {
                score += 2
            } else if cell.utf8.count <= 40, ColumnRule.fits(HeaderWords(cell)) {
                score += 1
            }
        }
        return score
    }

    /// Two names that are known, or four that are understood.
    static let leastScore = 4

    /// The header of a file's first rows.
    ///
    /// - Throws: `noHeader`, `missingColumns`, `noOpenAmounts`, `summary`, `bookings`, `unclearKind`, `rivalColumns`.
    func find(in rows: [(line: Int, cells: [String])]) throws(ImportError) -> Header {
        if let profile, let row = try row(for: profile, in: rows) { return try header(row, profile, rows) }
        let scored = rows.map { (row: $0, score: HeaderFinder.score($0.cells)) }
        guard let best = scored.map(\.score).max(), best >= HeaderFinder.leastScore,
            let row = scored.first(where: { $0.score == best })?.row
        else {
            if let summary = rows.first(where: { AgeBucket.count(in: $0.cells) >= 2 }) {
                throw .summary(file: file, line: summary.line)
            }
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
            return (score >= leastScore ? score : 0, cells.count { !$0.isEmpty })
        }
        let weighed = rows.map { (row: $0, weight: weight($0.cells)) }
        guard let best = weighed.map(\.weight).max(by: <) else { return nil }
        return weighed.first { $0.weight == best }?.row
    }

    private func header(
        _ row: (line: Int, cells: [String]), _ profile: ImportProfile?, _ rows: [(line: Int, cells: [String])]
    ) throws(ImportError) -> Header {
        let row = HeaderFinder.withSecondLine(row, rows)
        let below = rows.filter { $0.line > row.line }.map(\.cells)
        let reading = ColumnReading(names: row.cells, rows: below)
        let said = profile.map { ColumnReading(names: $0.translated(row.cells), rows: below) } ?? reading
        var kind = self.kind
        if kind == nil { kind = try KindEvidence(said, names: row.cells, rows: below).kind(file: file, line: row.line) }
        var header = Header(
            line: row.line, names: row.cells, kind: kind ?? .openItems, reading: reading, profile: profile)
        if kind == .openItems { header.group(by: rows) }
        try checkRivals(reading, header, below)
        try check(header)
        return header
    }

    /// The row of headers with the line below it, where the names go on there: `Opening` over `Amount`.
    private static func withSecondLine(
        _ row: (line: Int, cells: [String]), _ rows: [(line: Int, cells: [String])]
    ) -> (line: Int, cells: [String]) {
        guard let next = rows.first(where: { $0.line > row.line }), next.cells.count <= row.cells.count else {
            return row
        }
        let filled = next.cells.indices.filter { !next.cells[$0].isEmpty }
        let goesOn = filled.allSatisfy { place in
            !row.cells[place].isEmpty && !next.cells[place].contains(where: \.isNumber)
                && HeaderWords(next.cells[place]).words.allSatisfy { !$0.isEmpty }
        }
        guard filled.count >= 2, filled.count < row.cells.count(where: { !$0.isEmpty }), goesOn else { return row }
        var cells = row.cells
        for place in filled { cells[place] += " " + next.cells[place] }
        return (next.line, cells)
    }

    /// Two columns of one name, or two that fit one meaning as well: no one decides that silently.
    private func checkRivals(
        _ reading: ColumnReading, _ header: Header, _ rows: [[String]]
    ) throws(ImportError) {
        for rivals in reading.rivals + OpenAmountRivals.find(reading, header, rows) {
            let meaning = header.found.first { meaning in
                rivals.columns.contains(header[meaning])
                    && (meaning.isAmount || meaning.isDay || meaning == .itemNumber)
            }
            guard let meaning, profile?.columns[meaning] == nil else { continue }
            let readings = rivals.columns.map { place in
                RivalColumn(
                    header: RivalColumn.name(of: place, in: header.names),
                    values: rows.compactMap { place < $0.count && !$0[place].isEmpty ? $0[place] : nil }.prefix(3).map(
                        \.self))
            }
            throw .rivalColumns(file: file, line: header.line, meaning: meaning, columns: readings)
        }
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

    private func check(_ header: Header) throws(ImportError) {
        if header.kind == .openItems, !hasAmount(header), header.has(.netAmount) {
            throw .noOpenAmounts(file: file, line: header.line, column: header.name(.netAmount))
        }
        let missing = self.missing(header)
        if header.kind == .openItems, !header.has(.itemNumber), !header.has(.day) {
            throw .summary(file: file, line: header.line)
        }
        guard missing.isEmpty else { throw lacks(missing, header) }
    }

    /// What looked like customers' headings must be closed by totals; else rows would fall to the customer above
    /// them.
    func check(_ groups: GroupEvidence, _ header: Header) throws(ImportError) {
        guard header.grouping == .closedByTotals, groups.closed.isEmpty else { return }
        throw lacks([ColumnMeaning.account.words], header)
    }

    private func lacks(_ missing: [String], _ header: Header) -> ImportError {
        .missingColumns(
            file: file, line: header.line, kind: header.kind, missing: missing,
            found: header.names.filter { !$0.isEmpty })
    }

    private func hasAmount(_ header: Header) -> Bool {
        header.isOpenByAge || [.amount, .open, .debit, .unitAmount].contains { header.has($0) }
    }

    private func missing(_ header: Header) -> [String] {
        let needed: [ColumnMeaning] =
            switch header.kind {
            case .openItems: [.account, .itemNumber, .day]
            case .invoiceHistory: [.account, .itemNumber, .day, .amount, .settled]
            case .customers: [.account]
            case .payments: [header.has(.itemNumber) ? .itemNumber : .account, .day, .amount]
            case .rates: [.currency, .day, .rate]
            case .answers: [.dispute, .answer]
            case .notes:
                header.has(.promisedDay) ? [.account, .promisedDay, .promisedAmount] : [.account, .day, .noteText]
            }
        var missing = needed.filter { !header.has($0) && !($0 == .account && header.isGrouped) }.map(\.words)
        if header.kind == .openItems, !hasAmount(header) { missing.append("amount or open amount") }
        return missing
    }
}
