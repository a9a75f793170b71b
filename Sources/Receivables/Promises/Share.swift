/// The part of an item that a promise or an instalment covers, in minor units of the promise's currency.
public struct Share: Hashable, Sendable, Codable {
    /// The covered item.
    public var item: ItemKey
    /// How much of the item is covered, in minor units.
    public var amount: Int64
    /// What a later promise took over of it (DOMAIN.md §4: "only the shares it takes over are superseded").
    public var takenOver: Int64

    /// Creates a share of an item, in minor units.
    public init(_ item: ItemKey, _ amount: Int64, takenOver: Int64 = 0) {
        self.item = item
        self.amount = amount
        self.takenOver = takenOver
    }

    /// What the promise still covers of the item, in minor units.
    public var left: Int64 { Swift.max(0, amount - takenOver) }

    private enum CodingKeys: String, CodingKey { case item, amount, takenOver }

    /// Decodes a share; without `takenOver` nothing was.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        item = try values.decode(ItemKey.self, forKey: .item)
        amount = try values.decode(Int64.self, forKey: .amount)
        takenOver = try values.decodeIfPresent(Int64.self, forKey: .takenOver) ?? 0
    }

    /// Encodes a share without a `takenOver` of 0.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(item, forKey: .item)
        try values.encode(amount, forKey: .amount)
        if takenOver != 0 { try values.encode(takenOver, forKey: .takenOver) }
    }
}

extension [Share] {
    /// Takes `amount` off the shares, the first first. What is beyond them is let go.
    func less(_ amount: Int64) -> [Share] {
        var rest = amount
        return compactMap { share in
            let part = Swift.min(Swift.max(rest, 0), share.amount)
            rest -= part
            return share.amount > part ? Share(share.item, share.amount - part) : nil
        }
    }

    /// Sum in minor units; held at the largest value.
    var total: Int64 { reduce(0) { $0.saturatingAdd($1.amount) } }
}
