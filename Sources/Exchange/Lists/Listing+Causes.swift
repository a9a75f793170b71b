import Receivables

extension Listing {
    /// Root causes by how often they were named.
    public static func causes(_ counts: [CauseCount]) -> Listing {
        var list = Listing("causes", columns: ["cause", "times", "customers", "disputes"])
        for count in counts {
            let name = count.cause?.rawValue ?? "not said"
            list.add(
                [.text(name), .plain("\(count.times)"), .plain("\(count.customers)"), .plain("\(count.disputes)")],
                [
                    "cause": .optional(count.cause) { .string($0.rawValue) }, "times": .integer(Int64(count.times)),
                    "customers": .integer(Int64(count.customers)), "disputes": .integer(Int64(count.disputes)),
                ])
        }
        return list
    }
}
