/// The number by which the ERP knows an account. Text: leading zeros are part of it.
public struct AccountNumber: Hashable, Sendable, Codable, Comparable {
    public let text: String

    public init(_ text: String) { self.text = text }

    public static func < (left: AccountNumber, right: AccountNumber) -> Bool { left.text < right.text }

    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension AccountNumber: CustomStringConvertible {
    public var description: String { text }
}

/// A customer account: items, ageing, limit and disputes belong to it (DOMAIN.md §2).
public struct Account: Hashable, Sendable, Codable {
    public var number: AccountNumber
    /// Who pays, and so whom to call: another account's number, by default its own.
    public var payer: AccountNumber
    public var name: String
    public var segment: String
    /// What its limit is stated in, and its items where their rows do not say.
    public var currency: Currency?
    public var creditLimit: Money?
    public var hold: Hold?
    public var terms: Terms?
    /// The customer's IANA time zone, such as `Europe/London`; empty where unknown.
    public var zone: String
    public var collector: String
    public var salesContact: String
    public var language: String

    public init(
        number: AccountNumber, payer: AccountNumber? = nil, name: String = "", segment: String = "",
        currency: Currency? = nil, creditLimit: Money? = nil, hold: Hold? = nil, terms: Terms? = nil,
        zone: String = "", collector: String = "", salesContact: String = "", language: String = ""
    ) {
        self.number = number
        self.payer = payer ?? number
        self.name = name
        self.segment = segment
        self.currency = currency
        self.creditLimit = creditLimit
        self.hold = hold
        self.terms = terms
        self.zone = zone
        self.collector = collector
        self.salesContact = salesContact
        self.language = language
    }

    /// The name, or the number where no name is known.
    public var displayName: String { name.isEmpty ? number.text : name }
}

/// Why an account is not to be chased, until someone looks again.
public struct Hold: Hashable, Sendable, Codable {
    public var reason: String
    public var review: Day?

    public init(reason: String, review: Day? = nil) {
        self.reason = reason
        self.review = review
    }
}
