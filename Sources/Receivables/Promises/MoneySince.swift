/// From where on money may count for commitments: the oldest entry that agreed something, and the oldest day on which
/// somebody claims to have paid.
public struct MoneySince: Sendable {
    /// The sequence number of the oldest entry that agreed something; money of imports after it may count.
    public let entry: Int64
    /// The oldest day on which a payment is claimed to have been made.
    public let day: Day

    /// All money that there is.
    public static let everything = MoneySince(entry: .min, day: Day(number: .min))

    private init(entry: Int64, day: Day) {
        self.entry = entry
        self.day = day
    }

    /// Finds from where on money matters for some commitments.
    public init(_ commitments: Commitments) {
        entry =
            [
                commitments.promises.map(\.part.entry).min(), commitments.claims.map(\.part.entry).min(),
                commitments.disputes.map(\.part.entry).min(), commitments.plans.map(\.part.entry).min(),
            ].compactMap { $0 }.min() ?? .max
        day = commitments.claims.map(\.day).min() ?? .lastOfAll
    }
}
