import Foundation
import Testing

/// The real program, run as a user runs it, in a folder of its own.
final class Program {
    let folder: String
    var environment: [String: String]

    init() throws {
        folder = NSTemporaryDirectory() + "duly-end-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        environment = ProcessInfo.processInfo.environment.filter {
            !$0.key.hasPrefix("DULY") && !$0.key.hasPrefix("XDG")
        }
        environment["DULY_BOOK"] = folder + "/book.duly"
        environment["XDG_STATE_HOME"] = folder + "/state"
        environment["XDG_DATA_HOME"] = folder + "/data"
        environment["XDG_CONFIG_HOME"] = folder + "/config"
        environment["USER"] = "tester"
        environment["TZ"] = "UTC"
        // A crash is to end the program, not to open the debugger's report in its terminal.
        environment["SWIFT_BACKTRACE"] = "enable=no"
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Beside the test bundle, where SwiftPM puts both.
    static let path: String = {
        let bundle = Bundle(for: Program.self).bundleURL
        let places = [bundle, bundle.deletingLastPathComponent()].map { $0.appendingPathComponent("duly").path }
        return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? places[0]
    }()

    struct Answer {
        var status: Int32
        var output: String
        var errors: String

        var json: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any] ?? [:]
        }
    }

    func start(_ arguments: [String]) throws -> (Process, Pipe, Pipe) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, output, errors)
    }

    @discardableResult
    func run(_ arguments: String...) throws -> Answer { try run(arguments) }

    @discardableResult
    func run(_ arguments: [String]) throws -> Answer {
        let (process, output, errors) = try start(arguments)
        // Messages are short and data may be long: data is read while the program runs.
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let messages = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Answer(
            status: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
            errors: String(decoding: messages, as: UTF8.self))
    }

    func write(_ text: String, to name: String) throws -> String {
        let path = folder + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Rules of a desk that calls around the clock: tests run at any hour of any day.
    func callAtAnyHour() throws {
        try run(
            "contact-rules", "--desk", "00:00-24:00", "--permitted", "00:00-24:00", "--weekend", "none", "--a-day",
            "99",
            "--a-week", "99", "--quiet", "0")
    }

    /// Waits until a draft on disk has a text; no longer than 5 s.
    func waitForDraft(_ text: String) {
        let end = Date().addingTimeInterval(5)
        while Date() < end {
            let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder + "/state")) ?? []
            for file in files where file.hasSuffix(".json") {
                let draft = (try? String(contentsOfFile: folder + "/state/" + file, encoding: .utf8)) ?? ""
                if draft.contains(text) { return }
            }
            // Between two looks at the condition.
            usleep(20_000)
        }
    }

    /// `../shared` beside the project, where it is.
    static let shared: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.deletingLastPathComponent().appendingPathComponent("shared").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    static let openItems = """
        Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount,Phone
        C1,Alder Ltd,I-1,2026-01-05,2026-02-04,USD,1200.00,1200.00,+1 555 0100
        C1,Alder Ltd,I-2,2026-02-05,2026-03-07,USD,800.00,500.00,+1 555 0100
        C2,Birch Inc,I-3,2026-03-01,2026-03-31,USD,90.50,90.50,

        """
}
