import Receivables
import Testing

/// When a call may be made, and which rule stands against it. The day is Friday 4 October 2024.
@Suite struct ContactRuleTests {
    static let today = AgeingTests.today
    static let jane = Contact(name: "Jane Moss", phone: "+44 113 496 0182")
    static let tom = Contact(name: "Tom Hale", phone: "+44 161 496 0777")
    static let zones: ZoneOffset = { zone, _ in
        [
            "UTC": 0, "Asia/Tokyo": 9 * 3600, "Europe/Berlin": 3600, "Pacific/Auckland": 13 * 3600,
            "America/New_York": -4 * 3600,
        ][zone]
    }

    static func at(_ day: Int = 0, _ time: String) -> Instant {
        LocalTime(day: today.advanced(by: day), time: TimeOfDay(time) ?? TimeOfDay(minutes: 0)).instant(offset: 0)
    }

    static func call(
        _ seq: Int64, _ result: CallResult, day: Int = 0, with contact: String = "", agreed: Agreements = Agreements(),
        next: [PlannedFollowUp] = []
    ) -> Entry {
        Entry(
            seq: seq, id: "\(seq)", payer: AccountNumber("A1"), at: at(day, "9:00"), day: today.advanced(by: day),
            author: "ana",
            text: "", act: .call(CallRecord(result: result, contact: contact, followUps: next, agreed: agreed)),
            undoes: nil, hash: [])
    }

    static func dossier(
        _ entries: [Entry] = [], zone: String = "UTC",
        items: [Item] = [AgeingTests.item("I1", due: -40, open: 500_000)],
        hold: Hold? = nil, rules: Rules = RankTests.rules, receipts: [Dossier.Received] = []
    ) -> Dossier {
        let account = Account(number: AccountNumber("A1"), name: "Alder", hold: hold, zone: zone)
        let facts = PayerFacts(
            payer: account.number, accounts: [AccountFacts(account: account, items: items)],
            record: PayerRecord.folding(entries)
        ).judged(by: rules, on: today)
        return Dossier(
            moment: Moment(at: at(0, "10:00"), day: today), rules: rules, portfolio: RankTests.portfolio,
            cashKnownTo: nil,
            asked: account.number, facts: facts,
            standing: rank(facts, portfolio: RankTests.portfolio, rules: rules, day: today),
            contacts: [jane, tom].map { Dossier.ContactOf(account: account.number, contact: $0) }, receipts: receipts,
            history: entries.reversed(), undone: [])
    }

    static func broken(_ dossier: Dossier, calling contact: Contact? = jane, at time: String = "10:00", day: Int = 0)
        -> [ContactRule]
    {
        ContactCheck(dossier, calling: contact, at: at(day, time), offset: zones).breaches.map(\.rule)
    }

    static let clocks: [(zone: String, day: Int, time: String, rules: [ContactRule])] = [
        ("UTC", 0, "07:59", [.permittedHours, .deskHours]), ("UTC", 0, "08:00", []), ("UTC", 0, "17:59", []),
        ("UTC", 0, "18:00", [.permittedHours, .deskHours]), ("UTC", 1, "10:00", [.permittedHours]),
        ("America/New_York", 0, "11:59", [.permittedHours]), ("America/New_York", 0, "12:00", []),
        // Evening there while it is morning here; Friday here, Saturday there.
        ("Asia/Tokyo", 0, "09:00", [.permittedHours]), ("Asia/Tokyo", 0, "08:59", []),
        ("Nowhere/Unknown", 0, "10:00", []),
    ]

    @Test("Calls are made in the desk's hours, in the customer's, and on days that both work", arguments: clocks)
    func hours(zone: String, day: Int, time: String, rules: [ContactRule]) {
        #expect(ContactRuleTests.broken(ContactRuleTests.dossier(zone: zone), at: time, day: day) == rules)
    }

    @Test("A holiday of either calendar is no day to call, and the hours open on the next that both work")
    func holidays() {
        var rules = RankTests.rules
        rules.calendars["America/New_York"] = BusinessCalendar(holidays: [ContactRuleTests.today])
        #expect(
            ContactRuleTests.broken(ContactRuleTests.dossier(zone: "America/New_York", rules: rules), at: "13:00") == [
                .permittedHours
            ])
        #expect(ContactRuleTests.broken(ContactRuleTests.dossier(rules: rules), at: "13:00").isEmpty)
        rules.calendar.holidays = [ContactRuleTests.today.advanced(by: 3)]
        let hours = CallingHours(
            zone: "America/New_York", at: ContactRuleTests.at(0, "13:00"), rules: rules, offset: ContactRuleTests.zones)
        #expect(hours == .closed(opens: ContactRuleTests.at(4, "12:00")))
    }

    @Test(
        """
        A customer who may be called before our desk opens is said to open with the desk, on the first day that \
        both work
        """,
        arguments: [
            // Berlin opens at 07:00 of our clock, an hour before us.
            ("Europe/Berlin", 0, "06:00", 0, "08:00"), ("UTC", 0, "06:00", 0, "08:00"),
            ("America/New_York", 0, "06:00", 0, "12:00"), ("Asia/Tokyo", 0, "10:00", 3, "08:00"),
            // Hours that never meet ours: what is said is when they open there.
            ("Pacific/Auckland", 0, "10:00", 2, "19:00"),
        ])
    func opens(zone: String, day: Int, time: String, opensDay: Int, opensAt: String) throws {
        let hours = CallingHours(
            zone: zone, at: ContactRuleTests.at(day, time), rules: RankTests.rules, offset: ContactRuleTests.zones)
        #expect(hours == .closed(opens: ContactRuleTests.at(opensDay, opensAt)))
    }

    @Test("A desk may call around the clock")
    func aroundTheClock() throws {
        var rules = RankTests.rules
        rules.desk = try #require(Hours("00:00-24:00"))
        rules.permitted = rules.desk
        #expect(rules.desk.text == "00:00-24:00")
        #expect(ContactRuleTests.broken(ContactRuleTests.dossier(rules: rules), at: "23:59").isEmpty)
        #expect(["18-8", "8", "8-25", "", "-", "8:00-8:00"].allSatisfy { Hours($0) == nil })
    }

    @Test("The fourth attempt of a day and the eighth of seven days need a reason; a call from them is none")
    func attempts() {
        let thrice = (1...3).map { ContactRuleTests.call(Int64($0), .noAnswer) }
        #expect(ContactRuleTests.broken(ContactRuleTests.dossier(Array(thrice.prefix(2)))).isEmpty)
        #expect(ContactRuleTests.broken(ContactRuleTests.dossier(thrice)) == [.attemptsPerDay])
        let week = (1...7).map { ContactRuleTests.call(Int64($0), .noAnswer, day: -6 + ($0 - 1) / 3) }
        #expect(ContactRuleTests.broken(ContactRuleTests.dossier(week)) == [.attemptsPerWeek])
        let older = (1...7).map { ContactRuleTests.call(Int64($0), .noAnswer, day: -7 + ($0 - 1) / 3) }
        #expect(ContactRuleTests.broken(ContactRuleTests.dossier(older)).isEmpty)
    }

    @Test("Whoever decides is left in peace for three business days; somebody else there is not")
    func quiet() {
        let spoken = [ContactRuleTests.call(1, .refuses, day: -1, with: "Jane Moss")]
        #expect(ContactRuleTests.broken(ContactRuleTests.dossier(spoken)) == [.quiet])
        #expect(ContactRuleTests.broken(ContactRuleTests.dossier(spoken), calling: ContactRuleTests.tom).isEmpty)
        #expect(ContactRuleTests.broken(ContactRuleTests.dossier(spoken), calling: nil) == [.quiet])
        #expect(
            ContactRuleTests.broken(ContactRuleTests.dossier([ContactRuleTests.call(1, .gatekeeper, day: -1)])).isEmpty)
        // Friday, Monday, Tuesday and Wednesday: three full days between.
        #expect(
            ContactRuleTests.broken(
                ContactRuleTests.dossier([ContactRuleTests.call(1, .refuses, day: -7, with: "Jane Moss")])
            ).isEmpty)
    }

    @Test(
        """
        What has come up since may be called about: a step that is due, documents sent, an answer, money back, \
        newly overdue
        """
    )
    func quietEndsEarly() {
        func broken(_ result: CallResult = .refuses, _ change: (inout Dossier) -> Void) -> [ContactRule] {
            var dossier = ContactRuleTests.dossier([ContactRuleTests.call(2, result, day: -1, with: "Jane Moss")])
            change(&dossier)
            return ContactRuleTests.broken(dossier)
        }
        #expect(broken { _ in } == [.quiet])
        #expect(broken { $0.change { $0.followUps = [RankTests.followUp(in: 0)] } }.isEmpty)
        #expect(broken { $0.change { $0.followUps = [RankTests.followUp(in: 1)] } } == [.quiet])
        #expect(broken(.wantsDocuments) { _ in }.isEmpty)
        #expect(
            broken(.wantsDocuments) { $0.change { $0.followUps = [RankTests.followUp(in: 1, kind: .owed)] } } == [
                .quiet
            ])
        #expect(
            broken { dossier in
                dossier.receipts = [
                    Dossier.Received(
                        day: ContactRuleTests.today, amount: Money(minor: -100, .usd), item: "I1", isStated: true)
                ]
            }.isEmpty)
        #expect(
            broken { dossier in
                let answered = Dispute(
                    part: EntryPart(entry: 1), opened: ContactRuleTests.today.advanced(by: -9),
                    item: ItemKey(account: AccountNumber("A1"), company: "", number: "I1"), amount: nil,
                    reason: .price, owner: "Sales", due: ContactRuleTests.today, text: "",
                    state: .answered(on: ContactRuleTests.today, text: "right"))
                dossier.change { $0.commitments.disputes = [answered] }
            }.isEmpty)
        #expect(
            broken { dossier in
                dossier.change { $0.accounts[0].items.append(AgeingTests.item("I2", due: -1, open: 400_000)) }
            }.isEmpty)
    }

    @Test("An appointment is kept at its time, whatever the hours and attempts")
    func appointment() {
        let tries = (1...3).map { ContactRuleTests.call(Int64($0), .noAnswer) }
        var dossier = ContactRuleTests.dossier(tries)
        dossier.change { facts in
            facts.followUps = [RankTests.followUp(in: 0, at: ContactRuleTests.at(0, "19:00"), kind: .appointment)]
        }
        #expect(ContactRuleTests.broken(dossier, at: "18:45").isEmpty)
        #expect(ContactRuleTests.broken(dossier, at: "21:01") == [.permittedHours, .deskHours, .attemptsPerDay])
        #expect(ContactRuleTests.broken(dossier, at: "18:15") == [.permittedHours, .deskHours, .attemptsPerDay])
    }

    @Test("Wishes and holds come before all else, ours and the ERP's apart")
    func wishesAndHolds() {
        let day = ContactRuleTests.today.advanced(by: 30)
        let agreed = Agreements(
            noCalls: [PlannedNoCall(.number("+44 (113) 4960182"), askedBy: "Jane Moss", review: day)],
            holds: [PlannedHold(.insolvent, owner: "ben", review: day)])
        let dossier = ContactRuleTests.dossier(
            [ContactRuleTests.call(1, .askedNotToBeCalled, day: -9, agreed: agreed)],
            hold: Hold(reason: "dunning block"))
        // A number is the same however it is spelt.
        #expect(dossier.facts.limits.barred(ContactRuleTests.jane) != nil)
        #expect(dossier.facts.limits.barred(ContactRuleTests.tom) == nil)
        let check = ContactCheck(
            dossier, calling: ContactRuleTests.tom, at: ContactRuleTests.at(0, "20:00"), offset: ContactRuleTests.zones)
        #expect(check.breaches.map(\.rule) == [.hold, .hold, .permittedHours, .deskHours])
        #expect(
            check.breaches.prefix(2).map(\.text) == [
                "on hold: insolvent, ben reviews on Sun 3 Nov", "on hold in the ERP: dunning block",
            ])
        #expect(check.broken(because: "told to").words == "against hold, permitted hours, desk hours: told to")
    }
}
