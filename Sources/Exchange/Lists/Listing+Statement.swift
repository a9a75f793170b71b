import Receivables

extension Listing {
    /// A statement of account for a spreadsheet: a row per open item or payment on account, with the balance after it.
    public static func statement(_ statement: AccountStatement) -> Listing {
        var list = Listing(
            "statement",
            columns: [
                "date", "number", "order", "due", "currency", "amount", "balance", "disputed", "promised", "reference",
            ])
        for line in statement.lines {
            let currency = line.amount.currency
            list.add(
                [
                    .day(line.day), .text(line.item?.number ?? ""), .text(line.purchaseOrder), .day(line.due),
                    .plain(currency.code), .amount(line.amount.minor, currency), .amount(line.balance.minor, currency),
                    .amount(line.disputed, currency), .amount(line.promised, currency), .text(line.reference),
                ],
                [
                    "date": .day(line.day), "number": .optional(line.item?.number, JSONValue.string),
                    "due": .optional(line.due, JSONValue.day), "currency": .string(currency.code),
                    "amount": .string(line.amount.decimal), "balance": .string(line.balance.decimal),
                ])
        }
        return list
    }
}
