import Foundation
import Testing

/// What is agreed on the command line is watched to its end.
@Suite struct FollowThroughTests {
    private func loaded() throws -> Program {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"))
        return program
    }

    @Test("A promise is recorded as it was typed, listed, and holds its money; a bad one says what is wrong with it")
    func promise() throws {
        let program = try loaded()
        let answer = try program.run(
            "record", "C1", "--promise", "500 by 2099-01-05", "--contact", "Jo", "--reason", "agreed before")
        #expect(answer.status == 0)
        #expect(answer.errors.contains("500.00 USD by Mon 5 Jan"))
        let list = try program.run("promises", "--json").json["promises"] as? [[String: Any]]
        #expect(list?.count == 1)
        #expect(list?.first?["verdict"] as? String == "pending")
        #expect(list?.first?["day"] as? String == "2099-01-05")
        #expect(list?.first?["who"] as? String == "Jo")
        let account = try program.run("account", "C1", "--json").json
        #expect((account["promises"] as? [[String: Any]])?.first?["amount"] as? String == "500.00")
        #expect((account["items"] as? [[String: Any]])?.contains { $0["promised"] as? String == "500.00" } == true)
        for (words, why) in [
            ("0 by 2099-01-05", "above zero"), ("5 by 2026-02-30", "there is no"), ("5 by 2020-01-01", "is past"),
            ("5eur by 2099-01-05", "EUR"), ("5", "which day"),
        ] {
            let refused = try program.run("record", "C1", "--promise", words, "--reason", "agreed before")
            #expect(refused.status == 64)
            #expect(refused.errors.contains(why), "\(words): \(refused.errors)")
        }
        #expect(try program.run("record", "C1", "--reason", "agreed before").status == 64)
        #expect(try program.run("promises", "--state", "nonsense").status == 64)
        #expect(try program.run("promises", "--state", "broken", "--csv").output.split(separator: "\n").count == 1)
        #expect(try program.run("verify").status == 0)
    }

    @Test("A dispute goes to its owner, its answer is owed to the customer, and how it ended is recorded once")
    func dispute() throws {
        let program = try loaded()
        #expect(try program.run("record", "C1", "--dispute", "I-1 price 200", "--reason", "agreed before").status == 0)
        let csv = try program.run("disputes", "--owner", "sales", "--csv").output
        #expect(csv.contains("I-1,200.00,USD,price,Sales"))
        let number = try #require(csv.split(separator: "\n").last?.split(separator: ",").first.map(String.init))
        #expect(try program.run("answer", number, "--note", "=the list was old").status == 0)
        let owed = try program.run("follow-ups", "--csv").output
        #expect(owed.contains("owed"))
        #expect(try program.run("answer", number, "--outcome", "not valid").status == 0)
        #expect(try program.run("answer", number, "--outcome", "valid").status == 64)
        #expect(try program.run("answer", "1", "--outcome", "valid").status == 66)
        #expect(try program.run("disputes", "--state", "open").output.contains("No disputes."))
        #expect(try program.run("verify").status == 0)
    }

    @Test("A plan is cut exactly; above the policy it awaits approval, and a decision makes it active")
    func plan() throws {
        let program = try loaded()
        let answer = try program.run(
            "record", "C1", "--plan", "12x weekly from 2099-01-05 of 1000", "--reason", "agreed before")
        #expect(answer.status == 0)
        #expect(answer.errors.contains("needs approval"))
        let plans = try program.run("plans", "--json").json["plans"] as? [[String: Any]]
        #expect(plans?.first?["state"] as? String == "awaiting approval")
        let number = try #require(plans?.first?["plan"] as? String)
        #expect(try program.run("decide", number, "--as", "active").status == 0)
        let active = try program.run("plans", "--state", "active", "--json").json["plans"] as? [[String: Any]]
        let instalments = active?.first?["instalments"] as? [[String: Any]]
        #expect(
            instalments?.compactMap { ($0["amount"] as? String).flatMap { Decimal(string: $0) } }.reduce(0, +) == 1000)
        #expect(try program.run("decide", number, "--as", "active").errors.contains("That plan is active already"))
        #expect(try program.run("decide", number, "--as", "ended").status == 0)
        let revived = try program.run("decide", number, "--as", "active")
        #expect(revived.status == 64)
        #expect(revived.errors.contains("That plan has ended: agree a new one"))
        #expect(try program.run("verify").status == 0)
    }
}
