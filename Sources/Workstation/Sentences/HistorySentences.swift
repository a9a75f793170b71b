/// What the history, comments and causes say.
enum HistorySentences {
    static func history(of what: String) -> String { "History of \(what)" }
    static let nothingOfThatKind = "Nothing of that kind."
    static let unfold = "unfolds"
    static let search = "searches"
    static let all = "all"
    static let toTheList = "to the list"
    static let noSearch = "ends the search"
    static func issued(_ issued: String, due: String) -> String { "issued \(issued), due \(due), " }
    static let open = "open"
    static let paid = "paid"
    static let paidAsTheExtractShows = "paid, as the extract shows"
    static let wentBack = "went back"
    static func money(_ amount: String, _ what: String, for item: String) -> String {
        "\(amount) \(what)" + (item.isEmpty ? "" : " for \(item)")
    }

    static let commentsOnYourCalls = "Comments on your calls"
    static func on(_ customer: String) -> String { "on \(customer)" }
    static let opensTheAccount = "opens the account"
    static let noComments = "no one has commented on your calls in the last month"
    static func newComments(_ count: Int, by author: String) -> String {
        count == 1
            ? "a comment on your calls, by \(author): :comments shows it"
            : "\(count) comments on your calls, the last by \(author): :comments shows them"
    }

    static let whyMoneyIsLate = "Why money is late"
    static func overdue(because cause: String) -> String { "Overdue because of \(cause)" }
    static let itsAccounts = "shows its accounts"
    static let opens = "opens"
    static let notSaid = "not said"
    static let noCauses =
        "No cause has been recorded yet. A line such as /cause invoice in a note records one."
    static let nothingOverdueBehindIt = "Nothing is overdue because of it now."
    static func overdueBehindThem(_ money: String) -> String { "\(money) overdue in all; share of it, added up" }
    static func customers(_ count: Int) -> String { "\(count) customer\(count == 1 ? "" : "s")" }
}
