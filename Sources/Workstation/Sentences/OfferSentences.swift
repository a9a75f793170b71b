/// What can be offered to a customer.
enum OfferSentences {
    static func offers(to name: String) -> String { "Offers to \(name)" }
    static let nothingToOffer = "Nothing can be asked for today, so there is nothing to offer."
    static func planWithDown(_ count: Int) -> String { "in \(count), with a down payment" }
    static func plan(of count: Int) -> String { "plan of \(count)" }
}
