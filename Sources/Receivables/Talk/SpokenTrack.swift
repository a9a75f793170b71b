/// A talk track filled in for an account: what can be said now, step by step.
public struct SpokenTrack: Sendable, Hashable {
    /// What it is for.
    public let situation: CallSituation
    /// What stands above it, in the language of the track.
    public let title: String
    /// Its steps with the lines whose facts are there; a step without any is left out.
    public let parts: [Part]

    /// A step, and what can be said.
    public struct Part: Sendable, Hashable {
        /// Which step.
        public let step: TrackStep
        /// At least one.
        public let lines: [Line]
    }

    /// A line to be said aloud.
    public struct Line: Sendable, Hashable {
        /// One of several to choose from.
        public let isChoice: Bool
        /// What it is made of, in order.
        public let pieces: [Piece]

        /// As it is said.
        public var text: String { pieces.map(\.text).joined() }
    }

    /// Words of a line, or a fact in it.
    public enum Piece: Sendable, Hashable {
        case words(String)
        case fact(TalkFact)

        /// As it is said.
        public var text: String {
            switch self {
            case .words(let text): text
            case .fact(let fact): fact.text
            }
        }
    }

    /// Fills a track in for an account.
    ///
    /// - Parameters:
    ///   - track: for the situation, in the customer's language.
    ///   - situation: what the call is about.
    ///   - dossier: the account's facts, judged.
    ///   - caller: who calls.
    ///   - contact: whom they speak to, by name; empty where that isn't known.
    ///   - form: how the language of the track says days and amounts.
    public init(
        _ track: TalkTrack, for situation: CallSituation, _ dossier: Dossier, caller: TalkCaller, contact: String,
        in form: SpokenForm
    ) {
        self.situation = situation
        title = track.title
        let facts = TrackFacts(dossier, situation, form).all(caller, contact: contact)
        parts = track.parts.compactMap { part in
            let lines = part.lines.compactMap { Line($0, facts) }
            return lines.isEmpty ? nil : Part(step: part.step, lines: lines)
        }
    }

    /// The lines of a step; none where it isn't there.
    public func lines(of step: TrackStep) -> [Line] { parts.first { $0.step == step }?.lines ?? [] }
}

extension SpokenTrack.Line {
    /// Nil where a fact isn't there.
    init?(_ line: TrackLine, _ facts: [TrackPlace: TalkFact]) {
        var pieces: [SpokenTrack.Piece] = []
        for piece in line.pieces {
            switch piece {
            case .text(let text): pieces.append(.words(text))
            case .place(let place, _):
                guard let fact = facts[place] else { return nil }
                pieces.append(.fact(fact))
            }
        }
        isChoice = line.isChoice
        self.pieces = pieces
    }
}
