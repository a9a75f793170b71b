import Testing

@testable import Receivables

@Suite("What a record of a call needs")
struct WrapUpRulesTests {
    private let today = Day(iso: "2026-11-24") ?? Day(number: 0)
    private let eur = Currency("EUR") ?? .usd
    private var now: Moment {
        Moment(at: LocalTime(day: today, time: TimeOfDay(minutes: 600)).instant(offset: 0), day: today)
    }

    private var promise: PlannedPromise {
        PlannedPromise(amount: Money(minor: 100_00, eur), day: today.advanced(by: 3))
    }

    @Test("Each agreement that a result needs settles it, and no other does", arguments: AgreementKind.allCases)
    func needs(kind: AgreementKind) throws {
        let result = try #require(CallResult.allCases.first { $0.needs == kind })
        #expect(WrapUpRules(result: result, agreed: Agreements()).missingAgreement == kind)
        let agreed = Agreements(feedback: ["slow"])
        #expect(WrapUpRules(result: result, agreed: agreed).missingAgreement == kind)
        if kind == .language {
            let spoken = Agreements(languages: [SpokenLanguage("Dutch", colleague: "ben")])
            #expect(WrapUpRules(result: result, agreed: spoken).missingAgreement == nil)
        }
    }

    @Test("A call never ends without a next action; a note may")
    func nextAction() {
        #expect(WrapUpRules(result: .gatekeeper, agreed: Agreements()).needsNextAction)
        #expect(!WrapUpRules(result: nil, agreed: Agreements()).needsNextAction)
        let followUp = PlannedFollowUp(day: today.advanced(by: 1))
        #expect(!WrapUpRules(result: .gatekeeper, agreed: Agreements(), followUps: [followUp]).needsNextAction)
        #expect(!WrapUpRules(result: .promised, agreed: Agreements(promises: [promise])).needsNextAction)
    }

    @Test("A callback needs its appointment, whatever else was agreed")
    func callback() {
        let agreed = Agreements(promises: [promise])
        let plain = PlannedFollowUp(day: today.advanced(by: 1))
        #expect(WrapUpRules(result: .callbackAgreed, agreed: agreed, followUps: [plain]).needsNextAction)
        let appointment = PlannedFollowUp(
            kind: .appointment, day: today.advanced(by: 1), at: now.at.adding(seconds: 86_400))
        #expect(!WrapUpRules(result: .callbackAgreed, agreed: agreed, followUps: [appointment]).needsNextAction)
    }

    @Test("The next step after a call without a common language is the colleague's who speaks it")
    func owner() {
        let agreed = Agreements(languages: [SpokenLanguage("Dutch", colleague: "ben")])
        let rules = WrapUpRules(result: .noCommonLanguage, agreed: agreed)
        #expect(rules.followUp(on: today, at: nil, why: "call", isAppointment: false).owner == "ben")
        let other = WrapUpRules(result: .willCheck, agreed: agreed)
        #expect(other.followUp(on: today, at: nil, why: "call", isAppointment: false).owner.isEmpty)
    }

    @Test("Some results have to be told in words, unless something was agreed")
    func words() {
        #expect(WrapUpRules(result: .refuses, agreed: Agreements()).missingWords(in: " \n") != nil)
        #expect(WrapUpRules(result: .refuses, agreed: Agreements()).missingWords(in: "no money") == nil)
        #expect(WrapUpRules(result: .refuses, agreed: Agreements(promises: [promise])).missingWords(in: "") == nil)
    }

    @Test("A next step lies ahead, and far ahead it has a reason")
    func steps() {
        func problem(_ days: Int, seconds: Int? = nil, _ reason: String = "", needsTime: Bool = false)
            -> FollowUpProblem?
        {
            PlannedFollowUp.problem(
                on: today.advanced(by: days), at: seconds.map { now.at.adding(seconds: $0) }, reason: reason, now: now,
                needsTime: needsTime)
        }
        #expect(problem(-1) == .past)
        #expect(problem(0) == nil)
        #expect(problem(0, seconds: 0) == .past)
        #expect(problem(0, seconds: 60) == nil)
        #expect(problem(1, needsTime: true) == .noTime)
        #expect(problem(PlannedFollowUp.furthestWithoutReason) == nil)
        #expect(problem(PlannedFollowUp.furthestWithoutReason + 1, "  ") == .farWithoutReason)
        #expect(problem(PlannedFollowUp.furthestWithoutReason + 1, "harvest") == nil)
    }

    @Test(
        "What we owe is written and read back the same, and says which message does it",
        arguments: [
            (OwedAct(sending: "invoice I-77"), "send invoice I-77", MessageKind.documents),
            (OwedAct(sending: "a statement of account"), "send a statement of account", .statement),
            (
                OwedAct.answer("I-77 dispute answered: copy is coming"),
                "tell them, I-77 dispute answered: copy is coming", .dispute
            ),
        ])
    func owed(act: OwedAct, words: String, message: MessageKind) {
        #expect(act.words == words && OwedAct(words) == act && act.message == message)
        #expect(OwedAct("call the warehouse") == nil)
    }
}
