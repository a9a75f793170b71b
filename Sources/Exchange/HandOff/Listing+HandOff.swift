import Receivables

extension Listing {
    /// What is handed off, a line per case. Where a department can answer there are two empty columns for it: the list
    /// comes back as a file of answers (`ExtractKind.answers`), so that its column names are those that an import
    /// knows.
    public static func handOff(_ cases: [HandOffCase]) -> Listing {
        let canBeAnswered = cases.contains(where: \.canBeAnswered)
        var list = Listing(
            "handOff",
            columns: [
                "dispute", "for", "account", "name", "invoice", "amount", "currency", "reason", "text", "since", "due",
                "asked by",
            ] + (canBeAnswered ? answerColumns : []))
        for item in cases {
            let number = item.canBeAnswered ? item.part.map { "\($0)" } ?? "" : ""
            let row: [Cell] = [
                .plain(number), .text(item.recipient.title), .text(item.account.text), .text(item.name),
                .text(item.document),
                .plain(item.amount?.decimal ?? ""), .text(item.amount?.currency.code ?? ""), .text(item.kind.words),
                .text(item.text),
                .day(item.since), .day(item.due), .text(item.askedBy),
            ]
            list.add(row + (canBeAnswered ? [.plain(""), .plain("")] : []), item.json)
        }
        return list
    }

    static let answerColumns = ["answer", "answer text"]

    /// For a screen: without the columns that are only there to be filled in.
    public func withoutAnswers() -> Listing {
        let places = columns.indices.filter { !Listing.answerColumns.contains(columns[$0]) }
        var list = Listing(name, columns: places.map { columns[$0] })
        for row in rows { list.add(places.map { row[$0] }, .null) }
        return list
    }
}

extension HandOffCase {
    /// One case as an object of `duly hand-off --json` (ARCHITECTURE.md §6).
    public var json: JSONValue {
        [
            "for": .string(recipient.title), "reason": .string(kind.words), "canBeAnswered": .bool(canBeAnswered),
            "entry": .optional(part) { .string("\($0)") }, "account": .account(account), "name": .string(name),
            "document": .string(document), "amount": .optional(amount) { .string($0.decimal) },
            "currency": .optional(amount) { .string($0.currency.code) }, "text": .string(text),
            "since": .optional(since, JSONValue.day), "due": .optional(due, JSONValue.day), "askedBy": .string(askedBy),
        ]
    }
}
