/// How the words of a header and the contents of its column say what the column means.
struct ColumnRule {
    let meaning: ColumnMeaning
    /// For each of these some word has to speak of one of them.
    let needs: [Set<HeaderConcept>]
    /// What other words may speak of.
    let allows: Set<HeaderConcept>
    let contents: ColumnContents.Kind

    private init(
        _ meaning: ColumnMeaning, _ needs: [Set<HeaderConcept>], _ allows: Set<HeaderConcept> = [],
        _ contents: ColumnContents.Kind
    ) {
        self.meaning = meaning
        self.needs = needs
        self.allows = allows.union([.filler])
        self.contents = contents
    }

    /// How well it fits: 10 for each word that it asks for, 1 for each that it allows, less for words that no one
    /// knows; nil where it doesn't fit.
    func fit(_ header: HeaderWords) -> Int? {
        var left = header.words
        let explained = needs.reduce(into: allows) { $0.formUnion($1) }
        for need in needs {
            guard let place = left.firstIndex(where: { !$0.isDisjoint(with: need) }) else { return nil }
            left.remove(at: place)
        }
        // `Faktura` is the invoice's own number; `Bilag` may be that of a booking.
        var fit = needs.count * 10 - (header.words.contains { $0.contains(.document) } ? 1 : 0)
        var unknown = 0
        for word in left {
            if word.isEmpty {
                unknown += 1
            } else if word.isDisjoint(with: explained) {
                return nil
            } else {
                // The currency of the ledger is second to that of the document.
                fit += word.contains(.local) ? -3 : word.contains(.filler) ? 0 : 1
            }
        }
        guard unknown == 0 || unknown == 1 && needs.count + left.count > 1 else { return nil }
        return fit - unknown * 5
    }

    /// The rule that fits a header and its contents best; nil where none does.
    ///
    /// - Parameter name: the header as it stands.
    static func best(
        for header: HeaderWords, _ contents: ColumnContents, _ name: String
    ) -> (rule: ColumnRule, fit: Int)? {
        guard !header.words.isEmpty else { return nil }
        // `Retention %` is no money, and what isn't due yet is only a part of what is open.
        let isShare = name.contains("%")
        let isPart = AgeBucket.isNotDue(name) || AgeBucket.isName(name)
        var best: (rule: ColumnRule, fit: Int)?
        for rule in all where contents.mayBe(rule.contents) {
            if rule.contents == .amount, isShare || isPart && rule.meaning == .open { continue }
            if rule.meaning == .itemNumber, contents.areNames { continue }
            // A yes is no one's name: `Sold to factor`.
            if contents.areFlags, [.account, .accountName, .contactName].contains(rule.meaning) { continue }
            guard let fit = rule.fit(header), fit > best?.fit ?? 0 else { continue }
            best = (rule, fit)
        }
        return best
    }

    /// Whether a header could be that of some column, whatever its cells hold.
    static func fits(_ header: HeaderWords) -> Bool { !header.words.isEmpty && all.contains { $0.fit(header) != nil } }

    private static let money: Set<HeaderConcept> = [.amount, .total, .invoice, .currency, .local]

    private static let all: [ColumnRule] = [
        ColumnRule(.due, [[.due]], [.date, .invoice, .net, .paid, .age], .day),
        ColumnRule(.settled, [[.settled, .paid], [.date]], [.invoice], .day),
        ColumnRule(.day, [[.invoice, .issue, .booking], [.date]], [.invoice, .issue, .booking], .day),
        ColumnRule(.day, [[.issue, .booking]], [.invoice, .issue, .booking], .day),
        ColumnRule(.day, [[.date]], [], .day),
        ColumnRule(.paidFlag, [[.paid, .settled]], [.invoice, .status], .flag),
        ColumnRule(.paidFlag, [[.open]], [.invoice, .status, .paid], .flag),
        ColumnRule(.writtenOff, [[.writtenoff]], money, .amount),
        ColumnRule(.retained, [[.retained]], money.union([.open]), .amount),
        ColumnRule(.netDays, [[.terms], [.days]], [.paid, .net, .invoice, .party, .credit, .number], .wholeNumber),
        ColumnRule(.daysOverdue, [[.age]], [.days, .due, .open], .wholeNumber),
        ColumnRule(.daysOverdue, [[.days], [.due, .open]], [.age], .wholeNumber),
        ColumnRule(.open, [[.open]], money.union([.due, .party]), .amount),
        ColumnRule(.open, [[.due], [.amount, .total]], money, .amount),
        ColumnRule(.open, [[.due]], money, .amount),
        ColumnRule(.applied, [[.paid]], money.union([.date, .age]), .amount),
        ColumnRule(.amount, [[.amount, .total]], money.union([.issue, .booking]), .amount),
        ColumnRule(.amount, [[.invoice], [.amount, .total]], money.union([.issue, .booking]), .amount),
        ColumnRule(.amount, [[.part], [.amount, .total]], money, .amount),
        ColumnRule(.netAmount, [[.net]], money, .amount),
        ColumnRule(.debit, [[.debit]], [.amount, .currency, .local], .amount),
        ColumnRule(.credit, [[.credit]], [.amount, .currency, .local], .amount),
        ColumnRule(.creditLimit, [[.credit], [.limit]], [.amount, .party], .amount),
        ColumnRule(.currency, [[.currency]], [.invoice, .number, .local, .type], .currency),
        ColumnRule(.account, [[.party], [.number]], [.account], .text),
        ColumnRule(.account, [[.account], [.number]], [.party], .text),
        ColumnRule(.account, [[.party]], [.invoice], .identifier),
        ColumnRule(.accountName, [[.party], [.name]], [], .text),
        ColumnRule(.accountName, [[.party]], [], .text),
        ColumnRule(.accountName, [[.name]], [], .text),
        ColumnRule(.itemNumber, [[.invoice], [.number]], [], .code),
        ColumnRule(.itemNumber, [[.invoice]], [], .code),
        ColumnRule(.fiscalYear, [[.fiscal], [.year]], [.invoice], .year),
        ColumnRule(.fiscalYear, [[.year]], [.invoice], .year),
        ColumnRule(.purchaseOrder, [[.order], [.number]], [.party], .code),
        ColumnRule(.itemPart, [[.part]], [.number], .text),
        ColumnRule(.status, [[.status]], [.invoice, .paid, .type], .text),
        ColumnRule(.documentType, [[.type], [.invoice]], [.number], .text),
        ColumnRule(.documentType, [[.type]], [], .text),
        ColumnRule(.terms, [[.terms]], [.paid, .invoice, .party], .text),
        ColumnRule(.disputed, [[.disputed]], [.status, .number, .invoice, .type], .text),
        ColumnRule(.contactEmail, [[.email]], [.contact, .party, .other], .text),
        ColumnRule(.contactPhone, [[.phone]], [.contact, .party, .number], .text),
        ColumnRule(.contactName, [[.contact]], [.name, .party], .text),
        ColumnRule(.noteText, [[.note]], [], .text),
    ]
}
