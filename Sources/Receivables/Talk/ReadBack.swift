/// What a call agreed, as sentences that the caller says aloud before they hang up: what was misheard shows at once.
public struct ReadBack: Hashable, Sendable {
    /// In the order in which they are said; the last asks whether it is right.
    public let sentences: [String]

    /// All of them, to be read in one go.
    public var text: String { sentences.joined(separator: " ") }

    /// - Parameters:
    ///   - agreed: what the note's lines agree.
    ///   - followUps: what we do next; only what the customer waits for is said.
    ///   - appointments: agreed times, on the customer's clock.
    ///   - today: the desk's day.
    ///   - form: how the customer's language says days and amounts.
    /// - Returns: nil where nothing was agreed that can be said back.
    public init?(
        _ agreed: Agreements, _ followUps: [PlannedFollowUp] = [], appointments: [LocalTime] = [], today: Day,
        in form: SpokenForm
    ) {
        let words = ReadBackWords(form, today)
        let promises = agreed.promises.map(words.promise)
        let plans = agreed.plans.map(words.plan)
        let claims = agreed.claims.map(words.claim)
        let disputes = agreed.disputes.map(words.dispute)
        let owed = followUps.filter { $0.kind == .owed }.compactMap(words.owed)
        let calls = appointments.map(words.appointment)
        let wishes = agreed.noCalls.map(words.noCall)
        let contacts = agreed.contacts.compactMap(words.contact)
        let said = promises + plans + claims + disputes + owed + calls + contacts + wishes
        guard !said.isEmpty else { return nil }
        sentences = said + [words.question]
    }
}
