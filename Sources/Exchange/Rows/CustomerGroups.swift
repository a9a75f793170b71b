/// Customers as headings above their rows, as Xero and QuickBooks print them: a heading opens a group, a total of its
/// name closes it. A group may have groups within it, as projects within a customer.
struct CustomerGroups {
    /// Headings that some total closes; others are page lines.
    private let names: Set<String>
    private var open: [String] = []

    init(_ evidence: GroupEvidence) { names = evidence.closed }

    /// Goes on to a row that is no data.
    mutating func pass(_ record: Record, _ reason: SkipReason) {
        guard let line = GroupLine(record, reason) else { return }
        if line.mayOpen, names.contains(line.text) {
            open.append(line.text)
        } else if let place = open.lastIndex(where: line.closes) {
            open.removeSubrange(place...)
        }
    }

    /// The customer whose rows follow: `Freeman:Ocean View Road`; nil outside of all groups.
    var current: String? { open.isEmpty ? nil : open.joined(separator: ":") }
}

/// The headings of a file that totals close.
struct GroupEvidence {
    private var headings: Set<String> = []
    private(set) var closed: Set<String> = []
    /// The first of them.
    private(set) var example: Sighting?
    private var lines: [String: Int] = [:]

    mutating func pass(_ record: Record, _ reason: SkipReason) {
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
