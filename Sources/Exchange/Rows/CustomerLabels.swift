/// What a row of labels says of a customer.
struct CustomerLabels {
    private(set) var number: String?
    private(set) var name: String?
    private(set) var contact: String?
    private(set) var phone: String?
    private(set) var email: String?

    init(_ cells: [String]) {
        let filled = cells.filter { !$0.isEmpty }
        guard let first = filled.first, first.utf8.count <= 200 else { return }
        if filled.count == 1 {
            if let (label, value) = CustomerLabels.pair(in: first) { note(label, value) }
            return
        }
        for (label, value) in zip(filled, filled.dropFirst()) where label.hasSuffix(":") && !value.hasSuffix(":") {
            note(String(label.dropLast()), value)
        }
    }

    /// Whether a row consists of labels and what they say.
    static func isLabels(_ filled: [String]) -> Bool {
        guard let first = filled.first, first.hasSuffix(":"), first.count > 1 else { return false }
        return true
    }

    /// `Customer         100020`, `Kunde: 10020`.
    private static func pair(in text: String) -> (String, String)? {
        var parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count < 2, let blanks = text.range(of: "  ") {
            parts = [String(text[..<blanks.lowerBound]), String(text[blanks.upperBound...])]
        }
        guard parts.count == 2 else { return nil }
        let (label, value) = (parts[0].trimmingBlanks, parts[1].trimmingBlanks)
        return label.isEmpty || value.isEmpty || label.count > 30 ? nil : (label, value)
    }

    private mutating func note(_ label: String, _ value: String) {
        let name = HeaderName(label).text
        func isName(of meaning: ColumnMeaning) -> Bool {
            ColumnNames.names(of: meaning, in: .openItems).contains(name)
        }
        let words = HeaderWords(label).words
        func speaks(of concepts: [HeaderConcept]) -> Bool {
            words.count == concepts.count && zip(words, concepts).allSatisfy { $0.contains($1) }
        }
        if isName(of: .account) || speaks(of: [.party]) || speaks(of: [.party, .number]) {
            if number == nil { number = value }
        } else if isName(of: .accountName) || speaks(of: [.name]) {
            self.name = self.name ?? value
        } else if isName(of: .contactPhone) || speaks(of: [.phone]) {
            phone = value
        } else if isName(of: .contactEmail) || speaks(of: [.email]) {
            email = value
        } else if isName(of: .contactName) || speaks(of: [.contact]) {
            contact = value
        }
    }
}
