import Receivables
import Testing

/// How a decision is typed: what is left over is refused, for it stops calls or reaches others.
@Suite struct DecisionWordsTests {
    static let today = Day(iso: "2026-11-24") ?? Day(number: 0)

    private func read(_ text: String) -> Result<PlannedDecision, ContactProblem> {
        ContactWords(today: DecisionWordsTests.today, calendar: BusinessCalendar()).decision(text.split(separator: " "))
            .map(\.fact)
    }

    @Test(
        "Choice, day and owner are understood with their words and without",
        arguments: [
            ("stop supply until 24 dec maria", Decision.Choice.stopSupply, "2026-12-24", "maria"),
            ("stop supply until 24 dec by maria", .stopSupply, "2026-12-24", "maria"),
            ("stop 24 dec maria", .stopSupply, "2026-12-24", "maria"),
            ("keep calling until fri", .keepCalling, "2026-11-27", ""),
            ("agency by Ana Ruiz", .agency, "2027-02-22", "Ana Ruiz"),
            ("write-off", .writeOff, "2027-02-22", ""), ("final demand +14 ben", .finalDemand, "2026-12-08", "ben"),
        ])
    func understood(text: String, choice: Decision.Choice, review: String, owner: String) {
        #expect(
            read(text) == .success(PlannedDecision(choice, owner: owner, review: Day(iso: review) ?? Day(number: 0))),
            "\(text)")
    }

    @Test(
        "What is not understood is refused, never taken for an owner",
        arguments: [
            "", "stop suply", "keep calling yesterday", "write-off nonsense words here more", "write-off 0",
            "final demand -3",
            "stop supply monday to friday", "agency until 1 jan 2020", "insurer until", "insurer by", "wait",
        ])
    func refused(text: String) {
        guard case .failure = read(text) else { return #expect(Bool(false), "\(text): \(read(text))") }
    }
}
