import Receivables
import Testing

/// What a note says beside agreements, and how disputes ended before.
@Suite struct RemarkTests {
    private func split(_ text: String) -> [Substring] { text.split(separator: " ") }

    @Test("A cause is named by its name or by a word that only it has; a word of two asks which")
    func causes() {
        #expect(RootCause.named("price or contract") == .success(.priceOrContract))
        #expect(RootCause.named("contract") == .success(.priceOrContract))
        #expect(RootCause.named("proc") == .success(.customerProcess))
        #expect(RootCause.named("BANK") == .success(.bank))
        #expect(RootCause.named("cash") == .failure(.severalCauses([.customerCash, .cashApplication])))
        #expect(RootCause.named("weather") == .failure(.unknownCause("weather")))
        #expect(RootCause.named("") == .failure(.noCause))
        #expect(
            RemarkProblem.severalCauses([.customerCash, .cashApplication]).sentence
                == "which: customer's cash or cash application?")
    }

    @Test(
        "A number is the end of the line, the name what stands before it, else whom one speaks to",
        arguments: [
            ("Jane Moss +44 113 496 0182", "Jane Moss", "+44 113 496 0182"),
            ("+1 (555) 01-99", "Kim", "+1 (555) 01-99"),
            ("Unit 7 desk 030/12345", "Unit 7 desk", "030/12345"),
        ])
    func contacts(line: String, name: String, phone: String) throws {
        let read = RemarkWords(contact: Contact(name: "Kim")).contact(split(line))
        #expect(try read.get().fact == PlannedContact(name, phone: phone))
    }

    @Test("Without a number, or without anybody whose it could be, it says what is missing")
    func incomplete() {
        #expect(RemarkWords(contact: Contact(name: "Kim")).contact(split("Jane Moss")).mapFailure == .noPhone)
        #expect(RemarkWords().contact(split("+44 113")).mapFailure == .noName)
        #expect(RemarkWords().feedback([]).mapFailure == .noFeedback)
    }

    @Test("How disputes ended is counted by outcome, with the median of their days")
    func ended() {
        var ended = DisputesEnded()
        #expect(ended.words == nil)
        for days in [2, 9, 4] { ended.add(.valid, days: days) }
        ended.add(.notValid, days: 30)
        #expect(ended.medianDays == 4)
        #expect(ended.words == "3 valid, 1 not valid, in 4 d")
    }
}

extension Result {
    fileprivate var mapFailure: Failure? { if case .failure(let problem) = self { problem } else { nil } }
}

@Suite("Marks in the words of a contact")
struct ContactMarkTests {
    private func read(_ text: String) -> PlannedContact? {
        let words = text.split(separator: " ")
        return try? RemarkWords(contact: Contact(name: "Jane Moss")).contact(words).get().fact
    }

    @Test("Names and roles that look like a mark are none")
    func names() {
        #expect(read("George Best 020 910 0999") == PlannedContact("George Best", phone: "020 910 0999"))
        #expect(read("Rolf Mail mail r@x.example") == PlannedContact("Rolf Mail", email: "r@x.example"))
        #expect(read("mail r@x.example role mail room")?.role == "mail room")
        #expect(read("Tom role head of best practice best 9-11")?.role == "head of best practice")
        #expect(read("\"Tom Best\" role \"best mail\" speaks German")?.name == "Tom Best")
        #expect(read("\"Tom Best\" role \"best mail\" speaks German")?.role == "best mail")
        #expect(read("Kim best 2-4pm")?.preferred == Hours("14-16"))
        #expect(read("Kim mail nowhere") == nil)
    }
}
