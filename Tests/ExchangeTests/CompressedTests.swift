import Exchange
import Foundation
import Receivables
import Testing

/// Files as they were packed, and text in encodings that nothing marks.
struct CompressedTests {
    private static let text = "customer_id,invoice,invoice_date,currency,balance\nC1,I1,2025-01-10,USD,1.00\n"

    private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let plain = try TemporaryFile(bytes)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-c", plain.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(data)
    }

    @Test func aPackedFileIsReadAsWhatItHolds() throws {
        let plain = try Collected(of: CompressedTests.text)
        let packed = try Collected(of: gzip(Array(CompressedTests.text.utf8)))
        #expect(packed.items == plain.items)
        // The same extract, packed or not, is known when it comes again.
        #expect(packed.plan.contentHash == plain.plan.contentHash)
    }

    @Test func twoArchivesInARowAreOneText() throws {
        let halves = [CompressedTests.text, "C2,I2,2025-01-11,USD,2.00\n"]
        let file = try TemporaryFile(halves.flatMap { try gzip(Array($0.utf8)) } + [0, 0, 0])
        #expect(try Collected(file.path).items.map(\.number) == ["I1", "I2"])
    }

    @Test func anArchiveOfManyBlocksGivesEveryRow() throws {
        let rows = (0..<40_000).map { "C\($0 % 300),N\($0),2025-01-10,USD,\($0).50\n" }.joined()
        let file = try TemporaryFile(gzip(Array((CompressedTests.text + rows).utf8)))
        let book = try Collected(file.path)
        #expect(book.items.count == 40_001 && book.items.last?.number == "N39999")
    }

    @Test func anArchiveCutShortOrDamagedIsRefused() throws {
        let whole = try gzip(Array(CompressedTests.text.utf8))
        var damaged = whole
        damaged[whole.count / 2] ^= 0xFF
        for bytes in [Array(whole.dropLast(12)), damaged, whole + [1, 2, 3], Array(whole.prefix(4))] {
            let error = #expect(throws: ImportError.self) { _ = try Collected(of: bytes) }
            #expect(error?.sentence.contains("can't be unpacked") == true)
        }
    }

    @Test func whatIsPackedIsLookedAtAsWell() throws {
        let error = #expect(throws: ImportError.self) {
            _ = try Collected(of: gzip([0x50, 0x4B, 0x03, 0x04, 0x20, 0x20]))
        }
        #expect(error?.sentence.contains("Excel") == true)
    }

    @Test func utf16WithoutItsMarkIsRefusedWithTheOptionThatReadsIt() throws {
        let file = try TemporaryFile(
            CompressedTests.text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
        let error = #expect(throws: ImportError.self) { _ = try Collected(file.path) }
        #expect(error?.sentence.contains("--encoding utf-16le") == true)
        #expect(try Collected(file.path, ImportOptions(encoding: .utf16LittleEndian)).items.map(\.number) == ["I1"])
    }

    @Test func anEncodingThatIsSaidIsNotGuessedAgain() throws {
        // Valid UTF-8 that was meant as Windows-1252.
        let file = try TemporaryFile(
            "customer_id,name,invoice,invoice_date,currency,balance\nC1,Zo\u{eb},I1,2025-01-10,USD,1.00\n")
        #expect(try Collected(file.path).customers.first?.name == "Zo\u{eb}")
        #expect(try Collected(file.path, ImportOptions(encoding: .windows1252)).customers.first?.name == "ZoÃ«")
    }
}
