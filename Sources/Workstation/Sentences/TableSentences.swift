import Receivables

/// Tables of the command line: ageing, journal, contact rules.
enum TableSentences {
    static func ageing(asOf day: Day) -> String { "Ageing as of \(day.long)" }
    static let total = "total"
    static let nothingIsOpen = "Nothing is open."
    static let unapplied = "unapplied"
    static let balance = "balance"
    static let tooLarge = "too large"

    // Entries of the journal.
    static func tookBack(_ entry: Int64) -> String { "took entry \(entry) back" }
    static func comment(on entry: Int64, of author: String) -> String { "comment on entry \(entry) of \(author)" }
    static func next(_ day: Day) -> String { "next \(day.iso)" }
    static func call(_ call: CallRecord) -> String {
        let who = call.contact.isEmpty ? "" : " with \(call.contact)"
        return "call \(call.direction.rawValue)\(who): \(call.result.title)"
    }
    static let emailReceived = "e-mail received"
    static let note = "note"
    static func imported(_ record: ImportRecord) -> String {
        let counts = record.counts
        return "import of \(record.file): \(counts.itemsNew) new, \(counts.itemsUpdated) updated, "
            + "\(counts.itemsCleared) cleared"
    }

    // Contact rules.
    static let weCall = "we call"
    static let customersAreCalled = "customers are called"
    static func inTheirZone(_ hours: String) -> String { "\(hours) in their time zone" }
    static let attempts = "attempts"
    static func attempts(aDay: Int, aWeek: Int) -> String { "\(aDay) a day, \(aWeek) in 7 days" }
    static let quietAfterContact = "quiet after contact"
    static let daysOff = "days off"
    static let noDays = "none"
    static func businessDays(_ count: Int) -> String { count == 1 ? "1 business day" : "\(count) business days" }
}
