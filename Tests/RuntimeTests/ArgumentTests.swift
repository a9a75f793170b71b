import Foundation
import Receivables
import Testing
import Workstation

@testable import Runtime

/// What goes to other programs, and what is completed of names.
@Suite struct ArgumentTests {
    @Test("What is filled in never becomes an option, and is never filled in again")
    func placeholders() {
        let facts = ["number": "--help", "name": "{number}"]
        #expect(
            Placeholders.arguments(["dial", "{number}", "--to={number}", "{name}", "{other}"], facts) == [
                "dial", "help", "--to=--help", "{number}", "{other}",
            ])
    }

    @Test("The import page says what a script can say; a name that begins with a dash is a file")
    func importing() {
        var request = ImportRequest(path: "-open.csv")
        request.settings = [.decimal: "comma", .currency: "EUR"]
        request.meanings = ["Betrag": "open", "Notiz": ""]
        #expect(
            ImportArguments.of(request, book: "b.duly") == [
                "import", "./-open.csv", "--book", "b.duly", "--currency=EUR", "--decimal=comma",
                "--column=open=Betrag",
                "--column=aside=Notiz",
            ])
    }

    @Test("Names are completed with their folder; hidden ones are for those who type the dot")
    func paths() throws {
        let fixture = try RuntimeFixture()
        mkdir("\(fixture.folder)/orders", 0o700)
        for name in ["open.csv", ".hidden"] { try Data().write(to: URL(fileURLWithPath: "\(fixture.folder)/\(name)")) }
        let start = fixture.folder + "/"
        #expect(PathSearch.completion(of: start + "o").matches == [start + "open.csv", start + "orders/"])
        #expect(!PathSearch.completion(of: start).matches.contains { $0.hasSuffix(".hidden") })
        #expect(PathSearch.completion(of: start + ".h").matches == [start + ".hidden"])
        #expect(PathSearch.completion(of: "~").matches == ["~/"])
        #expect(PathSearch.completion(of: start + "nothing/x").matches.isEmpty)
    }
}
