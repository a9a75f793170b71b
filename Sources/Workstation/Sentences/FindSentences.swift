import Receivables

/// Finding an account, a draft, or who is on the phone.
enum FindSentences {
    static let find = "Find"
    static let whoIsCalling = "The phone rings: who is it?"
    static func draftUnreadable(_ file: String, _ why: String) -> String {
        "\(file) can't be read: \(why). It is kept as it is:"
    }
    static let whatToType = "name, number, contact, telephone or invoice"
    static let parkedOrType = "these are parked; or type who it is"
    static let nothingFound = "nothing found"
    static let cannotBeRead = "can't be read"
    static func paidBy(_ payer: AccountNumber) -> String { "paid by \(payer)" }
    static func spoke(_ day: String) -> String { "spoke \(day)" }
}
