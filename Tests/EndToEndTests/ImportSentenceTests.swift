import Foundation
import Testing

/// What an import says is so: of what is in the book, of what isn't, and of files that are there.
@Suite("Sentences of an import") struct ImportSentenceTests {
    private static let bad = Program.openItems + "C3,Cedar,I-9,2026-01-05,2026-02-04,USD,100.00,x,\n"

    @Test("Rows that can't be kept are said not to be: no file is named that isn't there")
    func unkeptRejects() throws {
        let program = try Program()
        let file = try program.write(ImportSentenceTests.bad, to: "bad.csv")
        // A folder in its place can't be replaced.
        try FileManager.default.createDirectory(atPath: file + ".rejects.csv/x", withIntermediateDirectories: true)
        let answer = try program.run("import", file)
        #expect(answer.status == 1)
        #expect(!answer.output.contains("the refused rows are kept in"), "\(answer.output)")
        #expect(
            answer.errors.contains("The refused rows can't be kept.") && answer.errors.contains("bad.csv.rejects.csv"),
            "\(answer.errors)")
        #expect(!answer.errors.contains("Success") && !answer.errors.contains("Cocoa"))
        try FileManager.default.removeItem(atPath: file + ".rejects.csv")
        let again = try program.run("import", file)
        #expect(again.output.contains("the refused rows are kept in \(file).rejects.csv"), "\(again.output)")
    }

    @Test("A forced full extract without a usable row changes nothing, and says so")
    func nothingUsable() throws {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"))
        let before = try program.run("ageing", "--json").output
        let head = Program.openItems.split(separator: "\n")[0]
        let none = try program.write("\(head)\nC1,Alder Ltd,I-1,2026-01-05,2026-02-04,USD,1200.00,x,\n", to: "none.csv")
        let answer = try program.run("import", none, "--full", "--force")
        #expect(answer.status == 65 && answer.errors.contains("nothing was changed"), "\(answer.errors)")
        #expect(try program.run("ageing", "--json").output == before)
        #expect(try program.run("verify", "--json").json["entries"] as? Int == 1)
    }

    @Test("Interrupted after the first of two files, it says which is in the book")
    func interrupted() throws {
        let program = try Program()
        let first = try program.write(Program.openItems, to: "a.csv")
        let head = "Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount\n"
        let rows = (0..<60_000).map { "C\($0 % 3_000),Name,N-\($0),2026-01-05,2026-02-04,USD,1200.00,\($0 % 90 + 1)\n" }
        let second = try program.write(head + rows.joined(), to: "b.csv")
        let (process, output, errors) = try program.start(["import", first, second, "--partial"])
        let end = Date().addingTimeInterval(60)
        while Date() < end, try program.run("verify", "--json").json["entries"] as? Int != 1 {
            // Between two looks at the condition.
            usleep(5_000)
        }
        kill(process.processIdentifier, SIGINT)
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        _ = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let entries = try program.run("verify", "--json").json["entries"] as? Int
        // Whether it came in time is the machine's affair; what is said must be true either way.
        if process.terminationStatus == 130 {
            #expect(entries == 1 && said.contains("a.csv is imported and stays in the book"), "\(said)")
            #expect(!said.contains("the book is as it was"))
        } else {
            #expect(process.terminationStatus == 0 && entries == 2)
        }
    }

    @Test("A profile that can't be written says that the file itself is imported")
    func profile() throws {
        let program = try Program()
        let file = try program.write(Program.openItems, to: "open.csv")
        let answer = try program.run("import", file, "--save-profile", program.folder + "/no/such/mine.toml")
        #expect(answer.status == 73 && answer.errors.contains("The file itself is imported."), "\(answer.errors)")
        #expect(try program.run("verify", "--json").json["entries"] as? Int == 1)
    }
}
