import Terminal
import Testing

@testable import Workstation

/// A file is looked at, set right and taken in.
@Suite struct ImportPageTests {
    private func request(_ settings: [ImportSetting: String] = [:], _ meanings: [String: String] = [:]) -> ImportRequest
    {
        var request = ImportRequest(path: "a.csv")
        request.settings = settings
        request.meanings = meanings
        return request
    }

    @Test("The first start looks at a file, asks what it can't know, and imports it as answered")
    func firstStart() throws {
        var machine = Machine(hasBook: false)
        try machine.press("ia.csv<enter>")
        #expect(machine.text.contains("day/month/year: 03/04/2026 on line 2 is Fri 3 Apr 2026"))
        #expect(machine.text.contains("month/day/year: 03/04/2026 on line 2 is Wed 4 Mar 2026"))
        try machine.press("<enter>")
        #expect(machine.footer.contains("answer the question first"), "nothing is chosen for the user")
        try machine.press("<tab><tab><enter>")
        #expect(machine.text.contains("vom   → date  month/day/year, as given"))
        try machine.press("<enter>")
        let child = Child.importing(request([.dates: "mdy"]))
        #expect(machine.deeds.last == .run(child))
        machine.send(.progress(child, done: 1, total: 4))
        #expect(machine.text.contains("importing… 25 %"))
        machine.send(.opened(machine.book.about))
        machine.send(.ended(child, .done))
        #expect(machine.text.contains("Northwind Traders"))
        #expect(machine.footer.contains("a.csv was imported; 1 refused row is kept in a.csv.rejects.csv"))
    }

    @Test("With a book open the import goes on behind the panes, and why it failed is found where it was left")
    func besides() throws {
        var machine = Machine()
        try machine.press(":import<enter>a.csv<enter><tab><enter><enter>")
        let child = Child.importing(request([.dates: "dmy"]))
        #expect(machine.deeds.last == .run(child))
        #expect(machine.text.contains("Bluebird Foods") && machine.footer.contains("a.csv is being imported"))
        try machine.press("j")
        machine.send(.ended(child, .failed("The disk is full.")))
        #expect(machine.footer.contains("a.csv was not imported: :import shows why"))
        try machine.press(":import<enter>")
        #expect(machine.text.contains("The disk is full.") && machine.text.contains("Kto"))
        try machine.press("<enter>")
        machine.send(.ended(child, .done))
        #expect(machine.footer.contains("a.csv was imported"))
    }

    @Test("A file named behind the command is looked at straight away; one that is being taken goes before it")
    func named() throws {
        var machine = Machine()
        try machine.press(":import a.csv<enter>")
        #expect(machine.text.contains("day/month/year: 03/04/2026 on line 2"))
        try machine.press("<tab><enter><enter>")
        let child = Child.importing(request([.dates: "dmy"]))
        #expect(machine.deeds.last == .run(child))
        try machine.press(":import other.csv<enter>")
        #expect(machine.text.contains("File a.csv") && !machine.text.contains("other.csv"))
        machine.send(.ended(child, .done))
        try machine.press(":import my files/b c.csv<enter>")
        guard case .run(.looking(let looked, _)) = machine.deeds.last else {
            Issue.record("nothing is looked at")
            return
        }
        #expect(looked.path == "my files/b c.csv")
    }

    @Test("Where two columns may be the invoice number, the page shows both readings, and one is chosen")
    func rivals() throws {
        var machine = Machine()
        machine.book.look = { request in
            var look = ImportFixture.look(request)
            look.question =
                request.meanings["Bilagsnr"] != nil
                ? nil
                : ImportLook.Question(
                    text: "2 columns may be the invoice number, and they differ. Which is it?",
                    subject: .column(ofMeaning: "item-number"),
                    answers: [
                        ImportLook.Choice("Bilagsnr", "Bilagsnr: 501; 502"),
                        ImportLook.Choice("Doknr", "Doknr: 20001; 20002"),
                    ])
            return look
        }
        try machine.press(":import a.csv<enter>")
        #expect(machine.text.contains("2 columns may be the invoice number, and they differ. Which is it?"))
        #expect(machine.text.contains("Doknr: 20001; 20002"))
        try machine.press("<tab><enter><enter>")
        #expect(machine.deeds.last == .run(.importing(request([:], ["Bilagsnr": "item-number"]))))
    }

    @Test("Of a workbook with several sheets the page says which is read, and another can be chosen")
    func sheets() throws {
        var machine = Machine()
        machine.book.look = { request in
            var look = ImportFixture.look(request)
            look.question = nil
            look.sheets = ["Receipts", "Customers"]
            return look
        }
        try machine.press(":import a.csv<enter>")
        #expect(machine.text.contains("sheet     the first with a header"))
        try machine.press("<tab><space>cust<enter><enter>")
        #expect(machine.deeds.last == .run(.importing(request([.sheet: "Customers"]))))
        machine.book.look = { request in
            var look = ImportFixture.look(request)
            look.sheets = ["Sheet1"]
            return look
        }
        machine.send(.ended(.importing(request([.sheet: "Customers"])), .done))
        try machine.press(":import a.csv<enter>")
        #expect(!machine.text.contains("sheet     "))
    }

    @Test("Tab completes a file's name as far as it is certain, and lists what there is to choose from")
    func completion() throws {
        var machine = Machine()
        try machine.press(":import<enter>exports/o<tab>")
        #expect(machine.deeds.last == .completePath("exports/o"))
        machine.send(
            .pathCompleted(PathCompletion(typed: "exports/o", matches: ["exports/open-a.csv", "exports/open-b.csv"])))
        #expect(machine.text.contains("File exports/open-"))
        #expect(machine.text.contains("open-a.csv") && machine.text.contains("open-b.csv"))
        try machine.press("b<tab>")
        #expect(!machine.text.contains("open-a.csv"))
        machine.send(.pathCompleted(PathCompletion(typed: "exports/open-b", matches: ["exports/open-b.csv"])))
        #expect(machine.text.contains("File exports/open-b.csv"))
        // An answer that comes late changes nothing.
        try machine.press("x")
        machine.send(.pathCompleted(PathCompletion(typed: "exports/open-b", matches: ["exports/open-b.csv"])))
        #expect(machine.text.contains("File exports/open-b.csvx"))
        machine.send(.pathCompleted(PathCompletion(typed: "exports/open-b.csvx", matches: [])))
        #expect(machine.text.contains("no file name begins like this"))
    }

    @Test(
        "A name may come with quotes, as an address of a file manager, or with its blanks escaped",
        arguments: [
            ("\"open items.csv\"", "open items.csv"), ("'a b.csv' ", "a b.csv"),
            ("file:///tmp/open%20items%C3%A9.csv", "/tmp/open itemsé.csv"),
            ("'file://localhost/tmp/a.csv'", "/tmp/a.csv"),
            ("open\\ items.csv", "open items.csv"), ("  a.csv\n", "a.csv"), ("100%.csv", "100%.csv"), ("'", "'"),
            ("file://", "file://"),
        ])
    func pastedNames(typed: String, name: String) { #expect(TypedPath.name(in: typed) == name) }

    @Test("What was looked at is what is taken; leaving while it is says that it stops")
    func contents() throws {
        var machine = Machine()
        machine.book.look = { request in
            var look = ImportFixture.look(request)
            look.contents = "a1b2"
            return look
        }
        try machine.press(":import a.csv<enter><tab><enter><enter>")
        var taken = request([.dates: "dmy"])
        taken.contents = "a1b2"
        #expect(machine.deeds.last == .run(.importing(taken)))
        try machine.press("q")
        #expect(machine.text.contains("a.csv is being imported. If you leave, the import stops"))
        #expect(machine.deeds.last == .run(.importing(taken)))
        // No letter turns a setting.
        try machine.press("<esc>")
        machine.send(.ended(.importing(taken), .failed("The disk is full.")))
        try machine.press(":import<enter><tab><tab>l")
        #expect(machine.deeds.last == .run(.importing(taken)))
    }

    @Test("A column's meaning is chosen from a list or turned by arrows, and each change is looked at anew")
    func columns() throws {
        var machine = Machine()
        try machine.press(":import<enter>a.csv<enter><tab><enter>")
        // Past six settings and four columns to the one that was left aside.
        try machine.press("<tab><tab><tab><tab><tab><tab><tab><tab><tab><tab><tab>")
        try machine.press(" order<enter>")
        #expect(
            machine.deeds.last
                == .run(.looking(request: request([.dates: "dmy"], ["Notiz": "purchase-order"]), number: 3)))
        #expect(machine.text.contains("customer's order number (your choice)"))
        try machine.press("<left>")
        #expect(machine.deeds.last == .run(.looking(request: request([.dates: "dmy"], ["Notiz": "open"]), number: 4)))
        // A meaning has one column.
        try machine.press("<s-tab>")
        try machine.press(" open<enter>")
        #expect(machine.deeds.last == .run(.looking(request: request([.dates: "dmy"], ["Rest": "open"]), number: 5)))
        try machine.press(" as detected<enter>")
        #expect(machine.deeds.last == .run(.looking(request: request([.dates: "dmy"]), number: 6)))
    }

    @Test("Extract, currency and kind are said there too; a currency that is none is not taken")
    func settings() throws {
        var machine = Machine()
        try machine.press(":import<enter>a.csv<enter><tab><enter><tab><right>")
        #expect(machine.text.contains("contents  open items"))
        try machine.press("<tab><tab><tab> euro")
        #expect(machine.text.contains("nothing matches"))
        try machine.press("<bs><enter>")
        try machine.press("<tab><right><right>")
        let said = request([.dates: "dmy", .kind: "open-items", .currency: "EUR", .extent: "partial"])
        #expect(machine.deeds.last == .run(.looking(request: said, number: 6)))
        #expect(machine.text.contains("a part: what it doesn't list stays open"))
    }

    @Test("What was asked before is stopped, and its late answer is not taken for the newest")
    func late() throws {
        var machine = Machine()
        machine.book.looksWait = true
        try machine.press(":import<enter>a.csv<enter>")
        #expect(machine.text.contains("reading"))
        let first = Child.looking(request: request(), number: 1)
        machine.send(.progress(first, done: 1, total: 2))
        #expect(machine.text.contains("50 %"))
        try machine.press("<enter>")
        #expect(machine.footer.contains("still being read"))
        try machine.press("<esc>")
        #expect(machine.deeds.last == .stop(first))
        try machine.press("<enter>")
        var late = ImportFixture.look(request([.dates: "dmy"]))
        late.head = ["an answer of before"]
        machine.send(.looked(late, number: 1))
        machine.send(.ended(first, .failed("Interrupted; the book is as it was.")))
        #expect(!machine.text.contains("an answer of before") && !machine.text.contains("Interrupted"))
        machine.send(.looked(ImportFixture.look(request()), number: 2))
        #expect(machine.text.contains("Which is it?"))
    }

    @Test("A file that isn't there is said beside its name, which can be corrected; Esc goes back step by step")
    func missing() throws {
        var machine = Machine(hasBook: false)
        try machine.press("ia.cs<enter>")
        #expect(machine.text.contains("a.cs: no such file."))
        try machine.press("v<enter>")
        #expect(machine.text.contains("Which is it?"))
        try machine.press("<esc><esc>")
        #expect(machine.text.contains("There is no book yet."))
        try machine.press("i")
        #expect(machine.text.contains("a.csv"), "what was typed is not lost")
    }

    @Test("A profile is kept under a name, or it is said there why not")
    func profile() throws {
        var machine = Machine()
        try machine.press(":import<enter>a.csv<enter>s")
        #expect(machine.footer.contains("a profile can be saved once the file can be read"))
        try machine.press("<tab><enter>sweekly<enter>")
        let child = Child.keepingProfile(request: request([.dates: "dmy"]), name: "weekly", replaces: false)
        #expect(machine.deeds.last == .run(child))
        machine.send(.ended(child, .failed("The profile weekly.toml can't be written: there is one already.")))
        #expect(machine.text.contains("there is one already") && machine.text.contains("Name of the profile weekly"))
        // The same name once more puts it in the place of the one that is there.
        #expect(machine.footer.contains("Enter replaces it"))
        try machine.press("<enter>")
        let replacing = Child.keepingProfile(request: request([.dates: "dmy"]), name: "weekly", replaces: true)
        #expect(machine.deeds.last == .run(replacing))
        machine.send(.ended(replacing, .failed("The profile weekly.toml can't be written: it is a folder.")))
        try machine.press("2")
        #expect(machine.footer.contains("Enter saves it"))
        try machine.press("<enter>")
        machine.send(
            .progress(
                .keepingProfile(request: request([.dates: "dmy"]), name: "weekly2", replaces: false), done: 1, total: 2)
        )
        machine.send(
            .ended(.keepingProfile(request: request([.dates: "dmy"]), name: "weekly2", replaces: false), .done))
        #expect(machine.text.contains("saved as weekly2"))
        try machine.press("<enter>")
        #expect(machine.deeds.last == .run(.importing(request([.dates: "dmy"]))))
    }

    @Test("A call that comes in between finds the import as it was left")
    func interrupted() throws {
        var machine = Machine()
        try machine.press(":import<enter>a.csv<enter><tab><enter><F9><esc>:import<enter>")
        #expect(machine.text.contains("vom   → date  day/month/year, as given"))
        try machine.press("G")
        #expect(machine.text.contains("1200.50"))
    }

    @Test("On another day nothing is imported")
    func readOnly() throws {
        var machine = Machine(asOf: Fixture.now)
        try machine.press(":import<enter>")
        #expect(machine.footer.contains("you are reading another day"))
    }
}
