import Receivables

extension ImportReport {
    /// JSON's `import` (DESIGN.md §6): rows = accepted + rejected + skipped.
    public var json: JSONValue {
        [
            "file": .string(plan.file), "kind": .string(plan.kind.rawValue), "day": .day(plan.day),
            "rows": .integer(rows), "accepted": .integer(accepted), "rejected": .integer(rejected),
            "skipped": .integer(skipped),
            "accounts": ["new": .integer(counts.accountsNew), "updated": .integer(counts.accountsUpdated)],
            "invoices": [
                "new": .integer(counts.itemsNew), "updated": .integer(counts.itemsUpdated),
                "unchanged": .integer(counts.itemsUnchanged), "cleared": .integer(counts.itemsCleared),
            ],
            "payments": ["new": .integer(counts.paymentsNew), "unchanged": .integer(counts.paymentsUnchanged)],
            "notes": ["new": .integer(counts.notesNew), "unchanged": .integer(counts.notesUnchanged)],
            "rates": ["changed": .integer(counts.ratesChanged)],
            "conventions": .object(plan.conventions.mapValues(JSONValue.string)),
            "notices": .list(notices, JSONValue.string),
            "rejects": .list(rejects) { problem in
                [
                    "line": .integer(problem.line), "column": .string(problem.column),
                    "reason": .string(problem.reason),
                ]
            },
        ]
    }
}
