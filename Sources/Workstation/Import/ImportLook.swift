/// What an import of a file would do, or why it can't be done yet; nothing has been taken.
///
/// It comes from the program that would import, as JSON down its pipe, with every word ready to be shown.
public struct ImportLook: Sendable, Hashable, Codable {
    /// What the file is and how it is spelt, in sentences.
    public var head: [String] = []
    /// What it comes to, in one line; empty where it can't be taken.
    public var summary = ""
    public var kind = ""
    /// What the file held, by its hash; nil where it couldn't be read.
    public var contents: String?
    public var columns: [Column] = []
    /// The first rows as understood; those of `figures` are right-aligned.
    public var titles: [String] = []
    public var figures: Set<Int> = []
    public var rows: [Row] = []
    /// Rows accepted, refused, skipped; new, updated, cleared; amounts by currency.
    public var changes: [String] = []
    /// Refused rows, by reason where they are many.
    public var refusals: [String] = []
    public var refused = 0
    public var notices: [String] = []
    /// What the file leaves open, with the readings side by side.
    public var question: Question?
    /// Why the file can't be taken as it stands.
    public var problem: String?
    /// What kinds and meanings there are to choose from.
    public var kinds: [Choice] = []
    public var meanings: [Choice] = []

    public init() {}

    /// A word of `duly import`, and how it is shown.
    public struct Choice: Sendable, Hashable, Codable {
        public var key: String
        public var words: String

        public init(_ key: String, _ words: String) {
            self.key = key
            self.words = words
        }
    }

    public struct Column: Sendable, Hashable, Codable {
        public var header: String
        /// The key of its meaning; nil where it is left aside.
        public var meaning: String?
        /// How its cells are read.
        public var convention: String

        public init(header: String, meaning: String?, convention: String = "") {
            self.header = header
            self.meaning = meaning
            self.convention = convention
        }
    }

    public struct Row: Sendable, Hashable, Codable {
        public var line: Int
        public var texts: [String]

        public init(line: Int, texts: [String]) {
            self.line = line
            self.texts = texts
        }
    }

    public struct Question: Sendable, Hashable, Codable {
        public var text: String
        public var subject: Subject
        /// Each with what the values would be under it; none where it is typed.
        public var answers: [Choice]

        public init(text: String, subject: Subject, answers: [Choice]) {
            self.text = text
            self.subject = subject
            self.answers = answers
        }

        /// What an answer decides.
        public enum Subject: Sendable, Hashable, Codable {
            case setting(ImportSetting)
            /// Which column has a meaning, by the meaning's key; the answers are headers.
            case column(ofMeaning: String)
        }
    }

    /// Whether it can be taken as it stands.
    var isReady: Bool { problem == nil && question == nil }
}
