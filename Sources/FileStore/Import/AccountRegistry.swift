import GRDB
import Receivables

/// Account numbers to ids: those of the book, and new ones counted on from its last.
struct AccountRegistry {
    private var ids: [String: Int64] = [:]
    private var insert: RawStatement?
    /// The last that there was before this extract.
    private(set) var lastKnown: Int64 = 0
    private var last: Int64 = 0
    /// For an extract that knows customers by their names: the accounts of the book whose name is unique.
    private var byName: [String: (id: Int64, number: String)] = [:]
    private var isNamed = false

    init(_ db: Database) throws {
        let rows = try RawStatement(db, "SELECT number, id FROM account")
        while try rows.step() {
            ids[rows.text(0)] = rows.int(1)
            last = max(last, rows.int(1))
        }
    }

    /// Turns to an extract, with its staging made: it sees all that those before it bring.
    mutating func turn(to staging: Database, isNamed: Bool) throws {
        lastKnown = last
        self.isNamed = isNamed
        if isNamed { try readNames(staging) }
        insert = try RawStatement(staging, "INSERT INTO temp.staged_account(id, number) VALUES (?, ?)")
    }

    private mutating func readNames(_ db: Database) throws {
        var shared: Set<String> = []
        byName = [:]
        let rows = try RawStatement(db, "SELECT name, id, number FROM account WHERE name <> ''")
        while try rows.step() {
            let name = AccountRegistry.folded(rows.text(0))
            if byName.updateValue((rows.int(1), rows.text(2)), forKey: name) != nil { shared.insert(name) }
        }
        for name in shared { byName[name] = nil }
    }

    /// A name without what people write in two ways: case, and blanks.
    private static func folded(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The account that a number, or a name, means in the book or in this extract; nil where none does.
    func known(_ number: AccountNumber) -> Int64? {
        if let id = ids[number.text] { return id }
        return isNamed ? byName[AccountRegistry.folded(number.text)]?.id : nil
    }

    /// The number of the account that a number or a name means.
    func number(of number: AccountNumber) -> String {
        guard isNamed, ids[number.text] == nil else { return number.text }
        return byName[AccountRegistry.folded(number.text)]?.number ?? number.text
    }

    /// Whether a name means an account that has a number of its own.
    func isByName(_ number: AccountNumber) -> Bool { isNamed && ids[number.text] == nil && known(number) != nil }

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
        if let id = known(number) { return (id, false) }
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
