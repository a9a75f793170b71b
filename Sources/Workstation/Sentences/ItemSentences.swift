/// The open items, one to a line, and their sums.
enum ItemSentences {
    static let credits = "credits"
    static let credit = "credit"
    static let partPaid = "part paid"
    static let noTerms = "no terms"
    static func due(daysAgo days: Int) -> String {
        days > 0 ? "\(days) d" : days == 0 ? "today" : "in \(-days) d"
    }
}
