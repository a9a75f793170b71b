/// The page and the charts of the backtest; its numbers in words are in `BacktestWords`.
enum BacktestSentences {
    static let backtest = "Backtest"
    static let notReplayed = "The past was not replayed."
    static let whatIsReplayed = "The strategy in force and simpler rules, day by day."
    static let replaying = "replaying the past"
    static let howToReadTheTable =
        "Share of the delay that the best first calls would have been about; in brackets its 95 % interval over days."
    static func of(_ span: String) -> String { "of \(span)" }
    static func shares(onDays count: Int) -> String {
        let days = count == 1 ? "1 past day" : "\(count) past days"
        return "On \(days), of the delay that the best calls would have been about:"
    }
    static func now(_ share: Double) -> String { "now \(BacktestWords.percent(share))" }
    static func new(_ share: Double) -> String { "new \(BacktestWords.percent(share))" }
    static let howToReadTheBars = "A full bar is all the delay that the best first calls would have been about."
    static let callsADay = "Calls a day"
    static func overTime(calls: Int) -> String { "Over time, \(BacktestWords.callsADay(calls))" }
}
