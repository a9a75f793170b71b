import Testing

/// What the book counts in, and what other money is worth in it.
@Suite struct CurrencyTests {
    private static let customers = "Customer,Name,Phone\nC1,Alder Ltd,+49 30 123456\n"
    private static let items = """
        Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount
        C1,Alder Ltd,I-1,2026-01-05,2026-02-04,EUR,1200.00,1200.00
        C1,Alder Ltd,I-2,2026-02-05,2026-03-07,EUR,800.00,800.00
        C2,Birch KK,I-3,2026-02-05,2026-03-07,JPY,90000,90000

        """

    private func base(_ program: Program) throws -> String {
        try program.run("strategy").output.split(separator: "\n").first { $0.hasPrefix("base = ") }.map(String.init)
            ?? ""
    }

    @Test("A first import of customers alone leaves the base currency open; the first money decides")
    func open() throws {
        let program = try Program()
        try program.run("import", try program.write(CurrencyTests.customers, to: "customers.csv"))
        let answer = try program.run("import", try program.write(CurrencyTests.items, to: "open.csv"))
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.errors.contains("The book counts in EUR"))
        #expect(try base(program) == "base = \"EUR\"")
        #expect(
            try program.run("import", try program.write(Program.openItems, to: "other.csv"), "--partial").errors
                .contains("counts in") == false)
        #expect(try base(program) == "base = \"EUR\"")
        #expect(try program.run("verify").status == 0)
    }

    @Test("Money without a rate is asked for at the import and in the queue, and a typed rate answers")
    func rate() throws {
        let program = try Program()
        let answer = try program.run("import", try program.write(CurrencyTests.items, to: "open.csv"))
        #expect((answer.output + answer.errors).contains("duly rate JPY"))
        #expect(try program.run("queue").output.contains("no rate for JPY"))
        #expect(try program.run("rate", "JPY", "0.0062", "--day", "2026-01-02").errors.contains("1 JPY is 0.0062 EUR"))
        #expect(try program.run("queue").output.contains("no rate for JPY") == false)
        #expect(try program.run("rate").output.contains("0.0062"))
        for wrong in [["JPY", "x"], ["EUR", "1"], ["XYZW", "1"], ["JPY"], ["JPY", "0"]] {
            #expect(try program.run(["rate"] + wrong).status == 64, "\(wrong)")
        }
        let screen = try program.run("screen", "--keys", ":rate jpy 0.007<enter>", "--size", "120x36")
        #expect(screen.output.contains("1 JPY is 0.007 EUR"))
        #expect(try program.run("verify").status == 0)
    }

    @Test("The base currency can be changed, rates given before still serve, and the change is taken back")
    func changed() throws {
        let program = try Program()
        try program.run("import", try program.write(CurrencyTests.items, to: "open.csv"))
        try program.run("rate", "JPY", "0.01", "--day", "2026-01-02")
        try program.run("rate", "USD", "0.8", "--day", "2026-01-02")
        let used = try program.run("strategy", "use", try program.write("base = \"USD\"\n", to: "usd.toml"))
        #expect(used.status == 0, "\(used.errors)")
        #expect(try base(program) == "base = \"USD\"")
        #expect(try program.run("strategy").output.contains("minimum = \"25.00\""))
        #expect(try program.run("queue").output.contains("no rate") == false)
        #expect(try program.run("verify").status == 0)
        try program.run("strategy", "undo")
        #expect(try base(program) == "base = \"EUR\"")
        #expect(try program.run("verify").status == 0)
    }
}
