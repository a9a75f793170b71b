/// A person's number as somebody gave it: new, or in place of the one on file. It stands until the ERP's own value changes
/// (DOMAIN.md §7).
public struct PlannedContact: Hashable, Sendable, Codable {
    public var name: String
    public var phone: String

    public init(_ name: String, phone: String) {
        self.name = name
        self.phone = phone
    }

    public var words: String { "contact \(name): \(phone)" }
}
