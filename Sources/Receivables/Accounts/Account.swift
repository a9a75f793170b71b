/// The number by which the ERP knows an account. Text: leading zeros are part of it.
public struct AccountNumber: Hashable, Sendable, Codable, Comparable {
    /// The number as the ERP writes it, with leading zeros and letters in their case; only equal texts are equal
    /// numbers.
    public let text: String

    /// Creates the number of a text as it is; nothing is trimmed or normalised.
    public init(_ text: String) { self.text = text }

    /// Orders by text, character by character: `10` comes before `9`.
    public static func < (left: AccountNumber, right: AccountNumber) -> Bool { left.text < right.text }

    /// Decodes a plain string, so that JSON holds `"1001"` and not an object.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Encodes as a plain string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension AccountNumber: CustomStringConvertible {
    /// The text itself, for messages and interpolation.
    public var description: String { text }
}

/// A customer account: items, ageing, limit and disputes belong to it (DOMAIN.md §2).
public struct Account: Hashable, Sendable, Codable {
    /// The account's own number in the ERP; unique within a book.
    public var number: AccountNumber
    /// Who pays, and so whom to call: another account's number, by default its own.
    public var payer: AccountNumber
    /// The customer's name as the ERP has it; empty where unknown. `displayName` is never empty.
    public var name: String
    /// The ERP's group of customers, such as `retail`; rules choose strategies and cadences by it. Empty where unknown.
    public var segment: String
    /// What its limit is stated in, and its items where their rows do not say.
    public var currency: Currency?
    /// The most that the customer may owe, in the currency that it is stated in; nil where the ERP states none.
    public var creditLimit: Money?
    /// Why the account must not be chased at present; nil for an account that may be.
    public var hold: Hold?
    /// The payment terms of items whose row states neither a due date nor terms; nil where the book's default holds.
    public var terms: Terms?
    /// The customer's IANA time zone, such as `Europe/London`; empty where unknown.
    public var zone: String
    /// Who calls this account, by the ERP; empty where the account is assigned to no one.
    public var collector: String
    /// Our salesperson for the customer, as the ERP names them; empty where unknown.
    public var salesContact: String
    /// The customer's language as the ERP writes it, such as `de`; empty where unknown.
    public var language: String

    /// Creates an account; its payer is itself unless another one is given.
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
    /// The reason in the words of the ERP or the caller, shown as they are.
    public var reason: String
    /// The day on which someone looks at the hold again; nil for a hold of the ERP, which has none.
    public var review: Day?

    /// Creates a hold, by default one without a review.
    public init(reason: String, review: Day? = nil) {
        self.reason = reason
        self.review = review
    }
}
