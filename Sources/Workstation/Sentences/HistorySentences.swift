import Receivables

/// The history of a customer, why money is late, comments on calls.
enum HistorySentences {
    static let toTheList = "to the list"
    static let endsTheSearch = "ends the search"
    static let unfolds = "unfolds"
    static let searches = "searches"
    static let nothingOfThatKind = "Nothing of that kind."
    static func history(of name: String) -> String { "History of \(name)" }
    static func issued(_ day: String, due: String) -> String { "issued \(day), due \(due)" }
    static func open(of amount: String?) -> String { amount.map { "of \($0) open" } ?? "open" }

    // Payments and records.
    static func payment(_ receipt: Dossier.Received) -> String {
        let what =
            receipt.amount.minor < 0 ? "went back" : receipt.isStated ? "paid" : "paid, as the extract shows"
        return "\(receipt.amount.withCurrency) \(what)" + (receipt.item.isEmpty ? "" : " for \(receipt.item)")
    }

    // Why money is late.
    static let whyMoneyIsLate = "Why money is late"
    static let itsAccounts = "shows its accounts"
    static let causeNotSaid = "not said"
    static let noCauseYet = "No cause has been recorded yet. A line such as /cause invoice in a note records one."
    static let nothingOverdueBehindIt = "Nothing is overdue because of it now."
    static func overdue(becauseOf cause: String) -> String { "Overdue because of \(cause)" }
    static func overdueBehindCauses(_ money: Money) -> String {
        "\(money.roundedToMajor) \(money.currency.code) overdue in all; share of it, added up"
    }
    static func customers(_ count: Int) -> String { "\(count) customer\(count == 1 ? "" : "s")" }

    // Comments.
    static let commentsOnYourCalls = "Comments on your calls"
    static let opensAccount = "opens the account"
    static let noComments = "no one has commented on your calls in the last month"
    static func on(_ customer: String) -> String { "on \(customer)" }
    static func newComments(_ count: Int, lastBy author: String) -> String {
        count == 1
            ? "a comment on your calls, by \(author): :comments shows it"
            : "\(count) comments on your calls, the last by \(author): :comments shows them"
    }
}
