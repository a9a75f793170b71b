/// What somebody said of how a person is reached: a number, new or in place of the one on file, and when they like to
/// be called. It stands until the ERP's own value changes (DOMAIN.md §7).
public struct PlannedContact: Hashable, Sendable, Codable {
    /// The person's name.
    public var name: String
    /// Empty where only the hours were given.
    public var phone: String
    /// On their own clock.
    public var preferred: Hours?

    /// Creates a contact as a caller was told it.
    public init(_ name: String, phone: String, preferred: Hours? = nil) {
        self.name = name
        self.phone = phone
        self.preferred = preferred
    }

    /// As journals and notes show it: `contact Jane Moss: +44 113 496 0182`.
    public var words: String {
        "contact \(name): "
            + [phone, preferred.map { "best \($0.text)" } ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
