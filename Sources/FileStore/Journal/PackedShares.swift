import Receivables

/// Shares as one text: they are only ever read whole, with the promise that they belong to. Fields end with a unit
/// separator, which no number from an ERP holds.
enum PackedShares {
    private static let end: UInt8 = 0x1F

    static func written(_ shares: [Share]) -> String {
        var text = ""
        for share in shares {
            for field in [
                share.item.account.text, share.item.company, share.item.number, "\(share.amount)", "\(share.takenOver)",
            ] {
                text += field
                text.unicodeScalars.append(Unicode.Scalar(end))
            }
        }
        return text
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> [Share] {
        var fields = Fields(bytes: bytes)
        var shares: [Share] = []
        while let account = fields.text(), let company = fields.text(), let number = fields.text(),
            let amount = fields.number(),
            let takenOver = fields.number()
        {
            shares.append(
                Share(
                    ItemKey(account: AccountNumber(account), company: company, number: number), amount,
                    takenOver: takenOver))
        }
        return shares
    }

    /// Reads one field after the other.
    private struct Fields {
        let bytes: UnsafeBufferPointer<UInt8>
        private var place = 0

        init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        private mutating func next() -> UnsafeBufferPointer<UInt8>? {
            let first = place
            while place < bytes.count {
                place += 1
                if bytes[place - 1] == PackedShares.end {
                    return UnsafeBufferPointer(rebasing: bytes[first..<place - 1])
                }
            }
            return nil
        }

        mutating func text() -> String? { next().map { String(decoding: $0, as: UTF8.self) } }

        /// 0 for what is no number.
        mutating func number() -> Int64? { text().map { Int64($0) ?? 0 } }
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
