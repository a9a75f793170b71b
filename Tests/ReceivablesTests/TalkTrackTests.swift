import Receivables
import Testing

@Suite("Talk tracks")
struct TalkTrackTests {
    @Test(
        "A mistake is named with its line, its column and what to do",
        arguments: [
            ("", 1, 1, "begins with its title"), ("Hello\n", 1, 1, "begins with its title"),
            ("# A\nHello\n", 2, 1, "stands under a step"), ("# A\n## start\nHello\n", 2, 4, "there is no step start"),
            ("# A\n## close\nHello\n## opening\nHello\n", 4, 4, "opening comes before close"),
            ("# A\n## close\nHello\n## close\nHello\n", 4, 4, "is there already"),
            ("# A\n## opening\n## close\nHello\n", 2, 4, "nothing is said"),
            ("# A\n## close\n", 2, 1, "nothing is said"),
            ("# A\n# B\n", 2, 1, "there is a title already"),
            ("# A\n## close\nIt is {ammount}.\n", 3, 7, "there is no {ammount}; there are {caller}"),
            ("# A\n## close\n- It is {amount\n", 3, 9, "a { needs its }"),
            ("# A\n## close\nIt is }.\n", 3, 7, "a { needs its }"),
        ])
    func mistakes(_ text: String, _ line: Int, _ column: Int, _ reason: String) {
        do {
            _ = try TalkTrack(text, file: "mine.md")
            #expect(Bool(false), "it was read")
        } catch {
            #expect((error.line, error.column) == (line, column))
            #expect(error.reason.contains(reason), "\(error)")
        }
    }

    @Test(
        "Words are checked: long sentences, words of ours, money where it may not be named, steps that may be empty",
        arguments: [
            (
                CallSituation.firstLate,
                "One two three four five six seven eight nine ten eleven twelve and so on and on and on and on and on.",
                "a sentence of 23 words"
            ),
            (.firstLate, "Your debtor ledger.", "a word of ours"),
            (.voicemail, "It is about {amount}.", "tells of money"),
            (.gatekeeper, "It is about an invoice.", "tells of money"),
            (.relationship, "When will you pay?", "asks for nothing"),
            (.firstLate, "You promised {promise_amount}.", "may be empty"),
        ])
    func remarks(_ situation: CallSituation, _ line: String, _ reason: String) throws {
        let track = try TalkTrack("# A\n## purpose\n\(line)\n", file: "a.md")
        let remarks = track.remarks(for: situation, file: "a.md")
        #expect(remarks.contains { $0.reason.contains(reason) && $0.line == 3 }, "\(remarks)")
    }
}
