import Dispatch
import GRDB
import Receivables
import Synchronization

/// Looks at every payer of the book once, and gathers what was made of each, in no order.
///
/// A large book is read in two halves, the second over a connection of its own, so that a second processor helps. Both
/// see one state: the journal ends at the same place, and whatever changes facts writes to it. Where somebody wrote
/// between the two beginnings, one connection reads it all.
struct PayerSweep {
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
        guard let file, accounts > PayerSweep.manyAccounts else {
            return try part(1...max(1, accounts), make) { try progress($0, Int(accounts)) }.made
        }
        let middle = accounts / 2
        let beside = Beside<Part<Made>>(file: file, seeing: try EntryTable.head(db).seq)
        beside.begin { [asOf, withNames] db in
            try PayerSweep(db, asOf: asOf, withNames: withNames, file: nil).part(middle + 1...accounts, make)
        }
        // It is waited for in any case: what it reads is not left to itself.
        let first = Result { try part(1...middle, make) { try progress($0 * 2, Int(accounts)) } }
        let other = try beside.end()
        let second = try other ?? { _ = try first.get(); return try part(middle + 1...accounts, make) }()
        return try first.get().made + second.made + whole(first.get().unfinished, second.unfinished, make)
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
        part.unfinished = try BookReader(db, asOf: asOf, withNames: withNames, among: ids).forEachPayer { payer, facts in
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
    private static let manyAccounts = 5_000
}

/// Work over a second connection, on a thread of its own, as long as that sees the state of the first.
private final class Beside<Made: Sendable>: Sendable {
    private let file: String
    private let head: Int64
    private let group = DispatchGroup()
    private let outcome = Mutex<Result<Made?, any Error>>(.success(nil))

    /// - Parameter seeing: where the journal ends for the first connection.
    init(file: String, seeing head: Int64) {
        self.file = file
        self.head = head
    }

    func begin(_ work: @escaping @Sendable (Database) throws -> Made) {
        DispatchQueue.global().async(group: group) { [self] in
            let result = Result { try read(work) }
            outcome.withLock { $0 = result }
        }
    }

    private func read(_ work: (Database) throws -> Made) throws -> Made? {
        var configuration = FileBook.configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: file, configuration: configuration).read { db in
            guard try EntryTable.head(db).seq == head else { return nil }
            return try work(db)
        }
    }

    /// - Returns: nil where the book had moved on.
    func end() throws -> Made? {
        group.wait()
        return try outcome.withLock { try $0.get() }
    }
}
