/// The steps of a call, with lines that can be said aloud and places for facts.
///
///     # First time late
///
///     ## opening
///     Good morning, this is {caller} from {company}.
///     - Am I speaking with {contact}?
///
/// Under a step stand its lines; one that begins with `- ` is one of several to choose from. The steps are those of
/// `TrackStep`, in their order; none is needed, but one.
public struct TalkTrack: Sendable, Hashable {
    /// What stands above it.
    public let title: String
    /// Its steps, in the order of a call.
    public let parts: [Part]

    /// A step, and what can be said.
    public struct Part: Sendable, Hashable {
        /// Which step.
        public let step: TrackStep
        /// At least one.
        public let lines: [TrackLine]
    }

    /// Reads a track.
    ///
    /// - Parameters:
    ///   - text: Markdown of the kind above.
    ///   - file: the name that mistakes have.
    /// - Throws: the first thing wrong with it, by line and column.
    public init(_ text: String, file: String) throws(TrackMistake) {
        let plain = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\u{FEFF}", with: "")
        var title: String?
        var parts: [(step: TrackStep, line: Int, lines: [TrackLine])] = []
        for (place, line) in plain.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let number = place + 1
            func mistake(_ column: Int, _ reason: String) -> TrackMistake {
                TrackMistake(file: file, line: number, column: column, reason: reason)
            }
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            if line.hasPrefix("## ") {
                guard title != nil else { throw mistake(1, TrackMistake.noTitle) }
                let step = try TalkTrack.step(String(line.dropFirst(3)), mistake)
                if let last = parts.last {
                    guard last.step < step else { throw mistake(4, TrackMistake.order(step, after: last.step)) }
                    guard !last.lines.isEmpty else {
                        throw TrackMistake(file: file, line: last.line, column: 4, reason: TrackMistake.emptyStep)
                    }
                }
                parts.append((step, number, []))
            } else if line.hasPrefix("# ") {
                guard title == nil else { throw mistake(1, TrackMistake.secondTitle) }
                title = String(line.dropFirst(2).drop { $0 == " " })
                guard title?.isEmpty == false else { throw mistake(1, TrackMistake.noTitle) }
            } else {
                guard title != nil else { throw mistake(1, TrackMistake.noTitle) }
                guard !parts.isEmpty else { throw mistake(1, TrackMistake.noStep) }
                parts[parts.count - 1].lines.append(try TrackLine(line, number: number, file: file))
            }
        }
        guard let title else { throw TrackMistake(file: file, line: 1, column: 1, reason: TrackMistake.noTitle) }
        guard let last = parts.last, !last.lines.isEmpty else {
            throw TrackMistake(file: file, line: parts.last?.line ?? 1, column: 1, reason: TrackMistake.emptyStep)
        }
        self.title = title
        self.parts = parts.map { Part(step: $0.step, lines: $0.lines) }
    }

    /// The same with the opening of another track.
    public func opening(as other: TalkTrack) -> TalkTrack {
        TalkTrack(
            title: title,
            parts: other.parts.filter { $0.step == .opening } + parts.filter { $0.step != .opening })
    }

    private init(title: String, parts: [Part]) {
        self.title = title
        self.parts = parts
    }

    private static func step(
        _ name: String, _ mistake: (Int, String) -> TrackMistake
    ) throws(TrackMistake) -> TrackStep {
        let word = name.lowercased().filter { !$0.isWhitespace }
        guard let step = TrackStep(rawValue: word) else { throw mistake(4, TrackMistake.unknownStep(name)) }
        return step
    }
}

/// A line of a talk track: words, and places of facts.
public struct TrackLine: Sendable, Hashable {
    /// One of several to choose from.
    public let isChoice: Bool
    /// What it is made of, in order.
    public let pieces: [Piece]
    /// Its number in the file, from 1.
    public let number: Int

    /// A part of a line.
    public enum Piece: Sendable, Hashable {
        case text(String)
        /// `column` counts from 1.
        case place(TrackPlace, column: Int)
    }

    init(_ line: Substring, number: Int, file: String) throws(TrackMistake) {
        self.number = number
        isChoice = line.hasPrefix("-")
        var rest = isChoice ? line.dropFirst().drop { $0 == " " } : line
        guard !rest.isEmpty else {
            throw TrackMistake(file: file, line: number, column: 1, reason: TrackMistake.emptyChoice)
        }
        var pieces: [Piece] = []
        var text = ""
        while let character = rest.first {
            let column = line.distance(from: line.startIndex, to: rest.startIndex) + 1
            guard character == "{" || character == "}" else {
                text.append(rest.removeFirst())
                continue
            }
            guard character == "{", let end = rest.firstIndex(of: "}") else {
                let reason = TrackMistake.openBrace
                throw TrackMistake(file: file, line: number, column: column, reason: reason)
            }
            let word = String(rest[rest.index(after: rest.startIndex)..<end])
            guard let place = TrackPlace(rawValue: word) else {
                let reason = TrackMistake.unknownPlace(word)
                throw TrackMistake(file: file, line: number, column: column, reason: reason)
            }
            if !text.isEmpty { pieces.append(.text(text)) }
            text = ""
            pieces.append(.place(place, column: column))
            rest = rest[rest.index(after: end)...]
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        self.pieces = pieces
    }
}
