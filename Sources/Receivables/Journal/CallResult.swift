/// How a call ended; each is one key at wrap-up (DOMAIN.md §5, "Call results").
public enum CallResult: String, Sendable, Codable, CaseIterable {
    case promised
    case planAgreed = "plan agreed"
    case paidAlready = "paid already"
    case disputes
    case wantsDocuments = "wants documents"
    case callbackAgreed = "callback agreed"
    case willCheck = "will check"
    case refuses
    case someoneElse = "someone else"
    case gatekeeper
    case voicemail
    case noAnswer = "no answer"
    case busy
    case wrongNumber = "wrong number"
    case noCommonLanguage = "no common language"
    case askedNotToBeCalled = "asked not to be called"
    case insolvent
    case relationship

    /// What a result says about having reached somebody.
    public enum Reach: Int, Sendable, Comparable {
        /// Not even an attempt: the line was busy, the number wrong.
        case none
        case attempt
        /// Somebody, but not who can decide.
        case contact
        case rightParty

        /// Whether the left reach counts for less.
        public static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
    }

    /// How far the call got: to no one, an attempt, a contact or the right party (DOMAIN.md §5).
    public var reach: Reach {
        switch self {
        case .promised, .planAgreed, .paidAlready, .disputes, .wantsDocuments, .willCheck, .refuses: .rightParty
        case .callbackAgreed, .someoneElse, .noCommonLanguage, .askedNotToBeCalled, .insolvent, .relationship:
            .contact
        case .gatekeeper, .voicemail, .noAnswer: .attempt
        case .busy, .wrongNumber: .none
        }
    }

    /// The key that chooses the result at wrap-up; no two results share one.
    public var key: Character {
        switch self {
        case .promised: "p"
        case .planAgreed: "m"
        case .paidAlready: "a"
        case .disputes: "d"
        case .wantsDocuments: "c"
        case .callbackAgreed: "b"
        case .willCheck: "u"
        case .refuses: "x"
        case .someoneElse: "t"
        case .gatekeeper: "g"
        case .voicemail: "v"
        case .noAnswer: "n"
        case .busy: "y"
        case .wrongNumber: "w"
        case .noCommonLanguage: "s"
        case .askedNotToBeCalled: "o"
        case .insolvent: "i"
        case .relationship: "r"
        }
    }

    /// As the wrap-up lists it.
    public var title: String {
        switch self {
        case .refuses: "refuses, can't pay"
        case .someoneElse: "someone else handles it"
        case .wrongNumber: "wrong number, has left"
        case .insolvent: "insolvent, legal, third party"
        case .relationship: "relationship call"
        default: rawValue
        }
    }

    /// Finds a result by its name as scripts write it: case, spaces, `-` and `_` aside; or by its key.
    public init?(named text: some StringProtocol) {
        func plain(_ name: some StringProtocol) -> String { name.lowercased().filter(\.isLetter) }
        let wanted = plain(text)
        let found = CallResult.allCases.first { plain($0.rawValue) == wanted || plain($0.title) == wanted }
        if let found {
            self = found
        } else if text.count == 1, let byKey = CallResult.allCases.first(where: { $0.key == text.first }) {
            self = byKey
        } else {
            return nil
        }
    }
}
