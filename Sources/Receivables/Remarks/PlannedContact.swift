/// What somebody said of how a person is reached: a number, an address, what they do, their language, when they like to
/// be called. It is new or takes the place of what is on file, and stands until the ERP's own value changes (DOMAIN.md
/// §7).
public struct PlannedContact: Hashable, Sendable {
    /// The person's name.
    public var name: String
    /// Empty where it stays as it is; so are the other texts.
    public var phone: String
    /// On their own clock.
    public var preferred: Hours?
    /// The e-mail address.
    public var email: String
    /// What they do, such as `payables`.
    public var role: String
    /// The language that they speak.
    public var language: String

    /// Creates a contact as a caller was told it.
    public init(
        _ name: String, phone: String = "", preferred: Hours? = nil, email: String = "", role: String = "",
        language: String = ""
    ) {
        self.name = name
        self.phone = phone
        self.preferred = preferred
        self.email = email
        self.role = role
        self.language = language
    }

    /// A text as it is typed in a line, in quotation marks where one of its words would mean something there.
    public static func typed(_ text: String) -> String { ContactMarks.quoted(text) }

    /// Whether it says anything but a name.
    public var isEmpty: Bool {
        phone.isEmpty && preferred == nil && email.isEmpty && role.isEmpty && language.isEmpty
    }

    /// As journals and notes show it: `contact Jane Moss: +44 113 496 0182`.
    public var words: String { "contact \(name): " + parts.joined(separator: ", ") }

    /// What is said of the person, piece by piece.
    var parts: [String] {
        [
            phone, email, role.isEmpty ? "" : "role \(role)", language.isEmpty ? "" : "speaks \(language)",
            preferred.map { "best \($0.text)" } ?? "",
        ].filter { !$0.isEmpty }
    }
}

extension PlannedContact: Codable {
    private enum CodingKeys: String, CodingKey { case name, phone, preferred, email, role, language }

    /// Decodes a contact; what older entries lack was not said.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .name), phone: try values.decode(String.self, forKey: .phone),
            preferred: try values.decodeIfPresent(Hours.self, forKey: .preferred),
            email: try values.decodeIfPresent(String.self, forKey: .email) ?? "",
            role: try values.decodeIfPresent(String.self, forKey: .role) ?? "",
            language: try values.decodeIfPresent(String.self, forKey: .language) ?? "")
    }

    /// Encodes a contact without what was not said.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(name, forKey: .name)
        try values.encode(phone, forKey: .phone)
        try values.encodeIfPresent(preferred, forKey: .preferred)
        for (text, key) in [(email, CodingKeys.email), (role, .role), (language, .language)] where !text.isEmpty {
            try values.encode(text, forKey: key)
        }
    }
}
