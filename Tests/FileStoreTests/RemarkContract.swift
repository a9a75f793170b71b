import Receivables
import Testing

/// Numbers that callers are given, causes and feedback, told through `Book` alone.
@Suite struct RemarkContract {
    let fixture: BookFixture

    init() throws {
        fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2", of: "A2")], on: -1)
        try erp("+1 555 1")
    }

    private func erp(_ phone: String, best: String = "") throws {
        var customer = CustomerRow(line: 2, number: AccountNumber("A1"))
        customer.contacts = [Contact(name: "Jane Moss", role: "payables", phone: phone, preferred: Hours(best))]
        try fixture.importExtract([.customer(customer)], .customers)
    }

    @discardableResult
    private func record(_ agreed: Agreements, of account: String = "A1", undoes: Int64? = nil) throws -> Int64 {
        let act: Act =
            undoes == nil
            ? .call(
                CallRecord(
                    result: .willCheck, followUps: [PlannedFollowUp(day: fixture.day(2), why: "see")], agreed: agreed))
            : .undo
        let entry = NewEntry(
            id: fixture.newID(), payer: AccountNumber(account), at: BookFixture.now, day: BookFixture.today,
            author: "ana", act: act, undoes: undoes)
        guard case .saved(let seq) = try fixture.book.record([entry], seen: nil) else { return 0 }
        return seq
    }

    private func said(_ name: String, _ phone: String) -> Agreements {
        Agreements(contacts: [PlannedContact(name, phone: phone)])
    }

    private func contacts() throws -> [String] {
        try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment).contacts.map {
            "\($0.contact.name) \($0.contact.role) \($0.contact.phone)"
        }
    }

    private func masterData() throws -> [HandOffCase] {
        try fixture.book.handOffs(HandOffQuery(moment: fixture.moment, recipient: .masterData))
    }

    @Test(
        "A number that they gave is dialled from then on, and stands until the ERP's own changes; master data is told")
    func stands() throws {
        try record(said("jane moss", "+1 555 2"))
        #expect(try contacts() == ["Jane Moss payables +1 555 2"])
        let told = try masterData()
        #expect(told.map(\.document) == ["+1 555 2"])
        #expect(told[0].text == "Jane Moss, +1 555 1 before")
        #expect(told[0].askedBy == "ana")
        try erp("+1 555 1")
        #expect(try contacts() == ["Jane Moss payables +1 555 2"])
        try erp("+1 555 3")
        #expect(try contacts() == ["Jane Moss payables +1 555 3"])
        #expect(try masterData().isEmpty)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Somebody new is added; taken back, they are gone, and a number is again the one that counts")
    func takenBack() throws {
        let new = try record(said("Jo Field", "+1 555 9"))
        let first = try record(said("Jane Moss", "+1 555 2"))
        let second = try record(said("Jane Moss", "+1 555 4"))
        #expect(try contacts() == ["Jane Moss payables +1 555 4", "Jo Field  +1 555 9"])
        #expect(try masterData().contains { $0.text == "Jo Field, new" })
        try record(Agreements(), undoes: second)
        #expect(try contacts() == ["Jane Moss payables +1 555 2", "Jo Field  +1 555 9"])
        try record(Agreements(), undoes: new)
        try record(Agreements(), undoes: first)
        #expect(try contacts() == ["Jane Moss payables +1 555 1"])
        #expect(try masterData().isEmpty)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("What the ERP said in between isn't overruled by taking back what came after it")
    func between() throws {
        try record(said("Jane Moss", "+1 555 2"))
        try erp("+1 555 3")
        let later = try record(said("Jane Moss", "+1 555 4"))
        try record(Agreements(), undoes: later)
        #expect(try contacts() == ["Jane Moss payables +1 555 3"])
    }

    private func hours() throws -> [String] {
        try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment).contacts.map {
            "\($0.contact.name) \($0.contact.preferred?.text ?? "-")"
        }
    }

    @Test("Preferred hours come from the ERP or from a caller, whoever said them last; they take no number back")
    func preferredHours() throws {
        #expect(try hours() == ["Jane Moss -"])
        try record(said("Jane Moss", "+1 555 2"))
        try erp("+1 555 1", best: "9-11")
        #expect(try hours() == ["Jane Moss 09:00-11:00"])
        #expect(try contacts() == ["Jane Moss payables +1 555 2"])
        let first = try record(
            Agreements(contacts: [PlannedContact("jane moss", phone: "", preferred: Hours("14-17"))]))
        // A file without such a column says nothing, and neither does one that says the same again.
        try erp("+1 555 1")
        try erp("+1 555 1", best: "9-11")
        #expect(try hours() == ["Jane Moss 14:00-17:00"])
        try record(Agreements(), undoes: first)
        #expect(try hours() == ["Jane Moss 09:00-11:00"])
        #expect(try contacts() == ["Jane Moss payables +1 555 2"])
        let second = try record(
            Agreements(contacts: [PlannedContact("Jane Moss", phone: "", preferred: Hours("16-18"))]))
        try erp("+1 555 1", best: "8-9")
        try record(Agreements(), undoes: second)
        #expect(try hours() == ["Jane Moss 08:00-09:00"])
        #expect(try fixture.verified().isEmpty)
    }

    @Test("An address, a role and a language that they gave stand until the ERP's own change, and are taken back")
    func fields() throws {
        func importExtract(phone: String, email: String) throws {
            var customer = CustomerRow(line: 2, number: AccountNumber("A1"))
            customer.contacts = [Contact(name: "Jane Moss", role: "payables", phone: phone, email: email)]
            try fixture.importExtract([.customer(customer)], .customers)
        }
        func shown() throws -> [String] {
            try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment).contacts.map {
                [$0.contact.role, $0.contact.email, $0.contact.language].joined(separator: "/")
            }
        }
        try importExtract(phone: "+1 555 1", email: "ap@a.example")
        let first = try record(
            Agreements(contacts: [PlannedContact("jane moss", email: "jane@a.example", language: "German")]))
        #expect(try shown() == ["payables/jane@a.example/German"])
        // Another number of the ERP's takes no address back.
        try importExtract(phone: "+1 555 9", email: "ap@a.example")
        #expect(try shown() == ["payables/jane@a.example/German"])
        let second = try record(
            Agreements(contacts: [PlannedContact("Jane Moss", email: "j.moss@a.example", role: "CFO")]))
        try record(Agreements(), undoes: second)
        #expect(try shown() == ["payables/jane@a.example/German"])
        try importExtract(phone: "+1 555 9", email: "new@a.example")
        try record(Agreements(), undoes: first)
        #expect(try shown() == ["payables/new@a.example/"])
        try record(Agreements(contacts: [PlannedContact("Jo Field", email: "jo@a.example", role: "owner")]))
        #expect(try shown().last == "owner/jo@a.example/")
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A file that says nothing of a number leaves it; another role takes no number back")
    func blankCells() throws {
        func importExtract(_ contact: Contact) throws {
            var customer = CustomerRow(line: 2, number: AccountNumber("A1"))
            customer.contacts = [contact]
            try fixture.importExtract([.customer(customer)], .customers)
        }
        try importExtract(Contact(name: "Jane Moss", preferred: Hours("9-11")))
        #expect(try contacts() == ["Jane Moss payables +1 555 1"])
        try record(said("Jane Moss", "+1 555 2"))
        try importExtract(Contact(name: "Jane Moss", role: "CFO"))
        #expect(try contacts() == ["Jane Moss CFO +1 555 2"])
        #expect(try masterData().map(\.text) == ["Jane Moss, +1 555 1 before"])
        // Somebody whom a caller added stays reachable where the ERP knows them without a number.
        try record(said("Jo Field", "+1 555 9"))
        try importExtract(Contact(name: "Jo Field", role: "owner"))
        #expect(try contacts() == ["Jane Moss CFO +1 555 2", "Jo Field owner +1 555 9"])
        try importExtract(Contact(name: "Jo Field", phone: "+1 555 8"))
        #expect(try contacts().last == "Jo Field owner +1 555 8")
    }

    @Test("Hours of somebody new add them, and go with them; nobody is told of a number that nobody gave")
    func hoursOfSomebodyNew() throws {
        let number = try record(said("Jane Moss", "+1 555 2"))
        let new = try record(Agreements(contacts: [PlannedContact("Jo Field", phone: "", preferred: Hours("9-10"))]))
        #expect(try hours() == ["Jane Moss -", "Jo Field 09:00-10:00"])
        #expect(try masterData().count == 1)
        try record(Agreements(), undoes: number)
        #expect(try hours() == ["Jane Moss -", "Jo Field 09:00-10:00"])
        #expect(try contacts() == ["Jane Moss payables +1 555 1", "Jo Field  "])
        try record(Agreements(), undoes: new)
        #expect(try hours() == ["Jane Moss -"])
    }

    @Test("Causes are counted by how often and by how many customers they were named, what was taken back left out")
    func causes() throws {
        let dispute = PlannedDispute(
            item: ItemKey(account: AccountNumber("A1"), number: "I1"), reason: .price, due: fixture.day(5))
        try record(Agreements(disputes: [dispute], causes: [.priceOrContract]))
        try record(Agreements(causes: [.priceOrContract]))
        try record(Agreements(causes: [.bank]), of: "A2")
        let other = PlannedDispute(
            item: ItemKey(account: AccountNumber("A2"), number: "I2"), reason: .tax, due: fixture.day(5))
        try record(Agreements(disputes: [other]), of: "A2")
        let gone = try record(Agreements(causes: [.other]), of: "A2")
        try record(Agreements(), of: "A2", undoes: gone)
        #expect(
            try fixture.book.causes(upTo: BookFixture.today).map(withoutMoney) == [
                CauseCount(.priceOrContract, times: 2, customers: 1, disputes: 1),
                CauseCount(.bank, times: 1, customers: 1),
                CauseCount(nil, times: 1, customers: 1, disputes: 1),
            ])
        #expect(try fixture.book.causes(upTo: fixture.day(-1)).isEmpty)
    }

    private func withoutMoney(_ count: CauseCount) -> CauseCount {
        CauseCount(count.cause, times: count.times, customers: count.customers, disputes: count.disputes)
    }

    @Test("Behind a cause stands what is overdue of those who named it last, once")
    func behindCauses() throws {
        try record(Agreements(causes: [.bank]))
        try record(Agreements(causes: [.invoice]))
        let counts = try fixture.book.causes(upTo: fixture.day(400))
        let behind = try #require(counts.first { $0.cause == .invoice }?.behind)
        #expect(behind.map(\.account.text) == ["A1"])
        #expect(behind[0].overdue.minor > 0 && behind[0].days > 0)
        #expect(counts.first { $0.cause == .bank }?.behind.isEmpty ?? false)
    }

    @Test("The journal lists what holds feedback, and no note that only speaks of it")
    func feedback() throws {
        let found = try record(Agreements(feedback: ["the portal is slow"]))
        var entry = fixture.call(note: "they said \"feedback\":[ to me")
        entry.payer = AccountNumber("A2")
        _ = try fixture.book.record([entry], seen: nil)
        var query = JournalQuery()
        query.remark = .feedback
        #expect(try fixture.book.journal(query).map(\.seq) == [found])
    }

    @Test("How disputes ended before is part of an account's page, up to its day")
    func ended() throws {
        let dispute = PlannedDispute(
            item: ItemKey(account: AccountNumber("A1"), number: "I1"), reason: .price, due: fixture.day(5))
        let opened = try record(Agreements(disputes: [dispute]))
        let step = NewEntry(
            id: fixture.newID(), payer: AccountNumber("A1"), at: BookFixture.now, day: fixture.day(3), author: "ana",
            act: .dispute(DisputeStep(EntryPart(entry: opened), outcome: .notValid)))
        _ = try fixture.book.record([step], seen: nil)
        func words(on day: Int) throws -> String? {
            try fixture.book.dossier(of: AccountNumber("A2"), asOf: Moment(at: BookFixture.now, day: fixture.day(day)))
                .disputesEnded[.price]?.words
        }
        #expect(try words(on: 2) == nil)
        #expect(try words(on: 3) == "1 not valid, in 3 d")
    }
}
