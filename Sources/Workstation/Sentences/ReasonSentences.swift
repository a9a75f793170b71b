import Receivables

/// Why an account stands where it does: the worth of a call, and what multiplies it.
enum ReasonSentences {
    static func why(_ name: String) -> String { "Why \(name)" }
    static let worthOfACall = "Worth of a call"
    static func howToReadScore(cell: String) -> String { ", 100 points more mean twice the worth; cell \(cell)" }
    static let toDecide = "To decide: calling has gone on long enough."
    static func rests(until day: Day, _ why: String) -> String { "Rests until \(day.short): \(why)" }
    static let nothingOpen = "Nothing is open and nothing agreed."
    static let whatMultipliesIt = "What multiplies it"
    static let goodToKnow = "Good to know"
    static func moreItems(_ count: Int) -> String { "and \(count) more item\(count == 1 ? "" : "s")" }
    static let worth = "worth"
    static let days = "days"
    static let score = "Score"
    static let together = "together"
    static func factors(days: String, likelihood: String) -> String {
        "\u{00D7} \(days) days \u{00D7} \(likelihood) likely"
    }
    static func beforeDue(_ share: String) -> String { "\u{00D7} \(share) before due" }
}
