/// A person to speak to at an account.
public struct Contact: Hashable, Sendable, Codable {
    public var name: String
    public var role: String
    public var phone: String
    public var email: String
    public var language: String
    /// When they like to be called, on their own clock: a hint.
    public var preferred: Hours?

    public init(
        name: String, role: String = "", phone: String = "", email: String = "", language: String = "", preferred: Hours? = nil
    ) {
        self.name = name
        self.role = role
        self.phone = phone
        self.email = email
        self.language = language
        self.preferred = preferred
    }

    public var isEmpty: Bool { name.isEmpty && phone.isEmpty && email.isEmpty }
}
