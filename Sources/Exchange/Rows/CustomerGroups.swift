/// How customers stand above their rows, where no column names them.
enum CustomerGrouping: Equatable {
    /// As headings that a total of their name closes: Xero and QuickBooks.
    case closedByTotals
    /// As headings in the column of the numbers, with what their rows come to beside them: Odoo.
    case withTotals
    /// By labels: `A/C: MEAD01  Name: Meadow Joinery`, or a line `Customer  100020`: Sage and SAP's lists.
    case labelled

    /// - Parameter rows: the first rows of a file.
    init?(_ rows: [(line: Int, cells: [String])], header: Header) {
        let below = rows.filter { $0.line > header.line }
        if rows.contains(where: { $0.line != header.line && CustomerLabels($0.cells).number != nil }) {
            self = .labelled
        } else if header.names.count > 2, let first = below.first, first.cells.count(where: { !$0.isEmpty }) == 1 {
            self = .closedByTotals
        } else if CustomerGrouping.hasTotalsAbove(below.map(\.cells), header) {
            self = .withTotals
        } else {
            return nil
        }
    }

    /// Rows without a day, whose first cell is a name and whose other cells are amounts, above rows with a day.
    private static func hasTotalsAbove(_ rows: [[String]], _ header: Header) -> Bool {
        guard header.has(.day), !header.has(.itemNumber) || header[.itemNumber] == 0, let first = rows.first else {
            return false
        }
        return isHeading(first, header) && rows.contains { !isHeading($0, header) }
    }

    /// Whether a row is a heading with totals.
    static func isHeading(_ cells: [String], _ header: Header) -> Bool {
        guard let first = cells.first, !first.isEmpty else { return false }
        let days = [ColumnMeaning.day, .due].filter { header.has($0) }.map { header[$0] }
        return days.allSatisfy { $0 >= cells.count || cells[$0].isEmpty }
    }
}

/// A customer as it stands above its rows.
struct CustomerHeading: Equatable {
    /// What the account is known by.
    var number: String
    /// Empty where the number is all that is known.
    var name = ""
    /// The customer that it belongs to; empty where it is one itself.
    var payer = ""
    var contact = ""
    var phone = ""
    var email = ""
}

/// Whose rows are being read: a heading opens a group, a total of its name or the next heading closes it. A group may
/// have groups within it, as projects within a customer.
struct CustomerGroups {
    private let grouping: CustomerGrouping
    /// Headings that some total closes; others are page lines.
    private let names: Set<String>
    private var open: [String] = []
    /// The customer of the labels that were met last.
    private var labelled: CustomerHeading?

    init(_ evidence: GroupEvidence, _ grouping: CustomerGrouping) {
        names = evidence.closed
        self.grouping = grouping
    }

    /// Goes on to a row that is no data.
    mutating func pass(_ record: Record, _ reason: SkipReason) {
        switch grouping {
        case .closedByTotals:
            guard let line = GroupLine(record, reason) else { return }
            if line.mayOpen, names.contains(line.text) {
                open.append(line.text)
            } else if let place = open.lastIndex(where: line.closes) {
                open.removeSubrange(place...)
            }
        case .withTotals:
            if reason == .pageLine { open = [record[0].text] }
        case .labelled: pass(CustomerLabels(record.texts))
        }
    }

    private mutating func pass(_ labels: CustomerLabels) {
        if let number = labels.number { labelled = CustomerHeading(number: number) }
        guard labelled != nil else { return }
        if let name = labels.name, labelled?.name.isEmpty ?? false { labelled?.name = name }
        if let contact = labels.contact { labelled?.contact = contact }
        if let phone = labels.phone { labelled?.phone = phone }
        if let email = labels.email { labelled?.email = email }
    }

    /// The customer whose rows follow: `Freeman:Ocean View Road` of Freeman; nil outside of all groups.
    var current: CustomerHeading? {
        guard grouping != .labelled else { return labelled }
        guard let first = open.first, let last = open.last else { return nil }
        // What belongs to the customer itself stands under a heading of its own.
        let path = last == "\(first) - Other" ? open.dropLast() : open[...]
        return CustomerHeading(number: path.joined(separator: ":"), payer: path.count > 1 ? first : "")
    }
}

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

extension String {
    /// Without blanks at either end.
    var trimmingBlanks: String {
        var text = self[...]
        while text.first?.isWhitespace ?? false { text = text.dropFirst() }
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        return String(text)
    }
}

/// The headings of a file that totals close.
struct GroupEvidence {
    private var headings: Set<String> = []
    private(set) var closed: Set<String> = []
    /// The first of them.
    private(set) var example: Sighting?
    private var lines: [String: Int] = [:]

    mutating func pass(_ record: Record, _ reason: SkipReason, _ grouping: CustomerGrouping?) {
        switch grouping {
        case .labelled:
            if example == nil, let number = CustomerLabels(record.texts).number {
                example = Sighting(text: number, line: record.line)
            }
        case .withTotals:
            if example == nil, reason == .pageLine { example = Sighting(text: record[0].text, line: record.line) }
        case .closedByTotals, nil: pass(record, reason)
        }
    }

    private mutating func pass(_ record: Record, _ reason: SkipReason) {
        guard let line = GroupLine(record, reason) else { return }
        if let name = line.names.first(where: headings.contains) {
            closed.insert(name)
            if example == nil { example = Sighting(text: name, line: lines[name] ?? record.line) }
            lines = [:]
        } else if line.mayOpen, headings.insert(line.text).inserted, example == nil {
            lines[line.text] = record.line
        }
    }
}

/// A row that may open a group or close one.
private struct GroupLine {
    let text: String
    /// It is one cell alone.
    let mayOpen: Bool
    /// What it would close: `Total for Alder` closes `Alder`, and `for Alder` should that be a name.
    let names: [String]

    init?(_ record: Record, _ reason: SkipReason) {
        guard reason == .pageLine || reason == .total else { return nil }
        let filled = record.texts.filter { !$0.isEmpty }
        guard let first = filled.first else { return nil }
        text = first
        mayOpen = filled.count == 1
        names = GroupLine.names(in: first)
    }

    func closes(_ name: String) -> Bool { names.contains(name) }

    private static func names(in text: String) -> [String] {
        guard let word = ["totals", "total", "summe", "gesamt"].first(where: { text.lowercased().hasPrefix($0) }) else {
            return []
        }
        let rest = trimmed(text.dropFirst(word.count))
        let short = ["for ", "of "].first { rest.lowercased().hasPrefix($0) }.map { trimmed(rest.dropFirst($0.count)) }
        // Of a customer with projects.
        let ends = [rest, short].compactMap(\.self)
        return (ends + ends.compactMap(withoutProjects)).filter { !$0.isEmpty }
    }

    private static func withoutProjects(_ name: String) -> String? {
        let end = " with sub-customers"
        return name.lowercased().hasSuffix(end) ? String(name.dropLast(end.count)) : nil
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.first, " -:".contains(first) { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
