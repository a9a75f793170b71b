import Exchange
import Receivables
import Testing

/// A column that says debit or credit of amounts beside it: what it does is decided for the whole file.
@Suite("Marks of debit and credit")
struct DebitCreditTests {
    private static let eur = Currency("EUR")

    private func read(_ text: String) throws -> Collected {
        try Collected(of: text, ImportOptions(currency: DebitCreditTests.eur))
    }

    @Test(
        "Amounts without signs get that of their mark, whatever the marks are called",
        arguments: [
            ("S/H", "S", "H"), ("SHKZG", "S", "H"), ("D/C", "D", "C"), ("Dr/Cr", "Dr", "Cr"),
            ("Debit/Credit", "Debit", "CREDIT"),
        ])
    func turns(_ header: String, _ debit: String, _ credit: String) throws {
        let book = try read(
            "Konto;Belegnr;Belegdatum;Betrag;Saldo;\(header)\n"
                + """
                1;A;21.09.2026;100,50;100,50;\(debit)\n1;B;21.09.2026;20,00;10,00;\(credit)\n1;C;21.09.2026;7,\
                00;7,00;\n
                """
        )
        #expect(book.items.map(\.open) == [10_050, -1_000, 700])
        #expect(book.items.map(\.amount) == [10_050, -2_000, 700])
        #expect(book.plan.conventions[header] == "amounts marked as credit are taken as negative, as 10,00 on line 3")
    }

    @Test("Where credits have their minus, the marks change nothing; nor where nothing is a credit")
    func signed() throws {
        let signed = try read(
            """
            Konto;Belegnr;Belegdatum;Saldo;S/H\n1;A;21.09.2026;100,50;S\n1;B;21.09.2026;20,00-;H\n\
            1;C;21.09.2026;0,00;H\n
            """
        )
        #expect(signed.items.map(\.open) == [10_050, -2_000, 0])
        #expect(signed.plan.conventions["S/H"] == "changes nothing: amounts have their own sign, as 20,00- on line 3")
        let debits = try read("Konto;Belegnr;Belegdatum;Saldo;S/H\n1;A;21.09.2026;100,50;S\n")
        #expect(debits.plan.conventions["S/H"] == "changes nothing")
        // Some centre's name, perhaps.
        let other = try read("Konto;Belegnr;Belegdatum;Saldo;DC\n1;A;21.09.2026;100,50;North\n")
        #expect(other.items.map(\.open) == [10_050])
    }

    @Test("Signs that can be read neither way are refused, with both places and what to do")
    func contradiction() throws {
        let rows = ["1;A;21.09.2026;20,00;H", "1;B;21.09.2026;-30,00;H"]
        let error = #expect(throws: ImportError.self) {
            try read("Konto;Belegnr;Belegdatum;Saldo;S/H\n" + rows.joined(separator: "\n"))
        }
        let sentence = try #require(error).sentence
        #expect(
            sentence.contains(
                "column S/H: 20,00 on line 2 is marked as negative and has no minus, -30,00 on line 3 has one."))
        #expect(sentence.contains("--column aside=\"S/H\""))
        // A debit with a minus beside a credit without one is the other way round.
        #expect(throws: ImportError.self) {
            try read("Konto;Belegnr;Belegdatum;Saldo;S/H\n1;A;21.09.2026;20,00;H\n1;B;21.09.2026;-30,00;S")
        }
    }

    @Test("A mark that is neither is refused with its row, where marks count")
    func unknown() throws {
        let book = try read("Konto;Belegnr;Belegdatum;Saldo;S/H\n1;A;21.09.2026;20,00;H\n1;B;21.09.2026;30,00;Q\n")
        #expect(book.source.problems == [RowProblem(line: 3, column: "S/H", reason: "“Q” is neither debit nor credit")])
    }

    @Test("Of payments it is the debit that went back")
    func payments() throws {
        let book = try read(
            "Account,Payment date,Amount,Payment reference,D/C\n1,2026-09-21,50.00,P1,C\n1,2026-09-22,20.00,P2,D\n")
        #expect(book.payments.map(\.amount) == [5_000, -2_000])
    }

    @Test("An open amount of another sign than its amount is told")
    func otherSign() throws {
        let book = try read(
            "Account,Invoice,Date,Amount,Balance\n1,CN-1,2026-09-21,-50.00,50.00\n1,I-1,2026-09-21,50.00,20.00\n")
        #expect(
            book.source.notices.contains(
                "1 open amount has another sign than the amount; taken as it stands, check it (first on line 2, CN-1)"))
    }
}
