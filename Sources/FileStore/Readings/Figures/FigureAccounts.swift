import GRDB
import Receivables

/// Who pays for each account, and in which group it counts; by the accounts' ids.
struct FigureAccounts: Sendable {
    /// The names of the groups; nil for all accounts together.
    let groups: [String?]
    /// The payer of each account.
    private(set) var payers: [Int64]
    private(set) var numbers: [AccountNumber]
    private var places: [Int32]

    init(_ db: Database, _ query: FiguresQuery) throws {
        let newest = try RawStatement(db, "SELECT MAX(id) FROM account")
        let last = try newest.step() ? Int(newest.int(0)) : 0
        newest.rewind()
        payers = Array(repeating: 0, count: last + 1)
        numbers = Array(repeating: AccountNumber(""), count: last + 1)
        places = Array(repeating: -1, count: last + 1)
        let people = try CollectorAssignments.spelt(query.people, db).map(Set.init)
        let name = query.grouping.map { $0 == .collector ? "collector" : "segment" } ?? "''"
        let rows = try RawStatement(db, "SELECT id, payer, number, collector, \(name) FROM account")
        var names: [String: Int32] = [:]
        var ordered: [String] = []
        while try rows.step() {
            let id = Int(rows.int(0))
            payers[id] = rows.int(1)
            numbers[id] = AccountNumber(rows.text(2))
            guard people?.contains(rows.text(3)) ?? true else { continue }
            let group = rows.text(4)
            if names[group] == nil {
                names[group] = Int32(ordered.count)
                ordered.append(group)
            }
            places[id] = names[group] ?? 0
        }
        // Accounts of nobody come last.
        let sorted = ordered.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
        let newPlaces = ordered.map { name in Int32(sorted.firstIndex(of: name) ?? 0) }
        for id in places.indices where places[id] >= 0 { places[id] = newPlaces[Int(places[id])] }
        groups = query.grouping == nil ? [nil] : sorted
    }

    /// The place of an account's group; nil for accounts that aren't asked for.
    func group(of account: Int64) -> Int? {
        guard places.indices.contains(Int(account)), places[Int(account)] >= 0 else { return nil }
        return Int(places[Int(account)])
    }

    /// Who pays for an account today.
    func payer(of account: Int64) -> Int64 { payers.indices.contains(Int(account)) ? payers[Int(account)] : account }

    func number(of account: Int64) -> AccountNumber { numbers[Int(account)] }
}
