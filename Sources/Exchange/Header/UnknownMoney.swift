import Receivables

/// A column of money that no one knows, where no column says what is open: it may be what is open, or what was paid.
struct UnknownMoney {
    let column: Int
    /// The first cell that is less than its row's amount.
    let value: Sighting
    let amount: String

    /// - Parameters:
    ///   - rows: the first rows of the file.
    ///   - aside: columns that the user leaves aside.
    init?(_ rows: [(line: Int, cells: [String])], _ header: Header, aside: Set<Int>) {
        let says: [ColumnMeaning] = [
            .open, .debit, .paidFlag, .status, .settled, .unitAmount, .clearing, .netAmount,
        ]
        guard header.kind == .openItems, header.has(.amount), !header.isOpenByAge, !says.contains(where: header.has)
        else { return nil }
        let isLessApplied = header.has(.applied)
        guard isLessApplied || !header.has(.credit) else { return nil }
        let used = Set(header.found.map { header[$0] } + header.buckets + header.asideForReason).union(aside)
        let below = rows.filter { $0.line > header.line }
        for column in header.names.indices
        where !used.contains(column) && UnknownMoney.isUnknown(header.names[column])
            && (!isLessApplied || UnknownMoney.mayLower(header.names[column]))
        {
            let cells = ColumnContents(below.compactMap { column < $0.cells.count ? $0.cells[column] : nil })
            guard cells.written > 0, cells.mayBe(.amount), !cells.mayBe(.day),
                let (value, amount) = UnknownMoney.part(
                    column, of: header[.amount], below, mayBeNegative: isLessApplied)
            else { continue }
            (self.column, self.value, self.amount) = (column, value, amount)
            return
        }
        return nil
    }

    /// Nothing in its name says that it is something else: a tax, a discount, a cost.
    private static func isUnknown(_ name: String) -> Bool {
        let foreign: Set<HeaderConcept> = [
            .tax, .net, .discount, .retained, .writtenoff, .other, .limit, .local, .currency, .age, .days, .disputed,
            .number, .terms, .date,
        ]
        let isNamed = name.split { !$0.isLetter }.contains { ColumnContents.codes.contains(String($0)) }
        return !name.isEmpty && !name.contains("%") && !isNamed
            && HeaderWords(name).words.allSatisfy { $0.isDisjoint(with: foreign) }
    }

    /// Whether a name is of something that lowers a debt besides its payments.
    private static func mayLower(_ name: String) -> Bool {
        let parts = HeaderWords.parts(of: name)
        return lowering.contains { stem in parts.contains { $0.hasPrefix(stem) } }
    }

    private static let lowering = [
        "deposit", "retainer", "adjust", "prepa", "advance", "anzahl", "acompte", "avance", "anticipo", "acconto",
        "aanbetal", "voorschot", "forskott", "forskud", "zaliczk", "adiantamento", "sinal",
    ]

    /// The first cell that is less than the amount of its row, if none is more and they are no fixed share of it, as a
    /// tax is.
    private static func part(
        _ column: Int, of amount: Int, _ rows: [(line: Int, cells: [String])], mayBeNegative: Bool
    ) -> (Sighting, String)? {
        var first: (Sighting, String)?
        var shares = Set<Int64>()
        for row in rows where amount < row.cells.count && column < row.cells.count && !row.cells[amount].isEmpty {
            guard let whole = figure(row.cells[amount]), whole != 0 else { continue }
            let part = row.cells[column].isEmpty ? 0 : figure(row.cells[column]) ?? -1
            guard part == 0 || mayBeNegative || (part < 0) == (whole < 0), part.magnitude <= whole.magnitude else {
                return nil
            }
            shares.insert((part * 200 + whole / 2) / whole)
            if first == nil, part != whole, !mayBeNegative || part != 0 {
                first = (Sighting(text: row.cells[column], line: row.line), row.cells[amount])
            }
        }
        return shares.count > 1 ? first : nil
    }

    private static func figure(_ text: String) -> Int64? {
        var text = text
        return text.withUTF8 { scanAmount($0)?.minor(exponent: 3)?.amount }
    }
}
