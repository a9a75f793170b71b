import GRDB
import Receivables

/// Looks once at every payer that stands anywhere, and gathers what was made of each, in no order: who has nothing open
/// and with whom nothing is planned is left out.
///
/// A large book is read in two halves, one of them by a second connection (`SecondConnection`). If another
/// program wrote between the two beginnings, one connection reads it all.
struct PayerScan {
    private let db: Database
    private let asOf: AsOf
    private let withNames: Bool
    private let file: String?

    /// - Parameters:
    ///   - withNames: also read what only lists show.
    ///   - file: where others find the book as this connection sees it; nil within what is not committed.
    init(_ db: Database, asOf: AsOf, withNames: Bool = false, file: String?) {
        self.db = db
        self.asOf = asOf
        self.withNames = withNames
        self.file = file
    }

    /// - Parameter make: what is made of a payer; nil leaves it out.
    func map<Made: Sendable>(
        progress: Progress = { _, _ in }, _ make: @escaping @Sendable (_ payer: Int64, PayerFacts) throws -> Made?
    ) throws -> [Made] {
        let accounts = Int64(try AccountTable.count(db))
        guard let file, accounts > PayerScan.manyAccounts else {
            return try part(1...max(1, accounts), make) { try progress($0, Int(accounts)) }.made
        }
        let middle = accounts / 2
        let beside = SecondConnection.Answer(file, seeing: try EntryTable.head(db).hash) { [asOf, withNames] db in
            try PayerScan(db, asOf: asOf, withNames: withNames, file: nil).part(middle + 1...accounts, make)
        }
        let ours = Result { try part(1...middle, make) { try progress($0 * 2, Int(accounts)) } }
        // It is waited for in any case: what it reads is not left to itself.
        let answer = try beside.wait()
        let first = try ours.get()
        let second = try answer ?? part(middle + 1...accounts, make)
        return try first.made + second.made + whole(first.unfinished, second.unfinished, make)
    }

    /// What was made of the payers among some accounts, and the families that have accounts elsewhere too.
    private struct Part<Made: Sendable>: Sendable {
        var made: [Made] = []
        var unfinished: [Int64: Family] = [:]
    }

    private func part<Made: Sendable>(
        _ ids: ClosedRange<Int64>, _ make: @Sendable (Int64, PayerFacts) throws -> Made?,
        progress: (_ done: Int) throws -> Void = { _ in }
    ) throws -> Part<Made> {
        var part = Part<Made>()
        var done = 0
        part.unfinished = try BookReader(db, asOf: asOf, among: ids).forEachPayer(
            withNames: withNames, withClear: false
        ) { payer, facts in
            if let made = try make(payer, facts) { part.made.append(made) }
            done += 1
            if done % 1_000 == 0 { try progress(done) }
        }
        return part
    }

    private func whole<Made>(
        _ first: [Int64: Family], _ second: [Int64: Family], _ make: (Int64, PayerFacts) throws -> Made?
    ) throws -> [Made] {
        let families = first.merging(second) { $0 + $1 }
        guard !families.isEmpty else { return [] }
        let reader = try FamilyReader(db, asOf: asOf, withNames: withNames)
        return try families.compactMap { payer, family in try make(payer, try reader.facts(of: payer, family)) }
    }

    /// Below that, opening another connection takes longer than it saves.
    static let manyAccounts = 5_000
}
