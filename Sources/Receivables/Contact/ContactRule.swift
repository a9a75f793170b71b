/// A rule about when and whom to call (DOMAIN.md §5, "Contact rules"), by the name that is recorded where it is broken.
public enum ContactRule: String, Sendable, Codable, CaseIterable {
    case doNotCall = "do not call"
    case hold
    case permittedHours = "permitted hours"
    case deskHours = "desk hours"
    case attemptsPerDay = "attempts a day"
    case attemptsPerWeek = "attempts a week"
    case quiet = "quiet after contact"

    var isOfClocks: Bool { self == .permittedHours || self == .deskHours }
}

/// A rule that a call would break just now, and how, in a few words.
public struct Breach: Hashable, Sendable {
    /// The rule that would be broken.
    public var rule: ContactRule
    /// How it would be broken, as the caller reads it: `third attempt today`.
    public var text: String

    /// Creates a breach of one rule.
    public init(_ rule: ContactRule, _ text: String) {
        self.rule = rule
        self.text = text
    }
}

/// Rules that a call broke, and why it was made all the same.
public struct BrokenRules: Hashable, Sendable, Codable {
    /// The rules that were broken, each once.
    public var rules: [ContactRule]
    /// Why the call was made all the same, in the caller's words.
    public var reason: String

    /// Creates a record of broken rules and the reason.
    public init(_ rules: [ContactRule], because reason: String) {
        self.rules = rules
        self.reason = reason
    }

    /// Each rule once, however many ways it is broken.
    public init(_ breaches: [Breach], because reason: String) {
        self.init(ContactRule.allCases.filter { rule in breaches.contains { $0.rule == rule } }, because: reason)
    }

    /// `against permitted hours: they asked for it`
    public var words: String { "against \(rules.map(\.rawValue).joined(separator: ", ")): \(reason)" }

    /// What callers say most, each one key.
    public static let usualReasons = ["they asked for it", "agreed before", "told by my manager", "urgent"]
}
