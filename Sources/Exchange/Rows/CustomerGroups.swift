/// Whose rows are being read: a heading opens a group, a total of its name or the next heading closes it. A group may
/// have groups within it, as projects within a customer.
struct CustomerGroups {
    private let grouping: CustomerGrouping
    /// Headings that some total closes; others are page lines.
    private let names: Set<String>
    /// The totals that close headings don't name them.
    private let isBare: Bool
    private var open: [String] = []
    /// The customer of the labels that were met last.
    private var labelled: CustomerHeading?

    init(_ evidence: GroupEvidence, _ grouping: CustomerGrouping) {
        names = evidence.closed
        isBare = evidence.isBare
        self.grouping = grouping
    }

    /// Goes on to a row that is no data.
    mutating func pass(_ record: Record, _ reason: SkipReason) {
        switch grouping {
        case .closedByTotals:
            guard let line = GroupLine(record, reason) else { return }
            if line.mayOpen, names.contains(line.text) {
                open.append(line.text)
            } else if isBare, line.isBareTotal {
                open = []
            } else if let place = open.lastIndex(where: line.closes) {
                open.removeSubrange(place...)
            }
        case .withTotals:
            if reason == .pageLine { open = [record[0].text] }
        case .inOwnColumn: if let line = GroupLine(record, reason) { open = line.mayOpen ? [line.text] : [] }
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

/// The headings of a file that totals close.
struct GroupEvidence {
    private var headings: Set<String> = []
    private var named: Set<String> = []
    /// Headings that a total without a name comes after, and the heading that was met last.
    private var bare: Set<String> = []
    private var last: String?
    /// The first of them.
    private(set) var example: Sighting?
    private var lines: [String: Int] = [:]

    /// Headings that totals close: totals of their names, or else totals without a name.
    var closed: Set<String> { isBare ? bare : named }
    var isBare: Bool { named.isEmpty }

    mutating func pass(_ record: Record, _ reason: SkipReason, _ grouping: CustomerGrouping?) {
        switch grouping {
        case .labelled:
            if example == nil, let number = CustomerLabels(record.texts).number {
                example = Sighting(text: number, line: record.line)
            }
        case .withTotals:
            if example == nil, reason == .pageLine { example = Sighting(text: record[0].text, line: record.line) }
        case .inOwnColumn:
            guard example == nil, let line = GroupLine(record, reason), line.mayOpen else { return }
            example = Sighting(text: line.text, line: record.line)
        case .closedByTotals, nil: pass(record, reason)
        }
    }

    private mutating func pass(_ record: Record, _ reason: SkipReason) {
        guard let line = GroupLine(record, reason) else { return }
        if let name = line.names.first(where: headings.contains) {
            named.insert(name)
            if example == nil { example = Sighting(text: name, line: lines[name] ?? record.line) }
            lines = [:]
        } else if line.isBareTotal {
            if let last {
                bare.insert(last)
                if example == nil { example = Sighting(text: last, line: lines[last] ?? record.line) }
            }
            last = nil
        } else if line.mayOpen {
            last = line.text
            note(line, record)
        }
    }

    private mutating func note(_ line: GroupLine, _ record: Record) {
        if headings.insert(line.text).inserted, example == nil {
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

    /// `Total:`, of whatever stands above.
    var isBareTotal: Bool {
        ["total", "totals", "subtotal", "summe", "gesamt", "totaal", "totale", "summa", "razem", "suma"].contains(
            HeaderName(text).text)
    }

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
