import Receivables

/// What the columns below a row of headers are, each by its name, else by the words of its name, else by its contents.
struct ColumnReading {
    /// For each column the name under which its meaning is looked up; empty where nothing is known of it.
    let keys: [String]
    /// For each column why it is read so, in words; empty where its very name is known.
    let reasons: [String]
    /// Columns that fit one meaning equally well and differ in what they hold.
    let rivals: [Rivals]

    /// Columns that hold words without figures.
    let namesOnly: [Bool]

    struct Rivals {
        let columns: [Int]
    }

    /// - Parameter rows: the first rows below the headers.
    init(names: [String], rows: [[String]]) {
        let contents = names.indices.map { place in
            ColumnContents(rows.compactMap { place < $0.count ? $0[place] : nil })
        }
        var found = names.indices.map { ColumnReading.find(names[$0], contents[$0], hasRows: !rows.isEmpty) }
        ColumnReading.findTypes(names, contents, &found)
        ColumnReading.findItemNumber(names, ColumnReading.ofDays(contents, rows, found), &found)
        ColumnReading.findAccount(names, contents, rows, &found)
        ColumnReading.findCustomerCompany(contents, &found)
        ColumnReading.findInstalment(names, &found)
        ColumnReading.findAmount(names, contents, rows, &found)
        let cells = { (place: Int) in rows.map { place < $0.count ? $0[place] : "" } }
        rivals = ColumnReading.settle(&found, names, cells)
        keys = found.map(\.key)
        namesOnly = contents.map(\.areNames)
        reasons = found.map(\.reason)
    }

    struct Found {
        var key = ""
        var reason = ""
        /// What a rule says of it, and how well the rule fits; nil where its name is known.
        var byRule: (meaning: ColumnMeaning, fit: Int)?
    }

    /// - Parameter hasRows: there are rows below, so that an empty column holds nothing.
    private static func find(_ name: String, _ contents: ColumnContents, hasRows: Bool) -> Found {
        var key = HeaderName(name).text
        // `Payment #` is no payment.
        if name.contains("#"), ColumnNames.meanings[key + "no"] != nil { key += "no" }
        let words = HeaderWords(name)
        if let meanings = ColumnNames.meanings[key], !key.isEmpty {
            // `Termin płatności: 14 dni`.
            if meanings == [.due], contents.areTerms {
                return Found(key: ColumnNames.mark(of: .terms), reason: "by its cells")
            }
            guard contradicts(meanings, contents, words) else { return Found(key: key) }
            guard let best = ColumnRule.best(for: words, contents, name) else {
                return Found(reason: "its name says \(meanings.map(\.words).min() ?? ""), its cells don't")
            }
            return Found(
                key: ColumnNames.mark(of: best.rule.meaning), reason: "by its cells", byRule: (best.rule.meaning, 0))
        }
        guard let best = ColumnRule.best(for: words, contents, name) else { return Found(key: key) }
        if best.rule.meaning == .accountName, hasRows, contents.filled == 0 { return Found(key: key) }
        return Found(
            key: ColumnNames.mark(of: best.rule.meaning), reason: "by the words of its name and its cells",
            byRule: (best.rule.meaning, best.fit))
    }

    /// Whether a column holds nothing of what its name promises: days under the name of an amount, or a yes and no.
    private static func contradicts(
        _ meanings: Set<ColumnMeaning>, _ contents: ColumnContents, _ words: HeaderWords
    ) -> Bool {
        guard contents.filled > 0 else { return false }
        // `Kunde` over 4711 and its like, where names are in a column of their own.
        if meanings == [.accountName] {
            return contents.areIdentifiers && ColumnRule.best(for: words, contents, "")?.rule.meaning == .account
        }
        // `Zahlungsziel` may be a day.
        if meanings == [.terms] { return contents.filled > 0 && contents.mayBe(.day) && !contents.areTerms }
        if meanings == [.debitOrCredit] { return !contents.mayBeSides }
        if meanings.allSatisfy(\.isDay) { return contents.written == contents.filled && !contents.mayBe(.day) }
        // Sage counts its currencies.
        if meanings == [.currency] { return !contents.mayBe(.currency) && contents.mayBe(.wholeNumber) }
        guard meanings.allSatisfy(\.isAmount) else { return false }
        return contents.mayBe(.flag) || !contents.mayBe(.amount) && contents.mayBe(.day)
    }

    /// Where no name is that of an item's number, the column whose every cell is another may hold it.
    private static func findItemNumber(_ names: [String], _ contents: [ColumnContents], _ found: inout [Found]) {
        let numbers = Set(ColumnNames.names(of: .itemNumber, in: .openItems))
        let ofItems: [ColumnMeaning] = [.due, .open, .daysOverdue, .paidFlag]
        let signs = Set(ofItems.flatMap { ColumnNames.names(of: $0, in: .openItems) })
        guard !found.contains(where: { numbers.contains($0.key) }), found.contains(where: { signs.contains($0.key) })
        else { return }
        let candidates = names.indices.filter { place in
            let meanings = ColumnNames.meanings[found[place].key] ?? []
            // A claim's number may be that of a bill, if every row has another.
            let isFree =
                found[place].key.isEmpty || found[place].byRule == nil && meanings.isSubset(of: [.paymentReference])
                || found[place].byRule?.meaning == .disputed
            let words = HeaderWords(names[place]).words
            // `1/09/2026` under `Number` is a number, and no day.
            let isBareNumber = !words.isEmpty && words.allSatisfy { $0.contains(.number) }
            return isFree && contents[place].filled > 0 && contents[place].isUnique
                && (contents[place].mayBe(.code) || isBareNumber) && words.contains { $0.contains(.number) }
        }
        // A bare ID is a number of the system's own.
        guard let place = candidates.first(where: { HeaderName(names[$0]).text != "id" }) ?? candidates.first else {
            return
        }
        found[place].key = ColumnNames.mark(of: .itemNumber)
        found[place].reason = "no two of its cells are alike"
    }

    /// Where customers have a name and no number is known for one, a column of numbers of which each name has one: the
    /// `Code` next to a `Name`, the `contact.id` next to the `contact.name`.
    private static func findAccount(
        _ names: [String], _ contents: [ColumnContents], _ rows: [[String]], _ found: inout [Found]
    ) {
        let keys = found.map(\.key)
        func place(of meaning: ColumnMeaning) -> Int? {
            ColumnNames.names(of: meaning, in: .openItems).lazy.compactMap { keys.firstIndex(of: $0) }.first
        }
        var name = place(of: .accountName) ?? place(of: .contactName)
        let account = place(of: .account)
        if let account {
            // `Customer` may be the column of a number or that of a name.
            let mayBeName = ColumnNames.meanings[found[account].key]?.contains(.accountName) ?? false
            guard name == account, mayBeName, contents[account].areNames else { return }
            name = account
        }
        guard let name else { return }
        let owner = Set(HeaderWords.parts(of: names[name])).subtracting(["name", "naam", "navn", "nom", "nome"])
        let candidates = names.indices.filter { place in
            let words = HeaderWords(names[place]).words
            let others = Set(HeaderWords.parts(of: names[place])).subtracting(owner)
            // `Kto-Nr.`, `Cuenta`: one of the ledger's would be the same for several customers.
            let isLedger = words.contains { $0.contains(.account) } && contents[place].distinct.count > 1
            let isNumber = words.contains { $0.contains(.number) } && others.count <= 1 || isLedger
            let isKnown = ColumnMeaning.allCases.contains {
                ColumnNames.names(of: $0, in: .openItems).contains(found[place].key)
            }
            let isFree = found[place].byRule == nil && !isKnown
            return isFree && isNumber && contents[place].filled > 0
                && isPaired(place, name, rows)
        }
        guard candidates.count == 1, let place = candidates.first else { return }
        if account == name { found[name].key = ColumnNames.mark(of: .accountName) }
        found[place].key = ColumnNames.mark(of: .account)
        found[place].reason = "each customer's name has one of its numbers"
    }

    /// Where nothing else names customers, a *Company* that holds names is the customer, not a code of ours.
    private static func findCustomerCompany(_ contents: [ColumnContents], _ found: inout [Found]) {
        let customers: [ColumnMeaning] = [.account, .accountName, .contactName, .payer]
        let names = Set(customers.flatMap { ColumnNames.names(of: $0, in: .openItems) })
        guard !found.contains(where: { names.contains($0.key) }) else { return }
        let candidates = found.indices.filter {
            ColumnNames.meanings[found[$0].key] == [.company] && contents[$0].areNames
                && contents[$0].distinct.count >= 2
        }
        guard candidates.count == 1, let place = candidates.first else { return }
        found[place].key = ColumnNames.mark(of: .accountName)
        found[place].reason = "its cells are names, and no other column names customers"
    }

    /// Whether each value of one column stands with one of another, and the other way round.
    private static func isPaired(_ place: Int, _ other: Int, _ rows: [[String]]) -> Bool {
        var forth: [String: String] = [:], back: [String: String] = [:]
        for row in rows where place < row.count && other < row.count {
            let (value, name) = (row[place], row[other])
            guard value.isEmpty == name.isEmpty else { return false }
            guard !value.isEmpty else { continue }
            if forth.updateValue(name, forKey: value) ?? name != name { return false }
            if back.updateValue(value, forKey: name) ?? value != value { return false }
        }
        return !forth.isEmpty
    }

    /// Of several columns that may be the amount, the one that is what is open and what was paid together.
    private static func findAmount(
        _ names: [String], _ contents: [ColumnContents], _ rows: [[String]], _ found: inout [Found]
    ) {
        let keys = found.map(\.key)
        func first(_ meaning: ColumnMeaning) -> Int? {
            ColumnNames.names(of: meaning, in: .openItems).lazy.compactMap { keys.firstIndex(of: $0) }.first
        }
        guard let open = first(.open), let paid = first(.applied), let chosen = first(.amount) else { return }
        let candidates = found.indices.filter { place in
            let meanings = ColumnNames.meanings[found[place].key] ?? []
            return place != open && place != paid && contents[place].filled > 0
                && (meanings.contains(.amount) || found[place].byRule?.meaning == .amount)
        }
        func explained(_ place: Int) -> Int {
            rows.count { row in
                guard let whole = figure(place, row), let rest = figure(open, row) else { return false }
                return whole - (figure(paid, row) ?? 0) == rest
            }
        }
        let counts = candidates.map { ($0, explained($0)) }
        guard let best = counts.max(by: { $0.1 < $1.1 }), best.0 != chosen, best.1 > explained(chosen) else { return }
        for place in candidates where place != best.0 { found[place].key = "" }
        found[best.0].key = ColumnNames.mark(of: .amount)
        found[best.0].reason = "what is open and what was paid come to it"
    }

    /// An amount in thousandths, whichever its decimal sign; nil for a cell that is none.
    private static func figure(_ place: Int, _ row: [String]) -> Int64? {
        guard place < row.count, !row[place].isEmpty else { return nil }
        var text = row[place]
        return text.withUTF8 { scanAmount($0)?.minor(exponent: 3)?.amount }
    }

    /// Leaves one column to each meaning that several have by the words of their names: the one that fits best.
    private static func settle(
        _ found: inout [Found], _ names: [String], _ cells: (Int) -> [String]
    ) -> [Rivals] {
        var rivals: [Rivals] = []
        let groups = Dictionary(grouping: found.indices.filter { !found[$0].key.isEmpty }) { found[$0].key }
        for (_, places) in groups.sorted(by: { $0.value[0] < $1.value[0] }) where places.count > 1 {
            let best = places.compactMap { found[$0].byRule?.fit }.max()
            let equal = places.filter { found[$0].byRule.map { $0.fit == best } ?? true }
            for place in places where place != equal[0] {
                found[place].key = ""
                found[place].reason = ""
            }
            let first = cells(equal[0])
            if equal.dropFirst().contains(where: { cells($0) != first }) {
                rivals.append(Rivals(columns: equal))
            }
        }
        return rivals
    }
}
