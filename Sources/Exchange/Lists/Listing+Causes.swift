import Receivables

extension Listing {
    /// Root causes by how often they were named.
    public static func causes(_ counts: [CauseCount]) -> Listing {
        var list = Listing("causes", columns: ["cause", "times", "customers", "disputes", "overdue", "days"])
        for count in counts {
            let name = count.cause?.rawValue ?? "not said"
            list.add(
                [
                    .text(name), .plain("\(count.times)"), .plain("\(count.customers)"), .plain("\(count.disputes)"),
                    .plain(count.behind.first.map { Money(minor: count.overdue, $0.overdue.currency).decimal } ?? ""),
                    .plain(count.behind.isEmpty ? "" : "\(count.days)"),
                ],
                [
                    "cause": .optional(count.cause) { .string($0.rawValue) }, "times": .integer(Int64(count.times)),
                    "customers": .integer(Int64(count.customers)), "disputes": .integer(Int64(count.disputes)),
                    "overdue": .optional(count.behind.first) {
                        .string(Money(minor: count.overdue, $0.overdue.currency).decimal)
                    },
                    "days": .integer(Int64(count.days)),
                    "department": .optional(count.cause?.department) { .string($0) },
                    "accounts": .list(count.behind) { .account($0.account) },
                ])
        }
        return list
    }
}
