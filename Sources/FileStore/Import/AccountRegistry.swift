import GRDB
import Receivables

/// Account numbers to ids: those of the book, and new ones counted on from its last.
struct AccountRegistry {
    private var ids: [String: Int64] = [:]
    private var insert: RawStatement?
    /// The last that there was before this extract.
    private(set) var lastKnown: Int64 = 0
    private var last: Int64 = 0

    init(_ db: Database) throws {
        let rows = try RawStatement(db, "SELECT number, id FROM account")
        while try rows.step() {
            ids[rows.text(0)] = rows.int(1)
            last = max(last, rows.int(1))
        }
    }

    /// Turns to an extract, with its staging made: it comes upon all that those before it bring.
    mutating func turn(to staging: Database) throws {
        lastKnown = last
        insert = try RawStatement(staging, "INSERT INTO temp.staged_account(id, number) VALUES (?, ?)")
    }

    /// Whether this extract brings accounts.
    var hasNew: Bool { last > lastKnown }

    mutating func id(of number: AccountNumber) throws -> Int64 {
        let (id, isNew) = given(number)
        if isNew {
            insert?.bind(1, id)
            insert?.bind(2, number.text)
            try insert?.run()
        }
        return id
    }

    /// An id for somebody who stages the account anyway.
    mutating func given(_ number: AccountNumber) -> (id: Int64, isNew: Bool) {
        if let id = ids[number.text] { return (id, false) }
        last += 1
        ids[number.text] = last
        return (last, true)
    }

    /// New accounts that look like one of the book's.
    func twins() -> [PossibleDuplicate] {
        guard last > lastKnown, lastKnown > 0 else { return [] }
        var known: [String: AccountNumber] = [:]
        for (number, id) in ids where id <= lastKnown {
            let number = AccountNumber(number)
            known[number.likeness] = number
        }
        let new = ids.filter { $0.value > lastKnown }.sorted { $0.value < $1.value }
        return new.compactMap { number, _ in
            let number = AccountNumber(number)
            return known[number.likeness].map { PossibleDuplicate(account: number, likeness: .number($0), line: 0) }
        }
    }
}
