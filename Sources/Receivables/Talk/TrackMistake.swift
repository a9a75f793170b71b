/// What is wrong in the file of a talk track: where, and what to do.
public struct TrackMistake: Error, Sendable, Hashable, CustomStringConvertible {
    /// As it was named.
    public let file: String
    /// From 1.
    public let line: Int
    /// In characters, from 1.
    public let column: Int
    /// What is wrong, and what to write instead.
    public let reason: String

    /// Creates a mistake at a place of a file.
    public init(file: String, line: Int, column: Int, reason: String) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// `first-late.md, line 4, column 11: there is no {compny}; …`
    public var description: String { "\(file), line \(line), column \(column): \(reason)" }

    static let noTitle = "a track begins with its title: # First time late"
    static let secondTitle = "there is a title already; a step begins with two: ## opening"
    static let noStep = "a line stands under a step: write ## opening, or another, above it"
    static let emptyStep = "nothing is said in this step; write a line below it, or take it out"
    static let emptyChoice = "a line that begins with - says something behind it"
    static let openBrace = "a { needs its }, around the name of a fact, as in {caller}"

    static func unknownStep(_ name: String) -> String {
        let all = TrackStep.allCases.map(\.rawValue).joined(separator: ", ")
        return "there is no step \(shown(name)); there are \(all), in this order"
    }

    static func order(_ step: TrackStep, after last: TrackStep) -> String {
        step == last ? "the step \(step.rawValue) is there already" : "\(step.rawValue) comes before \(last.rawValue)"
    }

    static func unknownPlace(_ name: String) -> String {
        let all = TrackPlace.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
        return "there is no {\(shown(name))}; there are \(all)"
    }

    private static func shown(_ text: String) -> String {
        String(text.prefix(30).map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == " " ? $0 : "?" })
    }
}
