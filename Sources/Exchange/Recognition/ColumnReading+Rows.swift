import Receivables

// Columns that are known by what stands in their rows.
extension ColumnReading {
    /// What the rows with a day hold: headings and totals have none.
    static func ofDays(_ contents: [ColumnContents], _ rows: [[String]], _ found: [Found]) -> [ColumnContents] {
        let days = Set([ColumnMeaning.due, .day].flatMap { ColumnNames.names(of: $0, in: .openItems) })
        guard let day = found.firstIndex(where: { days.contains($0.key) }) else { return contents }
        let dated = rows.filter { day < $0.count && !$0[day].isEmpty }
        guard dated.count < rows.count, !dated.isEmpty else { return contents }
        return contents.indices.map { place in
            ColumnContents(dated.compactMap { place < $0.count ? $0[place] : nil })
        }
    }

    /// Of an instalment's amount and the amount of its invoice the former is the row's own.
    static func findInstalment(_ names: [String], _ found: inout [Found]) {
        let amounts = Set(ColumnNames.names(of: .amount, in: .openItems))
        let places = found.indices.filter { amounts.contains(found[$0].key) }
        let parts = places.filter { place in
            found[place].byRule != nil && HeaderWords(names[place]).words.contains { $0.contains(.part) }
        }
        guard parts.count == 1, let part = parts.first else { return }
        for place in places where place != part { found[place] = Found() }
    }

    /// Where no column is called a type of document, a text or an unknown column whose every cell is the name of one,
    /// some of credits or payments; or an unknown column of sides. In the same way an unknown column of statuses.
    static func findTypes(_ names: [String], _ contents: [ColumnContents], _ found: inout [Found]) {
        let texts = Set(ColumnNames.names(of: .noteText, in: .notes))
        func isNamed(_ meanings: [ColumnMeaning]) -> Bool {
            let known = Set(meanings.flatMap { ColumnNames.names(of: $0, in: .openItems) })
            return found.contains { known.contains($0.key) }
        }
        func mark(_ meaning: ColumnMeaning, isText: Bool = false, _ isOne: (ColumnContents) -> Bool) {
            let places = names.indices.filter { place in
                let isUnknown = found[place].byRule == nil && ColumnNames.meanings[found[place].key] == nil
                let isOfPayment = HeaderWords(names[place]).words.contains { $0.contains(.paid) }
                return (isUnknown && !found[place].key.hasPrefix("~") || isText && texts.contains(found[place].key))
                    && !isOfPayment && !names[place].isEmpty && isOne(contents[place])
            }
            guard places.count == 1, let place = places.first else { return }
            found[place] = Found(key: ColumnNames.mark(of: meaning), reason: "by its cells")
        }
        if !isNamed([.status]) { mark(.status, \.areStatuses) }
        guard !isNamed([.documentType, .debitOrCredit]) else { return }
        mark(.documentType, isText: true, \.areTypes)
        mark(.debitOrCredit, \.areSides)
    }
}
