/// An item that can be asked for, as it enters the worth of a call:
/// amount × expected days unpaid × likelihood (× the share for money not yet due).
public struct AskedItem: Hashable, Sendable {
    /// The account, company code and number of the item.
    public var key: ItemKey
    /// What of it can be asked for.
    public var amount: Money
    /// Days past due; zero or negative for what is not yet overdue.
    public var daysPastDue: Int
    /// Of the strategy's horizon.
    public var unpaidDays: Double
    /// From the strategy's least likelihood to 1.
    public var likelihood: Double
    /// In percent, 100 for what is overdue.
    public var share: Int

    /// The item's number.
    public var number: String { key.number }

    /// Whether it is not overdue yet.
    public var isBeforeDue: Bool { daysPastDue < 1 }

    /// In minor units of the item's currency × days.
    var worth: Double { Double(amount.minor) * unpaidDays * likelihood * Double(share) / 100 }

    /// `22.4`
    public static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
