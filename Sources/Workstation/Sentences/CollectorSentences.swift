import Receivables

/// Whose accounts are shown, covers, and what colleagues did meanwhile.
enum CollectorSentences {
    static let onlyAllAccounts = "the ERP assigns no account to you, and you cover for no one: all are shown"
    static func covered(_ people: [String]) -> String { "covered: \(people.joined(separator: ", "))" }
    static let cannotCoverYourself = "you can't cover for yourself"
    static let whileYouWereAway = "While you were away"
    static let noOneWorkedYourAccounts = "No one worked your accounts while you were away."
    static func call(_ result: String, isInbound: Bool) -> String { (isInbound ? "they called, " : "") + result }
    static func next(_ day: Day, _ why: String) -> String { "next \(day.short)" + (why.isEmpty ? "" : " \(why)") }
}
