import FileStore
import Foundation
import GRDB
import Receivables

/// Times a wrap-up inside one process that keeps its book open, as the workstation does, in turn with a bare
/// durable commit of one row, since machines drift.
///
///     BookBench BOOK FOLDER TIMES
///
/// Prints milliseconds: the bare commit's median, then the wrap-up's median and 99th percentile. The calls stay
/// in the book's journal: give it one that may grow.
@main
struct BookBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let times = Int(arguments[3]), times > 0 else {
            FileHandle.standardError.write(Data("usage: BookBench BOOK FOLDER TIMES\n".utf8))
            exit(64)
        }
        let book = try FileBook(opening: arguments[1])
        let bare = try BareCommit(in: arguments[2])
        let calls = try Calls(book)
        var (bareTimes, callTimes): ([Double], [Double]) = ([], [])
        for nth in 0..<times {
            bareTimes.append(try milliseconds { try bare.commit() })
            let call = calls.call(nth)
            callTimes.append(try milliseconds { _ = try book.record([call], seen: .max) })
        }
        print(line([median(bareTimes), median(callTimes), percentile(99, callTimes)]))
    }

    private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let spent = try clock.measure(work)
        return Double(spent.components.attoseconds) / 1e15 + Double(spent.components.seconds) * 1000
    }

    private static func median(_ times: [Double]) -> Double { percentile(50, times) }

    private static func percentile(_ part: Int, _ times: [Double]) -> Double {
        let sorted = times.sorted()
        return sorted[min(sorted.count - 1, sorted.count * part / 100)]
    }

    private static func line(_ figures: [Double]) -> String {
        figures.map { String(format: "%.3f", $0) }.joined(separator: " ")
    }
}

/// Wrap-ups of the queue's first accounts, one after another: a note, a result, a follow-up.
private struct Calls {
    private let payers: [AccountNumber]
    private let moment: Moment

    init(_ book: FileBook) throws {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let day = try book.about().rankedDay ?? Day(number: Int32(now.milliseconds / 86_400_000))
        moment = Moment(at: now, day: day)
        var query = QueueQuery(moment: moment, limit: 500, later: true)
        query.laterLimit = 500
        let page = try book.queue(query)
        payers = page.rows.map(\.payer) + page.later.map(\.payer)
        guard !payers.isEmpty else { throw BookError.refused(.empty) }
    }

    func call(_ nth: Int) -> NewEntry {
        let payer = payers[nth % payers.count]
        let call = CallRecord(
            result: .willCheck, seconds: 120,
            followUps: [PlannedFollowUp(day: moment.day.advanced(by: 2), why: "did they check?")])
        return NewEntry(
            id: UUID().uuidString, payer: payer, at: moment.at, day: moment.day, author: "bench",
            text: "They look into the invoices of last month and call the warehouse. Ask for the delivery note.",
            act: .call(call))
    }
}

/// One row into a table of its own, durable as the book's commits are.
private struct BareCommit {
    private let queue: DatabaseQueue

    init(in folder: String) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        queue = try DatabaseQueue(path: folder + "/commit.db", configuration: configuration)
        try queue.write { db in try db.execute(sql: "CREATE TABLE IF NOT EXISTS row(value INTEGER)") }
    }

    func commit() throws {
        try queue.writeWithoutTransaction { db in
            try db.cachedStatement(sql: "INSERT INTO row VALUES (1)").execute()
        }
    }
}
