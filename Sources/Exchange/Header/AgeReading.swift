import Receivables

/// What a column of ages counts: days since the due day, days up to it, or days since the invoice's.
enum AgeReading {
    case overdue, untilDue, sinceInvoice

    private static let until: Set = [
        "until", "till", "before", "left", "remaining", "bis", "restants", "avant", "hasta", "restantes", "entro",
        "tot",
        "ate", "kvar", "til", "inden", "do",
    ]

    /// - Parameters:
    ///   - rows: the first rows below the header.
    ///   - day: the extract's.
    init?(_ rows: [(line: Int, cells: [String])], _ header: Header, _ conventions: Conventions, day: Day) {
        guard header.has(.daysOverdue), header.has(.day) else { return nil }
        var (same, other) = (0, 0)
        for row in rows where row.line > header.line {
            let (agePlace, dayPlace) = (header[.daysOverdue], header[.day])
            guard agePlace < row.cells.count, dayPlace < row.cells.count, let age = Int(row.cells[agePlace]) else {
                continue
            }
            var text = row.cells[dayPlace]
            guard case .day(let issued) = text.withUTF8({ conventions.date(.day).reading($0) }) else { continue }
            if abs(Int(day.number) - Int(issued.number) - age) <= 1 { same += 1 } else { other += 1 }
        }
        let isUntil = HeaderWords.parts(of: header.name(.daysOverdue)).contains(where: AgeReading.until.contains)
        self = isUntil ? .untilDue : other == 0 && same > 0 ? .sinceInvoice : .overdue
    }
}
