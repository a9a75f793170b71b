import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("Pages")
struct PageTests {
    @Test("At the end of a page over the panes the next key back moves it at once", arguments: ["?", "x", "<enter>e"])
    func ends(keys: String) throws {
        for size in [Size(columns: 120, rows: 20), Size(columns: 40, rows: 10)] {
            var machine = Machine(size: size)
            try machine.press(keys)
            let top = machine.text
            try machine.press("G")
            let end = machine.text
            guard top != end else { continue }
            try machine.press("k")
            #expect(machine.text != end, "\(keys) at \(size)")
            try machine.press("jj")
            #expect(machine.text == end, "\(keys) at \(size)")
            try machine.press("g")
            #expect(machine.text == top, "\(keys) at \(size)")
        }
    }

    @Test(
        "A customer whose name is the account's number is named once",
        arguments: [
            ("Northwind Traders", "10442", "Northwind Traders 10442"),
            ("Pinnacle Attorneys", "Pinnacle Attorneys", "Pinnacle Attorneys"),
        ])
    func names(name: String, number: String, shown: String) {
        #expect(Line(customer: name, AccountNumber(number)).plain == shown)
    }

    @Test("A customer without a name of its own is named once in every title")
    func titles() throws {
        var pim = Fixture.pim
        pim.change { $0.accounts[0].account.name = $0.payer.text }
        for size in [Size(columns: 120, rows: 36), Size(columns: 80, rows: 24)] {
            var machine = Machine(size: size)
            machine.book.dossiers = [pim]
            try machine.press("R<enter>")
            #expect(machine.text.contains("30001"))
            #expect(!machine.text.contains("30001 30001"))
        }
        #expect(
            AccountPage(pim, width: 80, theme: Machine().state.desk.theme, offset: Fixture.offset).title.plain
                == "30001")
    }
}
