/// A call, in or out, as it is recorded.
public struct CallRecord: Sendable, Hashable {
    /// Who called whom; only outbound calls count as attempts.
    public enum Direction: String, Sendable, Codable, CaseIterable { case outbound = "out", inbound = "in" }

    /// Whether we called or they did.
    public var direction: Direction
    /// How the call ended; it decides whether it counts as a contact or an attempt.
    public var result: CallResult
    /// With whom, by name; empty where no one was reached or asked.
    public var contact: String
    /// The number dialled, as `TelephoneNumber.key` names it; empty where unknown. Entries from before there were keys
    /// have a spelling, and several numbers where a cell with several was dialled.
    public var number: String
    /// How long we talked, in seconds; nil where it wasn't measured.
    public var seconds: Int?
    /// What was planned on the call.
    public var followUps: [PlannedFollowUp]
    /// What was agreed on the call.
    public var agreed: Agreements
    /// Contact rules that stood against it, and why it was made all the same.
    public var broke: BrokenRules?
    /// The step of the cadence that it worked, by its days past due.
    public var step: Int?
    /// Whether it went on from a call with another payer, on the same line: then nothing was dialled for it.
    public var isContinued: Bool
    /// What was agreed as the caller said it back to the customer; nil where that wasn't done.
    public var readBack: String?
    /// What of the talk track was said; nil where nothing was ticked.
    public var track: TrackRecord?

    /// Creates a call as it is recorded; by default an outbound one on which nothing was agreed.
    public init(
        direction: Direction = .outbound, result: CallResult, contact: String = "", number: String = "",
        seconds: Int? = nil, followUps: [PlannedFollowUp] = [], agreed: Agreements = Agreements(),
        broke: BrokenRules? = nil, step: Int? = nil, isContinued: Bool = false,
        readBack: String? = nil, track: TrackRecord? = nil
    ) {
        self.readBack = readBack
        self.track = track
        self.direction = direction
        self.result = result
        self.contact = contact
        self.number = number
        self.seconds = seconds
        self.followUps = followUps
        self.agreed = agreed
        self.broke = broke
        self.step = step
        self.isContinued = isContinued
    }
}

/// Entries are never rewritten: those from before there were promises, or cadences, lack the keys, and had none.
extension CallRecord: Codable {
    private enum CodingKeys: String, CodingKey {
        case direction, result, contact, number, seconds, followUps, agreed, broke, step, isContinued, readBack, track
    }

    /// Decodes a call; keys that older entries lack mean that there was nothing of the kind.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            direction: try values.decode(Direction.self, forKey: .direction),
            result: try values.decode(CallResult.self, forKey: .result),
            contact: try values.decode(String.self, forKey: .contact),
            number: try values.decode(String.self, forKey: .number),
            seconds: try values.decodeIfPresent(Int.self, forKey: .seconds),
            followUps: try values.decode([PlannedFollowUp].self, forKey: .followUps),
            agreed: try values.decodeIfPresent(Agreements.self, forKey: .agreed) ?? Agreements(),
            broke: try values.decodeIfPresent(BrokenRules.self, forKey: .broke),
            step: try values.decodeIfPresent(Int.self, forKey: .step),
            isContinued: try values.decodeIfPresent(Bool.self, forKey: .isContinued) ?? false,
            readBack: try values.decodeIfPresent(String.self, forKey: .readBack),
            track: try values.decodeIfPresent(TrackRecord.self, forKey: .track))
    }

    /// Encodes a call without the keys that have nothing to say.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(direction, forKey: .direction)
        try values.encode(result, forKey: .result)
        try values.encode(contact, forKey: .contact)
        try values.encode(number, forKey: .number)
        try values.encodeIfPresent(seconds, forKey: .seconds)
        try values.encode(followUps, forKey: .followUps)
        if !agreed.isEmpty { try values.encode(agreed, forKey: .agreed) }
        try values.encodeIfPresent(broke, forKey: .broke)
        try values.encodeIfPresent(step, forKey: .step)
        if isContinued { try values.encode(isContinued, forKey: .isContinued) }
        try values.encodeIfPresent(readBack, forKey: .readBack)
        try values.encodeIfPresent(track, forKey: .track)
    }
}

/// A note without a call, with what was planned and agreed (by e-mail, say).
public struct NoteRecord: Sendable, Hashable {
    /// What was planned.
    public var followUps: [PlannedFollowUp]
    /// What was agreed in writing or by other means than a call.
    public var agreed: Agreements
    /// The file from which it was imported; nil for what was noted here.
    public var origin: String?
    /// What we owed the customer and have done: those follow-ups end, and nothing else changes. Empty for a note.
    public var done: [EntryPart] = []
    /// The text is an e-mail or a letter that came in.
    public var isReceived = false

    /// Creates a note as it is recorded.
    public init(followUps: [PlannedFollowUp] = [], agreed: Agreements = Agreements(), origin: String? = nil) {
        self.followUps = followUps
        self.agreed = agreed
        self.origin = origin
    }
}

extension NoteRecord: Codable {
    private enum CodingKeys: String, CodingKey { case followUps, agreed, origin, done, isReceived }

    /// Decodes a note; keys that older entries lack mean that there was nothing of the kind.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            followUps: try values.decode([PlannedFollowUp].self, forKey: .followUps),
            agreed: try values.decodeIfPresent(Agreements.self, forKey: .agreed) ?? Agreements(),
            origin: try values.decodeIfPresent(String.self, forKey: .origin))
        done = try values.decodeIfPresent([EntryPart].self, forKey: .done) ?? []
        isReceived = try values.decodeIfPresent(Bool.self, forKey: .isReceived) ?? false
    }

    /// Encodes a note without the keys that have nothing to say.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(followUps, forKey: .followUps)
        if !agreed.isEmpty { try values.encode(agreed, forKey: .agreed) }
        try values.encodeIfPresent(origin, forKey: .origin)
        if !done.isEmpty { try values.encode(done, forKey: .done) }
        if isReceived { try values.encode(isReceived, forKey: .isReceived) }
    }
}
