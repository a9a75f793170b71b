import Receivables

extension ImportReport {
    /// JSON's `import` (ARCHITECTURE.md §6): rows = accepted + rejected + skipped.
    public var json: JSONValue {
        guard let preview else { return outcome }
        return outcome.merging([
            "columns": .list(Array(zip(plan.columns, plan.reasons))) { column, reason in
                [
                    "header": .string(column.header), "meaning": .optional(column.meaning) { .string($0.words) },
                    "why": .string(reason.isEmpty && column.meaning != nil ? "its name is known" : reason),
                ]
            },
            "preview": .list(preview.rows) { row in
                let texts = zip(preview.titles, row.texts).map { ($0, JSONValue.string($1)) }
                return .object(Dictionary(texts) { first, _ in first }.merging(["line": .integer(row.line)]) { $1 })
            },
        ])
    }

    private var outcome: JSONValue {
        [
            "file": .string(plan.file), "kind": .string(plan.kind.rawValue), "day": .day(plan.day),
            "profile": .optional(plan.profile) { .string($0) }, "sheet": .optional(plan.sheet) { .string($0) },
            "rows": .integer(rows), "accepted": .integer(accepted), "rejected": .integer(rejected),
            "skipped": .integer(skipped),
            "accounts": ["new": .integer(counts.accountsNew), "updated": .integer(counts.accountsUpdated)],
            "invoices": [
                "new": .integer(counts.itemsNew), "updated": .integer(counts.itemsUpdated),
                "unchanged": .integer(counts.itemsUnchanged), "cleared": .integer(counts.itemsCleared),
            ],
            "payments": ["new": .integer(counts.paymentsNew), "unchanged": .integer(counts.paymentsUnchanged)],
            "notes": ["new": .integer(counts.notesNew), "unchanged": .integer(counts.notesUnchanged)],
            "answers": ["new": .integer(counts.answersNew), "unchanged": .integer(counts.answersUnchanged)],
            "rates": ["changed": .integer(counts.ratesChanged), "unchanged": .integer(counts.ratesUnchanged)],
            "conventions": .object(plan.conventions.mapValues(JSONValue.string)),
            "notices": .list(notices, JSONValue.string),
            "amounts": .object(
                Dictionary(
                    uniqueKeysWithValues: amounts.map { currency, amounts in
                        (
                            currency.code,
                            [
                                "new": .amount(amounts.new, currency), "updated": .amount(amounts.updated, currency),
                                "cleared": .amount(amounts.cleared, currency),
                                "received": .amount(amounts.received, currency),
                            ]
                        )
                    })),
            "duplicates": .list(duplicates) { duplicate in
                switch duplicate.likeness {
                case .number(let other): ["account": .account(duplicate.account), "other": .account(other)]
                case .name(let name): ["account": .account(duplicate.account), "name": .string(name)]
                }
            },
            "reasons": .list(rejectTally) { tally in
                [
                    "column": .string(tally.column), "reason": .string(tally.reason), "count": .integer(tally.count),
                    "line": .integer(tally.first.line),
                ]
            },
            "rejects": .list(rejects) { problem in
                [
                    "line": .integer(problem.line), "column": .string(problem.column),
                    "reason": .string(problem.reason),
                ]
            },
        ]
    }
}
