/// What is wrong with a file of settings: everything that is, each with its line, and what to do. Nothing of the file
/// is used then.
public struct SettingsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One thing that is wrong with the file.
    public struct Mistake: Sendable, Hashable {
        /// Counts from 1; nil where the file as a whole is meant.
        public var line: Int?
        /// Counts from 1, in characters; nil where only the line is known.
        public var column: Int?
        /// What is wrong and what to write instead, without a full stop.
        public var reason: String
    }

    /// The file's name, as the user gave it.
    public var file: String
    /// At least one, in the order of their lines.
    public private(set) var mistakes: [Mistake]

    /// Creates an error about one mistake.
    public init(file: String, line: Int?, column: Int? = nil, reason: String) {
        self.file = file
        mistakes = [Mistake(line: line, column: column, reason: reason)]
    }

    /// nil where nothing is wrong.
    init?(file: String, mistakes: [Mistake]) {
        guard !mistakes.isEmpty else { return nil }
        self.file = file
        self.mistakes = mistakes.enumerated().sorted {
            ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
        }.map(\.element)
    }

    /// Of the first mistake.
    public var line: Int? { mistakes.first?.line }

    /// A sentence for each mistake, without a full stop.
    public var sentences: [String] {
        mistakes.map {
            file + ($0.line.map { ", line \($0)" } ?? "") + ($0.column.map { ", column \($0)" } ?? "") + ": "
                + $0.reason
        }
    }

    /// All sentences, one line each.
    public var description: String { sentences.joined(separator: "\n") }
}

/// Gathers all that is wrong with a file rather than stopping at the first.
struct Mistakes {
    private let file: TomlFile
    private var found: [SettingsError.Mistake] = []

    init(in file: TomlFile) { self.file = file }

    mutating func add(_ reason: String, at path: String) { add(file.error(reason, at: path)) }

    mutating func add(_ error: SettingsError) { found += error.mistakes }

    /// What a part is read as, or nil where it is wrong.
    mutating func attempt<Value>(_ read: () throws(SettingsError) -> Value) -> Value? {
        do {
            return try read()
        } catch {
            add(error)
            return nil
        }
    }

    var count: Int { found.count }

    func check() throws(SettingsError) {
        if let error = SettingsError(file: file.name, mistakes: found) { throw error }
    }
}
