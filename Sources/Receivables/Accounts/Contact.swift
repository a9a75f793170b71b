/// A person to speak to at an account.
public struct Contact: Hashable, Sendable, Codable {
    public var name: String
    public var role: String
    public var phone: String
    public var email: String
    public var language: String

    public init(name: String, role: String = "", phone: String = "", email: String = "", language: String = "") {
        self.name = name
        self.role = role
        self.phone = phone
        self.email = email
        self.language = language
    }

    public var isEmpty: Bool { name.isEmpty && phone.isEmpty && email.isEmpty }
}
