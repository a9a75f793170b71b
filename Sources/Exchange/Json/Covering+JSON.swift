import Receivables

extension Covering {
    /// A cover as an object of `duly cover --json` (ARCHITECTURE.md §6).
    public var json: JSONValue {
        ["by": .string(by), "colleague": .string(colleague), "from": .day(from), "until": .day(until)]
    }
}

extension Covered {
    /// The entry, with the customer's name.
    public var json: JSONValue { entry.json.merging(["name": .string(name)]) }
}
