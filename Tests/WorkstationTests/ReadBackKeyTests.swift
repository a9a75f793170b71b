import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("Reading back what was agreed")
struct ReadBackKeyTests {
    @Test("One key shows the sentences below the note, again says that they were said; the record holds them")
    func said() throws {
        var machine = Machine()
        try machine.press("c<C-r>")
        #expect(machine.text.contains("nothing to read back yet"))
        try machine.press("/promise 2500 fri<C-r>")
        #expect(machine.text.contains("Say  I have 2,500 pounds for INV-2210 by Friday the 27th of November."))
        #expect(machine.text.contains("right?"))
        // What is corrected meanwhile is read anew.
        try machine.press("<C-u>/promise 2600 fri")
        #expect(machine.text.contains("I have 2,600 pounds for INV-2210"))
        try machine.press("<C-r>")
        #expect(!machine.text.contains("right?"))
        #expect(
            machine.state.note?.draft(at: machine.clock).readBack?.hasPrefix("I have 2,600 pounds for INV-2210")
                ?? false)
        try machine.press("<F8><enter>")
        guard case .call(let call)? = machine.recorded?.act else { return #expect(Bool(false)) }
        #expect(
            call.readBack == "I have 2,600 pounds for INV-2210 by Friday the 27th of November. Did I get that right?")
    }

    @Test("What is agreed otherwise afterwards was not read back")
    func changed() throws {
        var machine = Machine()
        try machine.press("c/promise 1000 fri<C-r><C-r>")
        #expect(machine.text.contains("· read back"))
        try machine.press("<C-u>")
        #expect(machine.footer.contains("has changed since you read it back"))
        #expect(machine.state.note?.readBack == nil)
        #expect(machine.state.note?.track.said.contains(.agreement) == false)
    }

    @Test("On the smallest screen the text keeps its rows")
    func small() throws {
        var machine = Machine(size: Size(columns: 40, rows: 10))
        try machine.press("c/promise 2500 fri<C-r>")
        #expect(machine.text.contains("/promise 2500 fri"))
    }
}
