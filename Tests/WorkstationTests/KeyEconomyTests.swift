import Foundation
import Receivables
import Terminal
import Testing

@testable import Workstation

/// How many keys a call costs from the row to the record, by what came of it. The scripts are in
/// `Tests/Bench/keys.txt`, where the bench counts them as well.
@Suite("Keys for each result")
struct KeyEconomyTests {
    struct Script: Sendable, CustomTestStringConvertible {
        let result: CallResult
        let limit: Int
        let keys: String
        var testDescription: String { result.rawValue }
    }

    static let scripts: [Script] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../Bench/keys.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let parts = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 3, let result = CallResult(rawValue: parts[0]), let limit = Int(parts[1]) else {
                return nil
            }
            return Script(result: result, limit: limit, keys: parts[2])
        }
    }()

    @Test("Every result has its keys, and no more than it may cost", arguments: scripts)
    func cost(script: Script) throws {
        let keys = try Key.parse(script.keys)
        #expect(keys.count <= script.limit, "\(keys.count) keys")
        for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)] {
            var machine = Machine(size: size)
            machine.clock = machine.clock.adding(seconds: 19 * 60)
            machine.send(.tick)
            let before = machine.book.journal.count
            for key in keys { machine.send(.key(key)) }
            guard machine.book.journal.count > before, case .call(let call)? = machine.recorded?.act else {
                Issue.record("\(script.result.rawValue) is not recorded:\n\(machine.text)")
                continue
            }
            #expect(call.result == script.result)
        }
    }

    @Test("No result is left out")
    func all() { #expect(Set(KeyEconomyTests.scripts.map(\.result)) == Set(CallResult.allCases)) }
}
