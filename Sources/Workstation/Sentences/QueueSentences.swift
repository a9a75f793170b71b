import Receivables

/// The queue, its parts, what rests, and what the caller does to a row.
enum QueueSentences {
    // Column headings and their cells.
    static let oldestColumn = "oldest"
    static let usualColumn = "usual"
    static let spokeColumn = "spoke"
    static let messageDue = "message due"
    static let nextStepColumn = "next step"
    static func spoke(daysAgo days: Int) -> String { days == 0 ? "today" : "\(days) d ago" }
    static let toCollectColumn = "to collect"
    static let nameColumn = "name"

    // The list.
    static let noOneToCall = "No one to call."
    static func opens(at time: String) -> String { "opens \(time)" }
    static let dealtWith = "dealt with"
    static func changes(_ count: Int64, key: String) -> String {
        count == 1 ? "1 change: \(key) shows it" : "\(count) changes: \(key) shows them"
    }
    static func rankedAgain(key: String) -> String { "ranked again: \(key) shows it" }
    static let queue = "Queue"
    static func ranked(_ day: Day, work: String?) -> String {
        "ranked \(day.weekday.short)\(work.map { "; \($0)" } ?? "")"
    }
    static func partIsDone(_ part: String, count: Int, _ outcomes: String) -> String {
        "\(part): \(count) dealt with: \(outcomes)"
    }
    static let noted = "noted"
    static func plannedThatDay(_ count: Int, target: Int? = nil) -> String {
        "\(count) planned that day" + (target.map { ", the daily target is \($0)" } ?? "")
    }

    // The queue as a table.
    static let nothingDueForACall = "No one to call: nothing collectable is due for a call."
    static func moreInBatch(_ count: Int, _ batch: String) -> String {
        "\(count) more in the batch \u{201C}\(batch)\u{201D}"
    }
    static let later = "Later"
    static func first(_ shown: Int, of total: Int) -> String { "\(shown) of \(total)" }
    static func queue(of day: Day) -> String { "Queue of \(day.short) \(day.civil.year)" }
    static func toCall(_ count: String) -> String { "\(count) to call" }
    static func payments(upTo day: Day) -> String { "payments up to \(day.short)" }
    static func appointment(_ why: String) -> String { "appointment" + (why.isEmpty ? "" : ": \(why)") }

    // Appointments.
    static func appointmentIsDue(at time: TimeOfDay, _ name: String, why: String, key: String) -> String {
        "\(time.text) \(name)\(why) (\(key) opens it)"
    }
    static let noAppointmentIsDue = "no appointment is due"

    // What the caller does to a row.
    static let laterToday = "later today"
    static let notPinned = "no longer pinned"
    static let pinned = "pinned"
    static func done(_ what: String) -> String { "\(what) done" }
    static func noteThatIsDone(_ what: String) -> String { "\(what): done" }
    static func next(_ what: String, on day: Day) -> String { ", next \(what), \(day.short)" }
    static func recorded(_ what: String, for name: String) -> String { "\(name): \(what)" }

    // Batches, urgency and value.
    static let urgencyAndValue = "Urgency and value"
    static let batches = "Batches"
    static let remindersToSend = "reminders to send"
    static let highValue = "high value"
    static let otherValue = "other"
    static let urgent = "urgent"
    static let notUrgent = "not urgent"
    static let whatHighValueMeans = "High value: the accounts that together hold 80 % of the money at stake."
    static let resting = "resting"

    // Who rests.
    static let restingTitle = "Resting"
    static func resting(_ count: Int) -> String {
        count == 0 ? "No account is resting." : "\(count) resting or waiting for a decision, highest worth first"
    }
}
