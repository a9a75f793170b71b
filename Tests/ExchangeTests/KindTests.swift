import Exchange
import Receivables
import Testing

/// What a file holds, told by its header or by the user.
struct KindTests {
    private func read(_ text: String, _ options: ImportOptions = ImportOptions(currency: .usd)) throws -> Collected {
        try Collected(of: text, options)
    }

    @Test(
        "A header tells what its file holds",
        arguments: [
            ("account,invoice,invoice date,due date,open amount\n1,I1,2025-01-10,2025-02-10,5", ExtractKind.openItems),
            ("account,invoice,invoice date,amount,clearing date\n1,I1,2025-01-10,5,2025-02-10", .invoiceHistory),
            ("account,name,credit limit,on hold\n1,A,100,", .customers),
            ("customer number,contact name,role,telephone,email\n1,Jo,AP,555,jo@a.example", .customers),
            ("account,payment date,amount,payment reference\n1,2025-01-10,5,P1", .payments),
            ("Customer,Invoice,Payment date,Paid,Reference\n1,I1,2025-01-10,5,P1", .payments),
            ("Account,Date,Amount Paid,Invoice,Ref\n1,2025-01-10,5,I1,P1", .payments),
            ("Customer No,Applied To,Receipt Date,Amount Received,Check No\n1,I1,2025-01-10,5,P1", .payments),
            ("Account,Invoice,Date,Amount,Amount Paid\n1,I1,2025-01-10,5,2", .openItems),
            ("from currency,to currency,valid from,exchange rate\nEUR,USD,2025-01-10,1.08", .rates),
            ("customer id,date,user,comment\n1,2025-01-10,jo,called", .notes),
        ])
    func recognised(_ text: String, _ kind: ExtractKind) throws {
        #expect(try read(text).plan.kind == kind)
    }

    @Test("A payment names its item, its amount and itself by the words that are meant for them")
    func paymentColumns() throws {
        let book = try read("Customer,Date,Amount,Amount Paid,Applied To,Check No\n1,2025-01-10,5,2,I1,R7")
        #expect(book.plan.kind == .payments)
        #expect(book.payments.map(\.item) == ["I1"])
        #expect(book.payments.map(\.amount) == [200])
        #expect(book.payments.map(\.reference) == ["R7"])
    }

    @Test(
        "What is due is what is open, beside an amount and beside what remains of it; a number goes before a reference")
    func amountDue() throws {
        let due = try read("Account,Number,Reference,Date,Total,Amount Due\n1,I1,PO7,2025-01-10,9,5")
        #expect(due.items.map(\.number) == ["I1"])
        #expect(due.items.map(\.amount) == [900] && due.items.map(\.open) == [500])
        let remaining = try read("Account,Number,Date,Amount Due,Amount Remaining\n1,I1,2025-01-10,9,5")
        #expect(remaining.items.map(\.amount) == [900] && remaining.items.map(\.open) == [500])
    }

    @Test("A cell that no table holds is named as such, not as a quote; zeros at the end are no UTF-16")
    func damaged() throws {
        let long =
            "Account,Invoice,Invoice date,Amount\n1," + String(repeating: "X", count: 3 << 20) + ",2025-01-10,5\n"
        #expect(
            try #require(#expect(throws: ImportError.self) { try read(long) }).sentence.contains(
                "line 2: a cell of more than 1048576 bytes"))
        let zeros = Array("Account,Invoice,Date,Amount\n1,I1,2025-01-10,5\n".utf8) + [UInt8](repeating: 0, count: 400)
        #expect(
            try #require(#expect(throws: ImportError.self) { try Collected(of: zeros) }).sentence.contains(
                "400 NUL bytes"))
    }

    @Test("More open than the amount is told")
    func openAbove() throws {
        let book = try read("Account,Invoice,Date,Amount,Balance\n1,I1,2025-01-10,5,6\n1,I2,2025-01-10,5,5\n")
        #expect(book.source.notices.contains { $0.hasPrefix("1 open amount is above the amount") })
    }

    @Test("Two equal payments of a day are two, unless a number says that they are one")
    func equalPayments() throws {
        let rows = "C1,2025-01-10,50.00\nC1,2025-01-10,50.00\n"
        #expect(try read("Account,Payment date,Amount\n" + rows).payments.count == 2)
        let named = rows.replacing("\n", with: ",P1\n")
        #expect(try read("Account,Payment date,Amount,Payment no\n" + named).payments.count == 1)
    }

    @Test("A document that is paid in parts is an item for each, known by the part's number from the second on")
    func instalments() throws {
        let book = try read(
            """
            KUNNR,BELNR,BUZEI,BLDAT,NETDT,SHKZG,WRBTR\n1,18,001,20261001,20261031,S,10.00\n1,18,002,20261001,\
            20261130,S,10.00\n1,19,Goods,20261001,20261031,S,7.00\n
            """
        )
        #expect(book.items.map(\.number) == ["18", "18/2", "19"])
    }

    @Test("Who lists invoices by amounts of an unknown name is asked for the amount, not taken for a list of customers")
    func unknownAmount() throws {
        let error = #expect(throws: ImportError.self) { try read("Customer,Invoice,Date,Volume\n1,I1,2025-01-10,5") }
        #expect(try #require(error).sentence.contains("--column amount=HEADER"))
    }

    @Test(
        "A header alone is a file without rows, not one that is wrong",
        arguments: [ExtractKind.openItems, .payments, .customers])
    func headerAlone(_ kind: ExtractKind) throws {
        let book = try read("Account,Invoice,Date,Amount\n", ImportOptions(kind: kind))
        #expect(book.plan.rowsSeen == 0 && book.items.isEmpty && book.payments.isEmpty)
        #expect(book.plan.notices == ["the file has a header and no rows below it"])
    }

    @Test func theUserKnowsBetterThanTheHeader() throws {
        let text = "account,date,amount,invoice\nC1,2025-02-01,15.00,I1"
        let unclear = #expect(throws: ImportError.self) { try read(text) }
        #expect(try #require(unclear).sentence.contains("--kind open-items or --kind payments"))
        #expect(try read(text, ImportOptions(kind: .openItems, currency: .usd)).plan.kind == .openItems)
        let book = try read(text, ImportOptions(kind: .payments, currency: .usd))
        #expect(book.plan.kind == .payments)
        #expect(book.payments.map(\.item) == ["I1"])
        #expect(throws: ImportError.self) { try read(text, ImportOptions(kind: .rates)) }
    }

    @Test func notesKeepTheirAuthorAndEveryLineOfTheirText() throws {
        let book = try read(
            "Account,Created on,Created by,Note\nC1,2025-02-01,jo,\"Called.\nWants a copy.\"\nC1,2025-02-03,,\n")
        #expect(book.notes.map(\.text) == ["Called.\nWants a copy."])
        #expect(book.notes.map(\.author) == ["jo"])
        #expect(book.source.problems == [RowProblem(line: 4, column: "Note", reason: "no text")])
    }

    @Test func promisesFromAnotherToolAreNotesWithAnAmountAndADay() throws {
        let book = try read(
            """
            Account,Promise date,Amount,Currency,Created on,Contact,Note
            C1,2025-03-04,"2,500.00",USD,2025-02-27,Jo,will pay
            C2,2025-03-05,10,EUR,,,
            C3,,,,2025-02-27,,called
            C4,,7,USD,2025-02-27,,
            C5,2025-03-05,0,USD,2025-02-27,,

            """)
        #expect(book.plan.kind == .notes)
        #expect(
            book.notes.map { $0.promise?.words } == [
                "2,500.00 USD promised for 4 Mar 2025 by Jo", "10.00 EUR promised for 5 Mar 2025", nil,
            ])
        #expect(book.notes.map(\.day?.iso) == ["2025-02-27", nil, "2025-02-27"])
        #expect(
            book.source.problems.map(\.reason) == ["an amount was promised, and no day for it", "a promise of nothing"])
        #expect(throws: ImportError.self) { try read("Account,Promise date,Note\nC1,2025-03-04,x\n") }
    }

    @Test func anAmountAmongCommentsMakesOpenItemsOfThem() throws {
        let book = try read("account,invoice,invoice date,amount,comment\nC1,I1,2025-02-01,5.00,see mail")
        #expect(book.plan.kind == .openItems && book.notes.isEmpty)
    }

    @Test func aRateSaysWhatItConvertsIntoAndWhen() throws {
        let book = try read(
            "From currency,To currency,Valid from,Rate\nEUR,USD,2025-02-01,\"1,0825\"\nGBP,USD,2025-02-02,0\n")
        #expect(book.rates.map(\.target) == [.usd])
        #expect(book.rates.map(\.rate.billionths) == [1_082_500_000])
        #expect(book.source.problems.map(\.line) == [3])
    }

    @Test func aHoldIsNamedOrLiftedOrNotSpokenOf() throws {
        let with = try read("account,name,dunning block\n1,A,Legal\n2,B,\n3,C,no\n4,D,X\n")
        #expect(with.customers.map(\.hold) == ["Legal", "", "", "blocked in the ERP"])
        let without = try read("account,name,segment\n1,A,S\n")
        #expect(without.customers.map(\.hold) == [nil])
        let twoContacts = try read("account,hold,contact\n1,Legal,Jo\n1,,Ann\n")
        #expect(twoContacts.customers.map(\.hold) == ["Legal", nil])
    }

    @Test func anItemKnowsTheSystemItComesFrom() throws {
        let text = "account,invoice,date,balance,source system\n1,I1,2025-01-10,5.00,SAP\n1,I2,2025-01-10,5.00,\n"
        #expect(try read(text, ImportOptions(currency: .usd, source: "NAV")).items.map(\.source) == ["SAP", "NAV"])
    }
}
