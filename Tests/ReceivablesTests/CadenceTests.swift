import Foundation
import Receivables
import Testing

/// The rules of DOMAIN.md §5, "Cadence", told of an invoice that fell due on Thursday 1 October 2026.
@Suite struct CadenceTests {
    static let due = Day(number: 20_727)
    /// Every day is worked, so that days past due and steps can be read off each other.
    static let everyDay = Rules(base: .usd, calendar: BusinessCalendar(weekend: []))

    static func day(_ pastDue: Int) -> Day { due.advanced(by: pastDue) }

    /// Nothing is agreed with it that a verdict could follow from, on whatever day.
    static func payer(
        track: CadenceTrack = CadenceTrack(), tally: Tally = Tally(), disputed: Int64 = 0, promised: Int64 = 0,
        hold: Hold? = nil,
        segment: String = "", zone: String = "", also items: [Item] = [],
        followUps: [FollowUp] = []
    ) -> JudgedPayer {
        var account = Account(number: AccountNumber("A1"), name: "Alder", segment: segment, zone: zone)
        account.hold = hold
        let oldest = item(0, disputed: disputed, promised: promised)
        return PayerFacts(
            payer: account.number, accounts: [AccountFacts(account: account, items: [oldest] + items)],
            followUps: followUps, tally: tally, track: track
        ).judged(by: everyDay, on: due)
    }

    static func item(_ due: Int, open: Int64 = 500_000, disputed: Int64 = 0, promised: Int64 = 0) -> Item {
        Item(
            number: "I\(due)", issued: day(-60), due: day(due), currency: .usd, amount: open, open: open,
            disputed: disputed,
            promised: promised)
    }

    static func next(_ payer: JudgedPayer, on pastDue: Int, _ rules: Rules = everyDay) -> String {
        guard let step = payer.nextStep(by: rules, on: day(pastDue)) else { return "none" }
        return "\(step.words) \(due.distance(to: step.on))" + (step.isDue ? " due" : "")
    }

    static func rules(_ steps: [(Int, Cadence.Act)]) throws -> Rules {
        var rules = everyDay
        let cadence = try Cadence(name: "own", steps: steps.map { Cadence.Step(day: $0, act: $1) })
        rules.cadences = try #require(Cadences([(cadence, [])]))
        return rules
    }

    static let starts: [(Int, String)] = [
        (-3, "reminder 3"), (0, "reminder 3"), (2, "reminder 3"), (3, "reminder 3 due"), (6, "reminder 3 due"),
        (7, "call 1 7 due"),
        (14, "call 1 7 due"), (200, "call 1 7 due"),
    ]

    @Test(
        "Without history an account starts at the step its days have reached, never beyond the first call",
        arguments: starts)
    func start(pastDue: Int, says: String) {
        #expect(CadenceTests.next(CadenceTests.payer(), on: pastDue) == says)
    }

    static let after: [(worked: Int, on: Int, today: Int, String)] = [
        (3, 3, 4, "call 1 7"), (3, 3, 20, "call 1 7 due"), (7, 7, 200, "call 2 14 due"),
        (14, 14, 60, "statement 21 due"),
        (45, 45, 59, "manager 60"), (60, 60, 300, "none"),
    ]

    @Test("From then on no step is skipped, and one that nobody worked is due, not lost", arguments: after)
    func noneSkipped(worked: Int, on: Int, today: Int, says: String) {
        let track = CadenceTrack(step: worked, workedOn: CadenceTests.day(on))
        #expect(CadenceTests.next(CadenceTests.payer(track: track), on: today) == says)
    }

    @Test("Who was first called late has as much time before the next step as the cadence has between the two")
    func late() {
        let payer = CadenceTests.payer(track: CadenceTrack(step: 7, workedOn: CadenceTests.day(40)))
        #expect(CadenceTests.next(payer, on: 41) == "call 2 47")
        #expect(
            payer.comingSteps(by: CadenceTests.everyDay, on: CadenceTests.day(41)).map {
                CadenceTests.due.distance(to: $0.on)
            } == [47, 54, 63, 78, 93])
    }

    @Test("Who was spoken to before steps were kept has begun the cadence, at most with its first call")
    func oldHistory() {
        func tally(_ pastDue: Int) -> Tally {
            Tally(lastContact: CadenceTests.day(pastDue), lastRightParty: CadenceTests.day(pastDue))
        }
        #expect(CadenceTests.next(CadenceTests.payer(tally: tally(-5)), on: 10) == "call 1 7 due")
        #expect(CadenceTests.next(CadenceTests.payer(tally: tally(4)), on: 5) == "call 1 8")
        #expect(CadenceTests.next(CadenceTests.payer(tally: tally(50)), on: 58) == "call 2 57 due")
    }

    @Test("Steps before the due day lapse on it")
    func beforeDue() throws {
        let rules = try CadenceTests.rules([(-10, .statement), (-5, .reminder), (7, .call)])
        for (pastDue, says) in [
            (-12, "statement -10"), (-10, "statement -10 due"), (-6, "statement -10 due"), (-5, "reminder -5 due"),
            (-1, "reminder -5 due"), (0, "call 7"), (9, "call 7 due"),
        ] {
            #expect(CadenceTests.next(CadenceTests.payer(), on: pastDue, rules) == says, "\(pastDue)")
        }
        let worked = CadenceTests.payer(track: CadenceTrack(step: -10, workedOn: CadenceTests.day(-9)))
        #expect(CadenceTests.next(worked, on: -8, rules) == "reminder -5")
        #expect(CadenceTests.next(worked, on: 1, rules) == "call 7")
    }

    @Test("A step before the due day is worked in the queue, and the payer wakes for it")
    func beforeDueRanked() throws {
        let rules = try CadenceTests.rules([(-5, .reminder), (7, .call)])
        func place(_ pastDue: Int, _ rules: Rules, _ payer: JudgedPayer = CadenceTests.payer()) -> QueuePlace {
            rank(payer, portfolio: RankTests.portfolio, rules: rules, day: CadenceTests.day(pastDue)).place
        }
        #expect(place(-8, rules) == .rests(until: CadenceTests.day(-5), why: .notDue))
        #expect(place(-5, rules) == .queue(.call))
        #expect(
            place(-5, rules, CadenceTests.payer(track: CadenceTrack(step: -5, workedOn: CadenceTests.day(-5))))
                == .rests(until: CadenceTests.day(1), why: .notDue))
        #expect(place(-5, CadenceTests.everyDay) == .rests(until: CadenceTests.day(1), why: .notDue))
        let standing = rank(
            CadenceTests.payer(), portfolio: RankTests.portfolio, rules: rules, day: CadenceTests.day(-5))
        #expect(standing.reasons.contains { $0.rule == .step && $0.text.hasPrefix("reminder") })
        #expect(standing.next.kind == .step)
    }

    @Test("Nothing is asked on disputed or promised items: the next oldest says how far things have come")
    func disputedAndPromised() {
        #expect(CadenceTests.next(CadenceTests.payer(disputed: 500_000), on: 30) == "none")
        #expect(CadenceTests.next(CadenceTests.payer(promised: 500_000), on: 30) == "none")
        #expect(CadenceTests.next(CadenceTests.payer(disputed: 400_000), on: 30) == "call 1 7 due")
        let younger = CadenceTests.payer(disputed: 500_000, also: [CadenceTests.item(26)])
        #expect(CadenceTests.next(younger, on: 30) == "reminder 29 due")
    }

    @Test("A younger item is no further than it had got when the last step was worked")
    func youngerItem() {
        let track = CadenceTrack(step: 30, workedOn: CadenceTests.day(30))
        let payer = CadenceTests.payer(track: track, disputed: 500_000, also: [CadenceTests.item(20)])
        #expect(CadenceTests.next(payer, on: 31) == "call 2 37")
        let later = CadenceTests.payer(track: track, disputed: 500_000, also: [CadenceTests.item(29)])
        #expect(CadenceTests.next(later, on: 31) == "reminder 32")
    }

    @Test("A formal notice needs a right-party contact or 3 attempts; until then it is a call")
    func notice() throws {
        let track = CadenceTrack(step: 30, workedOn: CadenceTests.day(30))
        func step(_ tally: Tally) throws -> ComingStep {
            try #require(
                CadenceTests.payer(track: track, tally: tally).nextStep(
                    by: CadenceTests.everyDay, on: CadenceTests.day(46)))
        }
        let nobody = try step(Tally(attempts: [.init(day: CadenceTests.day(40), count: 2)]))
        #expect(nobody.act == .call)
        #expect(nobody.obstacle == .needsContact(attempts: 2))
        #expect(nobody.words == "call before formal notice")
        #expect(try step(Tally(attempts: [.init(day: CadenceTests.day(40), count: 3)])).act == .formalNotice)
        #expect(try step(Tally(lastRightParty: CadenceTests.day(20))).act == .formalNotice)
        // What was before this debt doesn't count.
        #expect(
            try step(
                Tally(lastRightParty: CadenceTests.day(-9), attempts: [.init(day: CadenceTests.day(-9), count: 3)])
            ).act == .call)
    }

    @Test("Three not reached in a row change the channel; whoever answers changes it back")
    func channel() throws {
        func step(_ unreached: Int) -> String {
            CadenceTests.next(CadenceTests.payer(tally: Tally(unreached: unreached)), on: 8)
        }
        #expect(step(2) == "call 1 7 due")
        #expect(step(3) == "in writing instead of call 1 7 due")
        let tried = CadenceTests.payer(tally: Tally(unreached: 2))
        let after = tried.stepAfter(.noAnswer, rules: CadenceTests.everyDay, on: CadenceTests.day(8))
        #expect(after?.act == .reminder)
        let now = LocalTime(day: CadenceTests.day(8), time: TimeOfDay(minutes: 600))
        let proposed = try #require(CallResult.noAnswer.proposal(at: now, calendar: BusinessCalendar(), step: after))
        #expect(proposed.why.contains("in writing instead of call 1"))
        #expect(CallResult.noAnswer.proposal(at: now, calendar: BusinessCalendar())?.time != nil)
    }

    @Test("A step falls on the first day that is worked here and with the customer")
    func businessDays() {
        var rules = Rules(base: .usd)
        // 3 days after Thursday 1 October 2026 is a Sunday.
        #expect(CadenceTests.next(CadenceTests.payer(), on: 0, rules) == "reminder 4")
        rules.calendar.holidays = [CadenceTests.day(4)]
        #expect(CadenceTests.next(CadenceTests.payer(), on: 0, rules) == "reminder 5")
        rules.calendars = [
            "Asia/Dubai": BusinessCalendar(weekend: [.friday, .saturday], holidays: [CadenceTests.day(5)])
        ]
        #expect(CadenceTests.next(CadenceTests.payer(zone: "Asia/Dubai"), on: 0, rules) == "reminder 6")
        #expect(CadenceTests.next(CadenceTests.payer(zone: "Europe/London"), on: 0, rules) == "reminder 5")
        rules.calendars = [
            "Asia/Dubai": BusinessCalendar(weekend: [.monday, .tuesday, .wednesday, .thursday, .friday])
        ]
        #expect(CadenceTests.next(CadenceTests.payer(zone: "Asia/Dubai"), on: 0, rules) == "reminder 5")
    }

    @Test("A conversation with who decides works a reminder or call that is due, and no other step")
    func talking() {
        func done(_ result: CallResult, _ pastDue: Int, _ track: CadenceTrack = CadenceTrack()) -> Int? {
            CadenceTests.payer(track: track).stepDone(
                by: result, rules: CadenceTests.everyDay, on: CadenceTests.day(pastDue))
        }
        #expect(done(.willCheck, 4) == 3)
        #expect(done(.promised, 9) == 7)
        #expect(done(.noAnswer, 9) == nil)
        #expect(done(.someoneElse, 9) == nil)
        #expect(done(.willCheck, 1) == nil)
        #expect(done(.willCheck, 25, CadenceTrack(step: 14, workedOn: CadenceTests.day(14))) == nil)
        #expect(
            CadenceTests.payer().stepAfter(.willCheck, rules: CadenceTests.everyDay, on: CadenceTests.day(9))?.words
                == "call 2")
    }

    @Test("A call's and a written step's entry move the payer on; taking them back moves it back")
    func journal() {
        func entry(_ seq: Int64, _ act: Act, undoes: Int64? = nil) -> Entry {
            Entry(
                seq: seq, id: "\(seq)", payer: AccountNumber("A1"), at: Instant(milliseconds: 0),
                day: CadenceTests.day(Int(seq)),
                author: "a", text: "", act: act, undoes: undoes, hash: [])
        }
        let call = entry(8, .call(CallRecord(result: .willCheck, step: 7)))
        let missed = entry(9, .call(CallRecord(result: .noAnswer)))
        let wrote = entry(
            15, .step(StepRecord(step: 14, act: .reminder, followUps: [PlannedFollowUp(day: CadenceTests.day(21))])))
        let own = entry(16, .cadence(CadenceChoice("key")))
        let record = PayerRecord.folding([call, missed, wrote, own])
        #expect(record.track == CadenceTrack(name: "key", step: 14, workedOn: CadenceTests.day(15)))
        #expect(record.tally.unreached == 0)
        #expect(record.followUps.map(\.day) == [CadenceTests.day(21)])
        let back = PayerRecord.folding([
            call, missed, wrote, own, entry(17, .undo, undoes: 15), entry(18, .undo, undoes: 16),
        ])
        #expect(back.track == CadenceTrack(step: 7, workedOn: CadenceTests.day(8)))
        #expect(back.tally.unreached == 1)
    }

    @Test("A segment has its own cadence, and one given by hand goes before it")
    func segments() throws {
        let key = try Cadence(name: "key", steps: [Cadence.Step(day: 1, act: .manager)])
        var rules = CadenceTests.everyDay
        rules.cadences = try #require(Cadences([(.standard, []), (key, ["Key", "Group"])]))
        #expect(CadenceTests.next(CadenceTests.payer(segment: "Key"), on: 5, rules) == "manager 1 due")
        #expect(CadenceTests.next(CadenceTests.payer(segment: "Retail"), on: 5, rules) == "reminder 3 due")
        #expect(
            CadenceTests.next(CadenceTests.payer(track: CadenceTrack(name: "key")), on: 5, rules) == "manager 1 due")
        #expect(
            CadenceTests.next(CadenceTests.payer(track: CadenceTrack(name: "gone"), segment: "Key"), on: 5, rules)
                == "manager 1 due")
        #expect(rules.cadences.segments(of: key) == ["Group", "Key"])
        #expect(Cadences([(.standard, ["Key"]), (key, ["Key"])]) == nil)
        #expect(Cadences([]) == nil)
    }

    @Test("The step is among the dated things of a payer, on the first day on which it is allowed")
    func coverage() {
        func kinds(_ payer: JudgedPayer, _ pastDue: Int) -> [NextAction] {
            payer.upcoming(by: CadenceTests.everyDay, on: CadenceTests.day(pastDue))
        }
        #expect(kinds(CadenceTests.payer(), 5) == [NextAction(kind: .step, on: CadenceTests.day(5))])
        let spoken = Tally(lastContact: CadenceTests.day(14), lastRightParty: CadenceTests.day(14))
        let quiet = CadenceTests.payer(track: CadenceTrack(step: 7, workedOn: CadenceTests.day(7)), tally: spoken)
        #expect(kinds(quiet, 15) == [NextAction(kind: .step, on: CadenceTests.day(18))])
        #expect(
            quiet.nextStep(by: CadenceTests.everyDay, on: CadenceTests.day(15))?.obstacle
                == .quiet(until: CadenceTests.day(18)))
        let agreed = CadenceTests.payer(followUps: [
            FollowUp(
                entry: 1, nth: 0, kind: .followUp, day: CadenceTests.day(20), why: "", owner: "a",
                since: CadenceTests.day(9))
        ])
        #expect(
            kinds(agreed, 10) == [
                NextAction(kind: .followUp, on: CadenceTests.day(20)),
                NextAction(kind: .step, on: CadenceTests.day(20)),
            ])
        #expect(kinds(agreed, 20).last == NextAction(kind: .step, on: CadenceTests.day(20)))
        let held = CadenceTests.payer(hold: Hold(reason: "lawyer"))
        #expect(held.nextStep(by: CadenceTests.everyDay, on: CadenceTests.day(15))?.obstacle == .hold("lawyer"))
    }

    static let wrong: [([(Int, Cadence.Act)], CadenceProblem)] = [
        ([], .noSteps), ([(3, .call), (3, .call)], .notRising(3, place: 1)),
        ([(7, .call), (3, .call)], .notRising(3, place: 1)),
        ([(9_999, .call)], .dayOutOfRange(9_999, place: 0)),
    ]

    @Test("Steps that can't be gone through in order are none", arguments: wrong)
    func problems(steps: [(Int, Cadence.Act)], problem: CadenceProblem) {
        let found = #expect(throws: CadenceProblem.self) {
            try Cadence(name: "x", steps: steps.map { Cadence.Step(day: $0, act: $1) })
        }
        #expect(found == problem)
        #expect(throws: CadenceProblem.noName) { try Cadence(name: " ", steps: [Cadence.Step(day: 1, act: .call)]) }
    }

    @Test("Rules of an older book mean the usual cadence, and the usual weight of what they don't name")
    func oldRules() throws {
        var rules = try #require(
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(Rules(base: .usd))) as? [String: Any])
        for key in ["cadences", "calendars"] { rules[key] = nil }
        // Points and weights, as books had them before there was a worth.
        rules["strategy"] = ["weights": ["money at stake": 9], "urgent": 40, "horizon": 10, "valueUnit": 100]
        let read = try JSONDecoder().decode(Rules.self, from: JSONSerialization.data(withJSONObject: rules))
        #expect(read == Rules(base: .usd))
        let again = try JSONDecoder().decode(Rules.self, from: JSONEncoder().encode(read))
        #expect(again == read)
    }
}
