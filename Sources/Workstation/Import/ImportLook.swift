/// What an import of a file would do, or why it can't be done yet; nothing has been taken.
///
/// It comes from the program that would import, as JSON down its pipe, with every word ready to be shown.
public struct ImportLook: Sendable, Hashable, Codable {
    /// What the file is and how it is spelt, in sentences.
    public var head: [String] = []
    /// What it comes to, in one line; empty where it can't be taken.
    public var summary = ""
    /// The key of what the file holds, such as `open-items`; empty where that isn't known.
    public var kind = ""
    /// What the file held, by its hash; nil where it couldn't be read.
    public var contents: String?
    /// The columns of the file in their order.
    public var columns: [Column] = []
    /// The first rows as understood; those of `figures` are right-aligned.
    public var titles: [String] = []
    /// The positions of columns that hold figures, counted from 0.
    public var figures: Set<Int> = []
    /// The first rows of the file as they would be imported.
    public var rows: [Row] = []
    /// Rows accepted, refused, skipped; new, updated, cleared; amounts by currency.
    public var changes: [String] = []
    /// Refused rows, by reason where they are many.
    public var refusals: [String] = []
    /// How many rows would be refused.
    public var refused = 0
    /// What else to know before importing, as sentences.
    public var notices: [String] = []
    /// What the file leaves open, with the readings side by side.
    public var question: Question?
    /// Why the file can't be taken as it stands.
    public var problem: String?
    /// What kinds and meanings there are to choose from.
    public var kinds: [Choice] = []
    /// What encodings there are to choose from; none for a file that is UTF-8.
    public var encodings: [Choice] = []
    /// The sheets of a workbook, in the order of their tabs; none for other files.
    public var sheets: [String] = []
    /// What a column may mean, by the words of `duly import --column`.
    public var meanings: [Choice] = []

    /// Creates a look at nothing.
    public init() {}

    /// A word of `duly import`, and how it is shown.
    public struct Choice: Sendable, Hashable, Codable {
        /// The word of the command line.
        public var key: String
        /// How the page shows it.
        public var words: String

        /// Creates a choice.
        public init(_ key: String, _ words: String) {
            self.key = key
            self.words = words
        }
    }

    /// A column of the file and how it is read.
    public struct Column: Sendable, Hashable, Codable {
        /// The header as the file has it.
        public var header: String
        /// The key of its meaning; nil where it is left aside.
        public var meaning: String?
        /// How its cells are read.
        public var convention: String

        /// Creates a column, by default without a word on how its cells are read.
        public init(header: String, meaning: String?, convention: String = "") {
            self.header = header
            self.meaning = meaning
            self.convention = convention
        }
    }

    /// A row of the file as it was understood.
    public struct Row: Sendable, Hashable, Codable {
        /// The line of the file, counted from 1.
        public var line: Int
        /// A text for each of `titles`.
        public var texts: [String]

        /// Creates a row.
        public init(line: Int, texts: [String]) {
            self.line = line
            self.texts = texts
        }
    }

    /// Something that the file leaves open and the user has to answer.
    public struct Question: Sendable, Hashable, Codable {
        /// The question as a sentence.
        public var text: String
        /// What the answer decides.
        public var subject: Subject
        /// Each with what the values would be under it; none where it is typed.
        public var answers: [Choice]

        /// Creates a question; without answers to choose from, the answer is typed.
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
            /// What a column means, by its header; the answers are keys of meanings, empty to leave it aside.
            case meaning(ofColumn: String)
        }
    }

    /// Whether it can be taken as it stands.
    var isReady: Bool { problem == nil && question == nil }
}
