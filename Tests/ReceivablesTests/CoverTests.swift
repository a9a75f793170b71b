import Receivables
import Testing

@Suite struct CoverTests {
    /// Friday 4 October 2024.
    static let said: [(String, String)] = [
        ("ana until fri", "covers ana until Fri 11 Oct"), ("ana fri", "covers ana until Fri 11 Oct"),
        ("Maria Lopez until 20 oct", "covers Maria Lopez until Sun 20 Oct"),
        ("Maria Lopez 20 oct", "covers Maria Lopez until Sun 20 Oct"),
        ("ana today", "covers ana until Fri 4 Oct"), ("ana", "until when? ana until fri"), ("", "whom? ana until fri"),
        ("until fri", "whom? ana until fri"), ("ana 2024-10-01", "until when? ana until fri"),
        ("ana until 2024-10-01", "Tue 1 Oct 2024 is past"),
    ]

    @Test("Whom to cover and until when is one line", arguments: said)
    func words(typed: String, expected: String) {
        switch CoverWords(today: AgeingTests.today, calendar: BusinessCalendar()).cover(typed.split(separator: " ")) {
        case .success(let understood): #expect(understood.shown == expected)
        case .failure(let problem): #expect(problem.sentence == expected)
        }
    }
}
