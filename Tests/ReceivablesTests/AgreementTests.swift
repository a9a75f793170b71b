import Foundation
import Receivables
import Testing

@Suite struct AgreementTests {
    @Test("Entries from before there were promises are read as having agreed none")
    func oldBodies() throws {
        let call = #"{"call":{"_0":{"contact":"","direction":"out","followUps":[],"number":"","result":"will check"}}}"#
        let note = #"{"note":{"_0":{"followUps":[]}}}"#
        #expect(try JSONDecoder().decode(Act.self, from: Data(call.utf8)) == .call(CallRecord(result: .willCheck)))
        #expect(try JSONDecoder().decode(Act.self, from: Data(note.utf8)) == .note(NoteRecord()))
        var rules = try #require(
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(Rules(base: .usd))) as? [String: Any])
        for key in ["promiseTolerance", "plans"] { rules[key] = nil }
        #expect(
            try JSONDecoder().decode(Rules.self, from: JSONSerialization.data(withJSONObject: rules))
                == Rules(base: .usd))
    }

    @Test("Every act comes back from its body as it was")
    func roundTrip() throws {
        let money = Money(minor: 5_000, .usd), key = PromiseTests.key("I1")
        let agreed = Agreements(
            promises: [
                PlannedPromise(
                    amount: money, day: PromiseTests.today, shares: [Share(key, 5_000)],
                    replaces: [EntryPart(entry: 3, nth: 1)])
            ],
            claims: [PlannedClaim(day: PromiseTests.today)],
            disputes: [PlannedDispute(item: key, reason: .noPurchaseOrder, due: PromiseTests.today)],
            plans: [
                PlannedPlan(
                    total: money, cadence: .every(days: 10),
                    instalments: [Instalment(day: PromiseTests.today, amount: money)], rung: .plan)
            ])
        let acts: [Act] = [
            .call(CallRecord(result: .promised, agreed: agreed)), .note(NoteRecord(agreed: agreed)),
            .dispute(DisputeStep(EntryPart(entry: 1), outcome: .valid)),
            .plan(PlanStep(EntryPart(entry: 1), status: .ended)),
            .handOver(HandOver(EntryPart(entry: 1), to: "ben")), .later, .pin(true), .undo,
        ]
        for act in acts { #expect(try JSONDecoder().decode(Act.self, from: JSONEncoder().encode(act)) == act) }
    }

    @Test("Part of an entry is written and read as lists print it")
    func parts() {
        #expect(EntryPart(entry: 12, nth: 1).description == "12.2")
        #expect(EntryPart("12") == EntryPart(entry: 12))
        #expect(EntryPart("12.2") == EntryPart(entry: 12, nth: 1))
        for text in ["", "x", "0", "12.0", "1.2.3", "-4"] { #expect(EntryPart(text) == nil) }
    }
}
