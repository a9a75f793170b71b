import Receivables

/// A payment as a file has it, and how often.
struct StagedPayment {
    var account: Int64
    var day: Day
    var reference: String
    var company: String
    var number: String
    var amount: Money
    var kind: Settlement.Kind
    var times: Int
    var line: Int
    /// The import that brought it, where that was an earlier one.
    var firstSeen: Int64?

    init(_ row: RawStatement) throws {
        account = row.int(0)
        day = row.day(1)
        reference = row.text(2)
        company = row.text(3)
        number = row.text(4)
        amount = Money(minor: row.int(5), try row.currency(6))
        kind = Settlement.Kind(rawValue: Int(row.int(7))) ?? .payment
        times = Int(row.int(8))
        line = Int(row.int(9))
    }
}
