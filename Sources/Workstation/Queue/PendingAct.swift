import Receivables

/// A row's entry on its way into the book.
struct PendingAct: Sendable {
    let id: String
    let payer: AccountNumber?
    let name: String
    let act: Act
    let words: String
}
