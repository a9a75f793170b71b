import Receivables
import Testing

@Suite struct TickedOffTests {
    @Test("What we owed and did ends alone; what else was planned stands, and taking it back brings it back")
    func done() {
        var call = CallRecord(result: .wantsDocuments)
        call.followUps = [
            PlannedFollowUp(kind: .owed, day: ContactRuleTests.today, why: "send I1"),
            PlannedFollowUp(day: ContactRuleTests.today, why: "call again"),
        ]
        var note = NoteRecord()
        note.done = [EntryPart(entry: 1, nth: 0)]
        func entry(_ seq: Int64, _ act: Act, undoes: Int64? = nil) -> Entry {
            Entry(
                seq: seq, id: "\(seq)", payer: AccountNumber("A1"), at: ContactRuleTests.at(0, "9:00"),
                day: ContactRuleTests.today, author: "ana", text: "", act: act, undoes: undoes, hash: [])
        }
        let said = entry(1, .call(call)), ticked = entry(2, .note(note))
        #expect(PayerRecord.folding([said, ticked]).followUps.map(\.why) == ["call again"])
        let back = PayerRecord.folding([said, ticked, entry(3, .undo, undoes: 2)])
        #expect(Set(back.followUps.map(\.why)) == ["call again", "send I1"])
    }
}
