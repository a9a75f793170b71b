/// What the history, comments and causes say.
enum HistorySentences {
    static func history(of what: String) -> String { "History of \(what)" }
    static let nothingOfThatKind = "Nothing of that kind."
    static let unfold = "unfold"
    static let search = "search"
    static let all = "all"
    static let toTheList = "to the list"
    static let noSearch = "no search"
    static func issued(_ issued: String, due: String) -> String { "issued \(issued), due \(due), " }
    static let open = "open"
    static let paid = "paid"
    static let paidAsTheExtractShows = "paid, as the extract shows"
    static let wentBack = "went back"

    static let commentsOnYourCalls = "Comments on your calls"
    static let opensTheAccount = "opens the account"
    static let noComments = "no one has commented on your calls in the last month"
    static func newComments(_ count: Int, by author: String) -> String {
        count == 1
            ? "a comment on your calls, by \(author): :comments shows it"
            : "\(count) comments on your calls, the last by \(author): :comments shows them"
    }

    static let whyMoneyIsLate = "Why money is late"
    static func overdue(because cause: String) -> String { "Overdue because of \(cause)" }
    static let itsAccounts = "its accounts"
    static let opens = "opens"
    static let notSaid = "not said"
    static let noCauses = "Nobody has named a cause yet: /cause in a note does, as in /cause invoice."
    static let nothingOverdueBehindIt = "Nothing is overdue behind it now."
    static func overdueBehindThem(_ money: String) -> String { "\(money) overdue behind them; share of it, added up" }
    static func customers(_ count: Int) -> String { "\(count) customer\(count == 1 ? "" : "s")" }
}
