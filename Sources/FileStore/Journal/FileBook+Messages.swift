import Receivables

extension FileBook {
    /// Messages in the journal whose ids are among some, the oldest first, each with its customer's name.
    public func messages(among ids: [String]) throws -> [(entry: Entry, name: String)] {
        try translatingErrors(at: path) {
            try reading { db in
                let row = try RawStatement(
                    db,
                    """
                    SELECT \(EntryTable.columns), account.number, account.name FROM entry
                    JOIN account ON account.id = entry.payer WHERE entry.id = ?
                    """)
                var found: [(entry: Entry, name: String)] = []
                for id in ids {
                    row.bind(1, id)
                    if try row.step() {
                        let entry = try EntryTable.entry(row, payer: AccountNumber(row.text(9)))
                        if case .message = entry.act { found.append((entry, row.text(10))) }
                    }
                    row.rewind()
                }
                return found.sorted { $0.entry.seq < $1.entry.seq }
            }
        }
    }
}
