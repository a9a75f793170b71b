import Exchange
import Foundation
import Receivables
import Testing

@Suite struct HandOffTests {
    private func handed(_ text: String = "+49 was agreed", name: String = "=Alder Ltd") -> HandOffCase {
        HandOffCase(
            .department("Sales"), .dispute(.price), part: EntryPart(entry: 12, nth: 1), account: AccountNumber("007"),
            name: name,
            document: "INV-1", amount: Money(minor: 20_000, .usd), text: text, since: Day(number: 20_000),
            due: Day(number: 20_007),
            askedBy: "ana")
    }

    @Test("A list has no formula in it, and two columns to answer in where somebody can")
    func csv() {
        let lines = Listing.handOff([handed()]).csv.split(separator: "\n")
        #expect(
            lines[0]
                == "dispute,for,account,name,invoice,amount,currency,reason,text,since,due,asked by,answer,answer text")
        #expect(
            lines[1] == "12.2,Sales,007,'=Alder Ltd,INV-1,200.00,USD,price,'+49 was agreed,2024-10-04,2024-10-11,ana,,")
        let cash = HandOffCase(.cashApplication, .unmatchedCash, account: AccountNumber("1"), name: "A")
        #expect(!Listing.handOff([cash]).csv.contains("answer"))
    }

    @Test(
        "A filled-in list is known by its header, read whole, and says what it can't read by line and column",
        arguments: [",", ";"])
    func comesBack(delimiter: String) throws {
        let rows = [
            "dispute,for,account,name,invoice,amount,currency,reason,text,since,due,asked by,answer,answer text",
            "12.2,Sales,007,A,INV-1,200.00,EUR,price,x,2024-10-04,2024-10-11,ana,Not valid,see the contract",
            "13,Sales,007,A,INV-2,,,price,x,2024-10-04,2024-10-11,ana,,",
            "14,Sales,007,A,INV-3,,,price,x,,,ana,,it is on its way",
            "15,Sales,007,A,INV-4,,,price,x,,,ana,maybe,", "x,Sales,007,A,INV-4,,,price,x,,,ana,valid,",
            "16,Sales,007,A,INV-5,,,price,x,,,ana,answered,",
        ]
        let (plan, source, taken) = try read(rows.joined(separator: "\n").replacing(",", with: delimiter))
        #expect(plan.kind == .answers)
        #expect(
            taken == [
                AnswerRow(
                    line: 2, dispute: EntryPart(entry: 12, nth: 1), item: "INV-1", outcome: .notValid,
                    text: "see the contract"),
                AnswerRow(
                    line: 4, dispute: EntryPart(entry: 14), item: "INV-3", outcome: nil, text: "it is on its way"),
            ])
        #expect(source.skips == [.unanswered: 1])
        #expect(source.problems.map(\.line) == [5, 6, 7])
        #expect(source.problems.map(\.column) == ["answer", "dispute", "answer text"])
    }

    private func read(_ text: String) throws -> (ImportPlan, ImportSource, [AnswerRow]) {
        let path = NSTemporaryDirectory() + "duly-answers-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let plan = try ImportFile.open(path, today: Day(number: 20_010))
        var source = plan.source()
        var taken: [AnswerRow] = []
        try source.forEach { if case .answer(let row) = $0 { taken.append(row) } }
        return (plan, source, taken)
    }

    @Test("A message says what is to be answered, and has the list attached byte by byte; no name makes a header of it")
    func mail() throws {
        let sales = HandOff.department("Vertrieb Süd\r\nBcc: x@example.com")
        var item = handed(
            "ask Ana, " + String(repeating: "ünd ", count: 60), name: "Ädler\r\nBcc: y@example.com\r\n\r\n--=_duly")
        item.recipient = sales
        let moment = Moment(at: Instant(milliseconds: 1_728_900_000_000), day: Day(number: 20_010))
        let to = try #require(MailMessage.Mailbox("Söhne, Max <sales@example.com>"))
        let text = HandOffMail(for: sales, [item], at: moment).message(id: "1", from: nil, to: [to], offset: 0).text
        let received = try ReceivedMail(text)
        #expect(received.names == ["Date", "To", "Subject", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type"])
        #expect(try received.value("To") == "Söhne, Max <sales@example.com>")
        #expect(try received.value("Subject") == "Vertrieb Süd Bcc: x@example.com: 1 dispute to be answered, 1 overdue")
        #expect(received.parts.count == 2)
        #expect(
            received.parts[0].content.contains("ask Ana")
                && received.parts[0].content.contains("Please fill in the last two columns"))
        #expect(received.parts[1].content == Listing.handOff([item]).csv)
        #expect(
            received.parts[1].head.contains {
                $0.hasSuffix(#" filename="hand-off-vertrieb-s-d-bcc-x-example-com-2024-10-14.csv""#)
            })
    }

    @Test("Whom a list is for is told by any name of theirs")
    func recipients() {
        #expect(HandOff(named: "cash") == .cashApplication)
        #expect(HandOff(named: "Master-Data") == .masterData)
        #expect(HandOff(named: "credit control") == .creditControl)
        #expect(HandOff(named: "Sales").isSame(as: .department("SALES")))
        #expect(HandOff.department("Credit control").isSame(as: .creditControl))
        #expect(HandOffMail.fileName(.department("Ünit / 7"), Day(number: 20_000)) == "hand-off-nit-7-2024-10-04")
    }
}
