import Exchange
import Receivables

/// What the import page says of a file, and what it asks where the file can be read in more than one way.
enum ImportPageSentences {
    static func isAFolder(_ path: String) -> String { "\(path) is a folder: name a file, or use duly import \(path)." }
    static let nothingInIt = "There is nothing in it."
    static func readWithProfile(_ profile: String) -> String { "read with the profile \(profile)" }
    static func skipped(_ what: String) -> String { "skipped: \(what)" }
    static let ifMeant = "If that is meant, say so below by “if odd”."
    static let ifPartOrTrue =
        "If it is a part of the ledger, say so below by “extract”; if it is true, by “if odd”."
    static func rows(_ count: Int, of day: Day, _ source: String) -> String {
        "\(rows(count)) of \(day.long) (\(source))"
    }
    private static func rows(_ count: Int) -> String { "\(count) \(count == 1 ? "row" : "rows")" }
    static func sheet(_ name: String) -> String { "the sheet “\(name)”" }
    static func text(_ encoding: String, separator: String) -> String { "\(encoding), cells separated by \(separator)" }
    static func header(onLine line: Int) -> String { "header on line \(line)" }
    static func rows(_ count: Int, accepted: Int, refused: Int, skipped: Int) -> String {
        "\(rows(count)): \(accepted) accepted, \(refused) refused, \(skipped) skipped"
    }
    static let sayWhichColumn = "Say below which column holds it."
    static func cellsAreBelow(line: Int) -> String { "They are below, as they are on line \(line)." }

    // Questions.
    static let whichCurrency = "No row names a currency. Which is it?"
    static let whichKind = "The columns fit a list of open items as well as one of payments. Which is it?"
    static let openItems = "open items: invoices that customers still owe"
    static let payments = "payments: money that came in"
    static func whichColumn(_ count: Int, _ meaning: String) -> String {
        "\(count) columns may be the \(meaning), and they differ. Which is it?"
    }
    static let stillOpen = "yes: it is still open"
    static let wasPaid = "no: it was paid"
    static let neither = "neither: leave it aside"
    static let leaveBalanceAside = "no: leave the balance aside, the amounts are open"
    static func whichDates(_ column: String) -> String { "\(column): the dates fit more than one order. Which is it?" }
    static func reading(_ cell: Sighting, is text: String) -> String { "\(onLine(cell)) is \(text)" }
    static func onLine(_ cell: Sighting) -> String { "\(cell.text) on line \(cell.line)" }
    static func datesDisagree(_ column: String, _ first: Sighting, _ second: Sighting) -> String {
        "\(column): \(onLine(first)) and \(onLine(second)) can't be of one order. "
            + "Export the file again, or choose one and lose the rows that don't fit."
    }
    static func whichAmounts(_ column: String) -> String {
        "\(column): the amounts can be read in two ways. Which is it?"
    }
    static func amountsDisagree(_ column: String, point: Sighting, comma: Sighting) -> String {
        "\(column): \(onLine(point)) has a decimal point, \(onLine(comma)) a decimal comma. "
            + "Export the file again, or choose one, and the rows that don't fit are refused."
    }
    static func whatMinusMeans(_ column: String, _ count: Int, of rows: Int, _ first: Sighting) -> String {
        "\(column): \(count) of \(rows) amounts have a minus, such as \(onLine(first)). What does it mean?"
    }
    static let whichEncoding = "The file is not UTF-8, and more than one encoding fits. Which is it?"
    static let whichEncodingOfAll =
        "The file is not UTF-8, and no encoding fits well. Which is it? More are below, by “encoding”."
    static func whichSheet(_ count: Int) -> String {
        "\(count) sheets have the same columns. Which is it? "
            + "If it is a part of the ledger, say so below by “extract”."
    }
    static func isItStillOpen(_ column: String, _ cell: Sighting, of whole: String) -> String {
        "\(column): \(cell.text) of \(whole) on line \(cell.line). Is it what is still open?"
    }
    static func wasAnythingPaid(_ column: String, _ balance: Sighting) -> String {
        "\(column) has one value for all rows of a customer, such as \(onLine(balance)): their balance. "
            + "Was anything paid of the amounts?"
    }
}
