import Receivables

/// Shares as one text: they are only ever read whole, with the promise that they belong to. Fields end with a unit
/// separator, which no number from an ERP holds.
enum PackedShares {
    private static let end: Character = "\u{1F}"

    static func written(_ shares: [Share]) -> String {
        var text = ""
        for share in shares {
            for field in [share.item.account.text, share.item.company, share.item.number, "\(share.amount)", "\(share.takenOver)"] {
                text += field
                text.append(end)
            }
        }
        return text
    }

    static func read(_ text: String) -> [Share] {
        guard !text.isEmpty else { return [] }
        let fields = text.utf8.split(separator: 0x1F, omittingEmptySubsequences: false)
        return stride(from: 0, to: fields.count - 4, by: 5).map { place in
            func field(_ nth: Int) -> String { String(Substring(fields[place + nth])) }
            return Share(
                ItemKey(account: AccountNumber(field(0)), company: field(1), number: field(2)), Int64(field(3)) ?? 0,
                takenOver: Int64(field(4)) ?? 0)
        }
    }
}

/// Instalments as one text: `day:amount` with a space behind each.
enum PackedInstalments {
    static func written(_ instalments: [Instalment]) -> String {
        instalments.map { "\($0.day.number):\($0.amount.minor) " }.joined()
    }

    static func read(_ text: String, _ currency: Currency) -> [Instalment] {
        text.split(separator: " ").compactMap { pair in
            let parts = pair.split(separator: ":")
            guard parts.count == 2, let day = Int32(parts[0]), let amount = Int64(parts[1]) else { return nil }
            return Instalment(day: Day(number: day), amount: Money(minor: amount, currency))
        }
    }
}
