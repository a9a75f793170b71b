import Receivables
import Testing

/// Who asked not to be called, who is held, which numbers are wrong: what the journal makes of it, and where it puts a
/// payer.
@Suite struct ContactLimitTests {
    static let today = AgeingTests.today
    let late = AgeingTests.item("I1", due: -40, open: 500_000)

    private func payer(_ entries: [Entry], hasNumberLeft: Bool = true) -> PayerFacts {
        var facts = PayerFacts(
            payer: AccountNumber("A1"),
            accounts: [AccountFacts(account: Account(number: AccountNumber("A1")), items: [late])],
            record: PayerRecord.folding(entries))
        facts.hasNumberLeft = hasNumberLeft
        return facts
    }

    private func noCall(_ scope: NoCall.Scope, review: Int = 60) -> Agreements {
        Agreements(noCalls: [
            PlannedNoCall(scope, askedBy: "Jane", review: ContactLimitTests.today.advanced(by: review))
        ])
    }

    private func entry(_ seq: Int64, _ act: Act, day: Int = 0, undoes: Int64? = nil) -> Entry {
        Entry(
            seq: seq, id: "\(seq)", payer: AccountNumber("A1"), at: ContactRuleTests.at(day, "9:00"),
            day: ContactLimitTests.today.advanced(by: day), author: "ana", text: "", act: act, undoes: undoes, hash: [])
    }

    private func hold(_ reason: HoldReason = .insolvent, review: Int, owner: String = "") -> PlannedHold {
        PlannedHold(reason, owner: owner, review: ContactLimitTests.today.advanced(by: review))
    }

    @Test("A hold of ours rests the payer until its review day, stays in the figures, and then has to be looked at")
    func held() {
        let entries = [entry(1, .hold(hold(review: 30)), day: -3)]
        let standing = RankTests.standing(payer(entries))
        #expect(
            standing.place
                == .rests(until: ContactLimitTests.today.advanced(by: 30), why: .held(.insolvent, owner: "ana")))
        #expect(standing.figures.first?.overdue == 500_000)
        #expect(
            payer(entries).judged(by: RankTests.rules, on: ContactLimitTests.today).upcoming(
                by: RankTests.rules, on: ContactLimitTests.today) == [
                    NextAction(kind: .hold, on: ContactLimitTests.today.advanced(by: 30))
                ])
        let due = RankTests.standing(payer(entries), on: ContactLimitTests.today.advanced(by: 30))
        #expect(due.place == .queue(.call))
        #expect(due.tier == .owedToday)
        #expect(due.next.kind == .review)
        #expect(due.reasons.first?.text == "look again: hold, insolvent, since Tue 1 Oct")
    }

    @Test("The same reason again moves the review; a release ends the hold; both can be taken back")
    func moved() {
        var entries = [entry(1, .hold(hold(review: 10)), day: -3), entry(2, .hold(hold(review: 40, owner: "ben")))]
        let moved = PayerRecord.folding(entries).limits.holds
        #expect(moved.map(\.words) == ["insolvent, ben reviews on Wed 13 Nov"])
        #expect(moved.first?.since == ContactLimitTests.today.advanced(by: -3))
        entries.append(entry(3, .release(Release(.hold, moved[0].part))))
        #expect(PayerRecord.folding(entries).limits.isEmpty)
        entries.append(entry(4, .undo, undoes: 3))
        #expect(PayerRecord.folding(entries).limits.holds.count == 1)
    }

    @Test("Asked for the whole account, the channel becomes writing: a batch of its own, no call")
    func inWriting() {
        let asked = ContactRuleTests.call(1, .askedNotToBeCalled, day: -20, agreed: noCall(.account))
        #expect(RankTests.standing(payer([asked])).place == .queue(.inWriting))
        // Written to just now, they are left the same days of quiet.
        let written = entry(2, .note(NoteRecord()), day: -1)
        let standing = RankTests.standing(payer([asked, written]))
        #expect(standing.place == .rests(until: ContactLimitTests.today.advanced(by: 5), why: .inWritingOnly))
        let planned = ContactRuleTests.call(
            1, .askedNotToBeCalled, agreed: noCall(.account), next: [JournalTests.next(3)])
        #expect(
            RankTests.standing(payer([planned])).place
                == .rests(until: ContactLimitTests.today.advanced(by: 3), why: .inWritingOnly))
        #expect(
            RankTests.standing(payer([planned]), on: ContactLimitTests.today.advanced(by: 3)).place
                == .queue(.inWriting))
    }

    @Test("On its review day a wish comes up again, and stands until it is lifted")
    func review() {
        let asked = ContactRuleTests.call(
            1, .askedNotToBeCalled, day: -9, agreed: noCall(.person("Jane"), review: 4), next: [JournalTests.next(20)])
        #expect(
            RankTests.standing(payer([asked])).place
                == .rests(until: ContactLimitTests.today.advanced(by: 4), why: .followUp("")))
        let due = RankTests.standing(payer([asked]), on: ContactLimitTests.today.advanced(by: 4))
        #expect(due.place == .queue(.call))
        #expect(due.tier == .owedToday)
        #expect(due.reasons.first?.text == "look again: do not call Jane, since Wed 25 Sep")
        let limits = payer([asked]).limits
        let lifted = payer([asked] + limits.releases(.noCall).map { entry(2, .release($0)) })
        #expect(lifted.limits.noCalls.isEmpty)
    }

    @Test("A wrong number is bad until somebody is reached on it; with none left the payer misses a contact")
    func numbers() {
        func call(_ seq: Int64, _ result: CallResult, _ number: String) -> Entry {
            entry(seq, .call(CallRecord(result: result, number: number)), day: -9)
        }
        let wrong = [
            call(1, .wrongNumber, "+1 555"), call(2, .wrongNumber, "+1 556"), call(3, .gatekeeper, "+1 556"),
            call(4, .willCheck, "+1 556"),
        ]
        #expect(PayerRecord.folding(wrong).limits.badNumbers == ["+1 555"])
        let limits = PayerRecord.folding(wrong).limits
        #expect(limits.leavesNumber(among: [Contact(name: "A", phone: "+1 555"), Contact(name: "B", phone: "+1 556")]))
        #expect(!limits.leavesNumber(among: [Contact(name: "A", phone: "+1 555"), Contact(name: "B")]))
        #expect(
            RankTests.standing(payer(Array(wrong.prefix(1)), hasNumberLeft: false)).place == .queue(.missingContact))
        #expect(RankTests.standing(payer(Array(wrong.prefix(1)))).place == .queue(.call))
        // Whatever was planned for it: a call can't be made today or later.
        let planned = entry(
            5,
            .call(
                CallRecord(
                    result: .wrongNumber, number: "+1 555",
                    followUps: [
                        PlannedFollowUp(day: ContactLimitTests.today.advanced(by: 1), why: "find another number")
                    ])), day: 0)
        #expect(RankTests.standing(payer([planned], hasNumberLeft: false)).place == .queue(.missingContact))
        #expect(RankTests.standing(payer([planned])).tier == .resting)
    }

    static let said: [(String, String)] = [
        ("no number", "do not call +44 113 496 0182, asked by Jane Moss, review Thu 2 Jan"),
        ("no person Tom Hale by Jane until 1 dec", "do not call Tom Hale, asked by Jane, review Sun 1 Dec"),
        ("no acc by their lawyer", "do not call the account, asked by their lawyer, review Thu 2 Jan"),
        ("no", "what is not to be called? number, person or account"),
        ("no house", "“house” is none of number, person, account"),
        ("hold ins", "hold: insolvent, review Mon 4 Nov"),
        ("hold agency until 1 dec by Ben", "hold: lawyer or agency, review Sun 1 Dec by Ben"),
        ("hold direct debit +60 ben", "hold: direct debit, review Tue 3 Dec by ben"),
        ("hold own Maria Lopez", "hold: own decision, review Mon 4 Nov by Maria Lopez"),
        ("hold", "which? insolvent, lawyer or agency, factored, direct debit, own decision"),
        ("hold tired", "“tired” is none of insolvent, lawyer or agency, factored, direct debit, own decision"),
        ("hold own until today", "a review lies ahead"), ("hold own until whenever", "“whenever” is no day"),
        ("speak polish ben", "Jane Moss speaks Polish (ben has it)"), ("speak", "which language?"),
    ]

    @Test("Words about calling are understood, or answered", arguments: said)
    func words(typed: String, expected: String) {
        let reader = ContactWords(
            today: ContactLimitTests.today, calendar: BusinessCalendar(), contact: ContactRuleTests.jane)
        let words = typed.split(separator: " ")
        let rest = Array(words.dropFirst())
        func text<Fact>(_ read: Result<Interpretation<Fact>, ContactProblem>) -> String {
            switch read {
            case .success(let understood): understood.shown
            case .failure(let problem): problem.sentence
            }
        }
        let shown =
            words[0] == "no"
            ? text(reader.noCall(rest)) : words[0] == "hold" ? text(reader.hold(rest)) : text(reader.language(rest))
        if expected.contains("is no day") {
            #expect(shown.contains("whenever"))
        } else {
            #expect(shown == expected)
        }
    }
}
