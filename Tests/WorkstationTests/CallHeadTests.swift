import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("What stands above the note during a call")
struct CallHeadTests {
    @Test("The upper third says who is called by which number, the money and the agenda; the note is below")
    func outbound() throws {
        var machine = Machine()
        try machine.press("cSpoke to Jane")
        let rows = machine.text.split(separator: "\n", omittingEmptySubsequences: false)
        let head = rows.prefix(8).joined(separator: "\n")
        #expect(head.contains("Jane Moss") && head.contains("+44 113 496 0182"))
        #expect(head.contains("To collect 10,000.00 GBP"))
        #expect(head.contains("1 has the promised money come?"))
        #expect(rows.firstIndex { $0.hasPrefix("Spoke to Jane") } == 9)
    }

    @Test("A key turns the agenda while the note takes text")
    func turned() throws {
        var machine = Machine(size: Size(columns: 80, rows: 14))
        try machine.press("c")
        let first = machine.text
        try machine.press("<C-t>still typing")
        #expect(machine.text.contains("still typing"))
        #expect(
            !machine.text.contains("1 has the promised money come?") && first.contains("1 has the promised money come?")
        )
        try machine.press("<C-t><C-t>")
        #expect(machine.text.contains("1 has the promised money come?"))
        #expect(machine.state.note?.text == "still typing")
    }

    @Test("A call to us says so, and names who is on file")
    func inbound() throws {
        var machine = Machine()
        try machine.press("<F9>north<enter>")
        #expect(machine.text.contains("they called; on file: Jane Moss"))
        #expect(machine.text.contains("To collect 10,000.00 GBP"))
    }
}
