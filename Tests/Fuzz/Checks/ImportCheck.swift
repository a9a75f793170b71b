import Exchange
import Foundation
import Receivables

/// What holds for an import of any bytes whatever: a fuzzer looks for bytes for which it doesn't.
public enum ImportCheck {
    /// Reads bytes as a file, from recognising it to its last row.
    ///
    /// - Parameter bytes: the first one chooses the options, the rest is the file.
    /// - Returns: what does not hold, or nil.
    public static func broken(by bytes: [UInt8]) throws -> String? {
        guard let choice = bytes.first else { return nil }
        return try MemoryFile(bytes.dropFirst()).withPath { try broken($0, options(choice)) }
    }

    private static func options(_ choice: UInt8) -> ImportOptions {
        var options = ImportOptions(currency: choice & 1 == 0 ? .usd : nil)
        // Most of what there is to find lies behind a kind that was recognised.
        let kinds: [ExtractKind?] = [nil, nil] + ExtractKind.allCases
        options.kind = kinds[Int(choice >> 1 & 7)]
        if choice & 16 != 0 { options.dates = .dayMonthYear }
        if choice & 32 != 0 { options.decimal = .comma }
        if choice & 64 != 0 { options.encoding = choice & 128 == 0 ? .windows1252 : .utf16LittleEndian }
        return options
    }

    private static func broken(_ path: String, _ options: ImportOptions) throws -> String? {
        let plan: ImportPlan
        do {
            plan = try ImportFile.open(path, options, today: Day(number: 20_500))
        } catch let error as ImportError {
            return error.sentence.isEmpty ? "an error without words: \(error)" : nil
        }
        var source = plan.source()
        let first = try Reading(&source)
        let again = try Reading(&source)
        if let broken = first.broken(source, plan) { return broken }
        guard first == again else { return "read twice, two readings" }
        return try report(plan, source)
    }

    /// What can be said of it, and what is kept of its refused rows, must not stumble over it either.
    private static func report(_ plan: ImportPlan, _ source: ImportSource) throws -> String? {
        let report = ImportReport(plan, source, Receipt(), preview: try ImportPreview(of: plan))
        if report.rows != report.accepted + report.rejected + report.skipped { return "the report's rows don't add up" }
        if report.rejectTally.reduce(0, { $0 + $1.count }) != report.rejected { return "reasons don't add up" }
        _ = try report.json.render()
        guard report.text().unicodeScalars.allSatisfy({ $0 == "\n" || $0.value >= 0x20 }) else {
            return "the report rings"
        }
        guard source.rejected > 0 else { return nil }
        var kept = ""
        let count = try RejectsFile.write(plan) { kept += $0 }
        if count != source.rejected { return "\(source.rejected) rows refused, \(count) kept" }
        return try MemoryFile(kept.utf8).withPath { kept in
            // A rejects file may be refused again, but with a reason.
            do {
                _ = try ImportFile.open(kept, today: Day(number: 20_500))
            } catch is ImportError {}
            return nil
        }
    }
}

/// What one reading of a file gave.
private struct Reading: Equatable {
    var rows = 0
    var fingerprint = Hasher()
    var counts: [Int]
    var lowest = Int.max

    init(_ source: inout ImportSource) throws {
        counts = []
        var rows = 0
        var hasher = Hasher()
        var lowest = Int.max
        try source.forEach { row in
            switch row {
            case .customer(let row): hasher.combine(row); lowest = min(lowest, row.line)
            case .item(let row): hasher.combine(row); lowest = min(lowest, row.line)
            case .payment(let row): hasher.combine(row); lowest = min(lowest, row.line)
            case .rate(let row): hasher.combine(row); lowest = min(lowest, row.line)
            case .note(let row): hasher.combine(row); lowest = min(lowest, row.line)
            case .answer(let row): hasher.combine(row); lowest = min(lowest, row.line)
            // Refused: what it names is told, but it is none of the rows.
            case .refused: return
            }
            rows += 1
        }
        (self.rows, fingerprint, self.lowest) = (rows, hasher, lowest)
        counts = [source.rows, source.accepted, source.rejected, source.skipped, source.problems.count]
    }

    static func == (one: Reading, other: Reading) -> Bool {
        one.rows == other.rows && one.fingerprint.finalized == other.fingerprint.finalized && one.counts == other.counts
    }

    func broken(_ source: ImportSource, _ plan: ImportPlan) -> String? {
        if source.rows != source.accepted + source.rejected + source.skipped { return "rows don't add up" }
        if source.problems.count != min(source.rejected, 100_000) { return "a refused row without its reason" }
        if source.problems.contains(where: { $0.reason.isEmpty }) { return "a reason without words" }
        if rows > 0, lowest <= plan.headerLine { return "a row above the header" }
        if source.accepted == 0, rows > 0 { return "rows out of nothing" }
        return nil
    }
}

extension Hasher {
    fileprivate var finalized: Int {
        let copy = self
        return copy.finalize()
    }
}

/// A file that nobody else sees, in memory where the system has a folder for that: thousands are read in a second.
private struct MemoryFile {
    private let descriptor: Int32

    init(_ bytes: some Collection<UInt8>) throws {
        let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm/" : NSTemporaryDirectory()
        // `mkstemp` writes the name that it chose over the template.
        var name = Array((folder + "duly-XXXXXX").utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw POSIXError(.ENFILE) }
        unlink(name)
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw POSIXError(.EIO) }
            rest = rest.dropFirst(count)
        }
    }

    func withPath<Result>(_ body: (String) throws -> Result) rethrows -> Result {
        defer { close(descriptor) }
        return try body("/proc/self/fd/\(descriptor)")
    }
}
