import Receivables

/// Whether a column of balances runs on from row to row, each balance being the one before plus the row's amount: then
/// it is no open amount.
enum RunningBalance {
    case none
    case runs
    /// It begins with money that no row explains.
    case runsFrom(Sighting)

    /// - Parameters:
    ///   - rows: the first rows below the header.
    ///   - conventions: nil while they are not known yet.
    init(_ rows: [(line: Int, cells: [String])], _ header: Header, _ conventions: Conventions?) {
        self = .none
        guard header.has(.open), header.has(.debit) || header.has(.amount) else { return }
        var transitions = 0
        var opening: Sighting?
        var previous: (account: String, balance: Int64)?
        // One step is enough where a balance is above its row's amount, or a credit's is owed: no open amount is.
        var isAbove = false
        for row in rows where row.line > header.line {
            // A heading, or a total: behind it a balance may begin again.
            guard !header.has(.day) || header[.day] < row.cells.count && !row.cells[header[.day]].isEmpty else {
                if header.isGrouped { previous = nil }
                continue
            }
            func value(_ meaning: ColumnMeaning) -> Int64? {
                let place = header[meaning]
                guard place >= 0, place < row.cells.count, !row.cells[place].isEmpty else { return nil }
                var text = row.cells[place]
                return text.withUTF8 { cell in
                    let amount = conventions.map { try? scanAmount(cell, $0.sign(meaning)) } ?? scanAmount(cell)
                    return amount?.minor(exponent: 3)?.amount
                }
            }
            guard let balance = value(.open) else { continue }
            let movement: Int64
            if header.has(.debit) {
                guard value(.debit) != nil || value(.credit) != nil else { continue }
                movement = (value(.debit) ?? 0).saturatingAdd(-(value(.credit) ?? 0))
            } else {
                guard let amount = value(.amount) else { continue }
                movement = amount
            }
            let account = header.has(.account) && header[.account] < row.cells.count ? row.cells[header[.account]] : ""
            if let before = previous, before.account == account || before.balance.saturatingAdd(movement) == balance {
                guard before.balance.saturatingAdd(movement) == balance else { return }
                // A balance that is nothing before says nothing.
                if before.balance != 0 { transitions += 1 }
                isAbove =
                    isAbove || before.balance > 0 && (movement > 0 && balance > movement || movement < 0 && balance > 0)
            } else if balance != movement, opening == nil {
                opening = Sighting(text: row.cells[header[.open]], line: row.line)
            }
            previous = (account, balance)
        }
        guard transitions >= 2 || isAbove else { return }
        self = opening.map { .runsFrom($0) } ?? .runs
    }
}
