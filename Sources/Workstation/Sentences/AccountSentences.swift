import Receivables

/// The account: what is owed, how they pay, whom to speak to, what was agreed.
enum AccountSentences {
    static let account = "Account"
    static let noAccountIsOpen = "No account is open. Enter on a row opens it."
    static func reading(_ name: String) -> String { "reading \(name)\u{2026}" }
    static func marked(_ count: Int) -> String { "\(count) marked" }
    static func callable(until time: String) -> String { "until \(time)" }
    static func callable(from time: LocalTime, isOtherDay: Bool) -> String {
        "calls from \(isOtherDay ? time.day.weekday.short + " " : "")\(time.time.text)"
    }

    // What they owe.
    static let overdue = "overdue"
    static let open = "open"
    static let disputed = "disputed"
    static let promised = "promised"
    static let onAccount = "on account"
    static let notDue = "not due"
    static let oldest = "oldest"
    static let fallsDue = "Falls due"
    static func by(_ day: String) -> String { "by \(day)" }
    static let toCollect = "To collect"
    static func due(by day: String) -> String { "due by \(day)" }

    // How they pay.
    static func late(_ days: Int) -> String { "\(days) d late" }
    static let onTime = "on time"
    static func early(_ days: Int) -> String { "\(days) d early" }
    static let habitUnknown = "No dated payments yet, so how they pay is not known"
    static func used(_ percent: Int) -> String { "\(percent) % used" }
    static func unpaid(_ count: String, of days: String) -> String { "unpaid about \(count) of \(days)" }
    static func chance(_ percent: Int, withinDays days: Int) -> String { "\(days) days \(percent) %" }
    static let nothingOpen = "nothing open"
    static let accounts = "Accounts"
    static let paidOnce = "Paid"
    static let pays = "Pays"
    static func payments(_ count: Int) -> String { "\(count) payment\(count == 1 ? "" : "s")" }
    static let creditLimit = "credit limit"
    static let gettingLater = "getting later"
    static let gettingBetter = "getting better"
    static func nextDays(_ count: Int) -> String { "the next \(count) days" }
    static func daysAfterDue(_ count: Int) -> String { "the \(count) days after the due day" }
    static func paidWithin(_ item: String) -> String { "\(item) paid within" }

    // Whom to speak to.
    static let noContact = "no contact on file"
    static let noReasonGiven = "no reason given"
    static func names(_ names: [String], more: Int) -> String {
        names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
    static let doNotCallThis = "do not call"
    static let hold = "hold"
    static let holdInERP = "hold in the ERP"
    static func review(_ day: Day) -> String { "review \(day.short)" }
    static let doNotCall = "do not call"
    static func noCall(_ what: String, askedBy who: String, on day: String, review: Day) -> String {
        what + (who.isEmpty ? "" : ", asked by \(who)") + " on \(day), \(self.review(review))"
    }
    static let notAValidNumber = "not a valid number"
    static let wrongNumber = "wrong number"
    static func reached(_ count: Int, of tried: Int) -> String { "reached \(count) of \(tried)" }

    // What was agreed, and what is next.
    static let agreed = "Agreed"
    static let agenda = "Agenda"
    static let expect = "Expect"
    static let nextStep = "Next step"
    static let promise = "promise"
    static let plan = "plan"
    static let saidToBePaid = "paid?"
    static let dispute = "dispute"
    static func openMatters(promises: String?) -> String {
        "Open matters" + (promises.map { "; promises: \($0)" } ?? "")
    }
    static func before(_ outcome: String) -> String { "before: \(outcome)" }
    static let new = "New"
    static func new(since day: String) -> String { "New since \(day)" }

    // What happened.
    static let history = "History"
    static let noLongerNeeded = "no longer needed: paid"
    static let readBack = "read back"
    static func comment(on entry: Int64) -> String { "comment on entry \(entry)" }
    static let takenBack = "taken back"
    static let call = "call"
    static func track(_ situation: String, steps: Int) -> String {
        "\(situation), \(steps) step\(steps == 1 ? "" : "s")"
    }

    // Holds, and follow-ups given to a colleague.
    static let holdIsTheERPs = "the hold was set in the ERP and is released there"
    static func notOnHold(_ name: String) -> String { "\(name) is not on hold" }
    static let endHold = "End our hold: calls go on."
    static let mayBeCalledAgain = "They may be called again."
    static let released = "released"
    static let mayBeCalled = "may be called again"
    static let toWhom = "to whom? give ben asks for the copy"
    static func noFollowUp(_ name: String) -> String { "\(name) has no follow-up to give" }
    static func withWhichLine(_ colleague: String) -> String { "with which words? give \(colleague) asks for the copy" }
    static func isTheirsNow(_ day: Day, _ colleague: String) -> String {
        "the follow-up of \(day.short) is now \(colleague)'s"
    }
    static func goes(_ day: Day, _ why: String, to colleague: String, _ line: String) -> String {
        "\(day.short) \(why) goes to \(colleague): \u{201C}\(line)\u{201D}"
    }
}
