/// A person to speak to at an account.
public struct Contact: Hashable, Sendable, Codable {
    /// The person's name, or a department's, as it was written.
    public var name: String
    /// What they do, such as `AP clerk`; empty where unknown.
    public var role: String
    /// As the ERP, or a caller, wrote it: one cell with all there is.
    public var phone: String
    /// The e-mail address as it was written; empty where unknown.
    public var email: String
    /// The language they speak; empty where unknown, and then the account's holds.
    public var language: String
    /// When they like to be called, on their own clock: a hint.
    public var preferred: Hours?
    /// What `phone` was read as, in its order.
    public var numbers: [TelephoneNumber]

    /// Creates a contact. Without `numbers`, they are what can be told of `phone` without a parser.
    public init(
        name: String, role: String = "", phone: String = "", email: String = "", language: String = "",
        preferred: Hours? = nil, numbers: [TelephoneNumber]? = nil
    ) {
        self.name = name
        self.role = role
        self.phone = phone
        self.email = email
        self.language = language
        self.preferred = preferred
        self.numbers = numbers ?? TelephoneNumber.international(phone)
    }

    /// The same person with each number by itself.
    public var eachNumber: [Contact] { numbers.map { reached(by: $0) } }

    /// The same person with that number alone.
    public func reached(by number: TelephoneNumber) -> Contact {
        var contact = self
        contact.numbers = [number]
        return contact
    }

    /// Whether it says neither who the contact is nor how to reach them.
    public var isEmpty: Bool { name.isEmpty && phone.isEmpty && email.isEmpty }
}
