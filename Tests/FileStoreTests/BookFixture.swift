import FileStore
import Foundation
import Receivables
import Testing

/// A book of its own in a folder of its own, both gone with the test.
final class BookFixture {
    let folder: String
    let path: String
    let book: FileBook
    static let today = Day(number: 20_000)
    static let now = LocalTime(day: today, time: TimeOfDay(minutes: 600)).instant(offset: 0)

    init() throws {
        folder = NSTemporaryDirectory() + "duly-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        path = folder + "/book.duly"
        book = try FileBook(creating: path, rules: Rules(base: .usd), id: "test")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var moment: Moment { Moment(at: BookFixture.now, day: BookFixture.today) }

    private var nextID = 0
    func newID() -> String {
        nextID += 1
        return "id-\(nextID)-\(UUID().uuidString)"
    }

    func day(_ offset: Int) -> Day { BookFixture.today.advanced(by: offset) }

    func item(
        _ number: String, of account: String = "A1", amount: Int64 = 100_000, open: Int64? = nil, due: Int = -40,
        settled: Int? = nil, line: Int = 2
    ) -> ExtractRow {
        .item(
            ItemRow(
                line: line, account: AccountNumber(account), number: number, issued: day(due - 30), due: day(due),
                currency: .usd, amount: amount, open: open, settled: settled.map(day)))
    }

    func payment(_ amount: Int64, on offset: Int, item: String = "", of account: String = "A1", reference: String = "")
        -> ExtractRow
    {
        .payment(
            PaymentRow(
                line: 2, account: AccountNumber(account), item: item, day: day(offset), currency: .usd, amount: amount,
                reference: reference))
    }

    @discardableResult
    func importExtract(
        _ rows: [ExtractRow], _ kind: ExtractKind = .openItems, on offset: Int = 0, full: Bool = true,
        force: Bool = false
    ) throws -> Receipt {
        var trial = trial(rows, kind, on: offset, full: full, force: force)
        return try book.importExtract(trial.extract, from: &trial.source, stamp: trial.stamp, progress: { _, _ in })
    }

    func trial(
        _ rows: [ExtractRow], _ kind: ExtractKind = .openItems, on offset: Int = 0, full: Bool = true,
        force: Bool = false,
        mayBeRefused: Bool = false
    ) -> DryRun<Rows> {
        DryRun(
            Extract(
                file: "test.csv", kind: kind, day: day(offset), isFull: full && kind == .openItems, isForced: force),
            from: Rows(rows: rows),
            stamp: Stamp(id: newID(), at: BookFixture.now, day: BookFixture.today, author: "tester"),
            mayBeRefused: mayBeRefused)
    }

    /// What taking them one after the other would do.
    func dryRun(_ dryRuns: DryRun<Rows>...) throws -> [Result<Receipt, ExtractRefusal>?] {
        var dryRuns = dryRuns
        try book.dryRun(&dryRuns) { _, _, _ in }
        return dryRuns.map(\.outcome)
    }

    struct Rows: ExtractSource {
        let rows: [ExtractRow]
        mutating func forEach(_ body: (consuming ExtractRow) throws -> Void) throws {
            for row in rows { try body(row) }
        }
    }

    func call(
        _ result: CallResult = .willCheck, of account: String = "A1", next: Int? = 2, id: String? = nil,
        note: String = "said so"
    ) -> NewEntry {
        NewEntry(
            id: id ?? newID(), payer: AccountNumber(account), at: BookFixture.now, day: BookFixture.today,
            author: "tester", text: note,
            act: .call(
                CallRecord(result: result, followUps: next.map { [PlannedFollowUp(day: day($0), why: "see")] } ?? [])))
    }

    func open(on offset: Int = 0, account: String = "A1") throws -> [String: Int64] {
        let dossier = try book.dossier(of: AccountNumber(account), asOf: Moment(at: BookFixture.now, day: day(offset)))
        return Dictionary(uniqueKeysWithValues: dossier.facts.accounts.flatMap(\.items).map { ($0.number, $0.open) })
    }

    func balance(on offset: Int = 0) throws -> Int64 {
        let report = try book.ageing(on: day(offset), in: nil)
        return try report.totals[.usd]?.balance.minor ?? 0
    }

    /// What came in for `A1`, newest first.
    func receipts() throws -> [Dossier.Received] { try book.dossier(of: AccountNumber("A1"), asOf: moment).receipts }

    func verified() throws -> [Verification.Problem] { try book.verify { _, _ in }.problems }
}
