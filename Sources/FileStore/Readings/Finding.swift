import GRDB
import Receivables

extension FileBook {
    /// Accounts by number or name, then by invoice number, then by contact: each account once.
    public func find(_ words: String, limit: Int) throws -> [Found] {
        let wanted = words.split(separator: " ").map(String.init)
        guard let first = wanted.first else { return [] }
        return try translatingErrors(at: path) {
            try reading { db in
                var found: [Found] = []
                var seen: Set<String> = []
                func take(_ sql: String, _ arguments: [String]) throws {
                    guard found.count < limit else { return }
                    let rows = try RawStatement(db, sql)
                    for (place, argument) in arguments.enumerated() { rows.bind(Int32(place + 1), argument) }
                    while try rows.step(), found.count < limit {
                        guard seen.insert(rows.text(0)).inserted else { continue }
                        found.append(
                            Found(
                                account: AccountNumber(rows.text(0)), payer: AccountNumber(rows.text(1)),
                                name: rows.text(2), matched: rows.text(3)))
                    }
                }
                let patterns = wanted.map { "%" + Finding.escaped($0) + "%" }
                try take(Finding.byName(words: wanted.count), patterns + [Finding.escaped(words) + "%"])
                if wanted.count == 1 {
                    try take(Finding.byItem, [first, Finding.end(of: first)])
                }
                try take(Finding.byContact(words: wanted.count), patterns)
                return found
            }
        }
    }
}

/// The three ways in which an account is looked for.
private enum Finding {
    private static let columns = "account.number, payer.number, account.name"
    private static let payer = "JOIN account AS payer ON payer.id = account.payer"

    static func byName(words: Int) -> String {
        let all = (1...words).map { "(account.name || ' ' || account.number) LIKE ?\($0) ESCAPE '\\'" }
        let starts = "?\(words + 1)"
        return """
            SELECT \(columns), '' FROM account \(payer) WHERE \(all.joined(separator: " AND "))
            ORDER BY NOT (account.name LIKE \(starts) ESCAPE '\\' OR account.number LIKE \(starts) ESCAPE '\\'),
                account.name LIMIT 200
            """
    }

    /// Item numbers that begin with what was typed, through their index.
    static let byItem = """
        SELECT \(columns), item.number FROM item JOIN account ON account.id = item.account \(payer)
        WHERE item.number >= ?1 AND item.number < ?2 ORDER BY item.number LIMIT 200
        """

    static func byContact(words: Int) -> String {
        let all = (1...words).map {
            """
            (contact.name || ' ' || contact.email || ' ' || contact.phone || ' '
                || REPLACE(REPLACE(contact.phone, ' ', ''), '-', '')) LIKE ?\($0) ESCAPE '\\'
            """
        }
        return """
            SELECT \(columns), contact.name || ' ' || contact.phone
            FROM contact JOIN account ON account.id = contact.account \(payer)
            WHERE \(all.joined(separator: " AND ")) LIMIT 200
            """
    }

    /// `%` and `_` mean themselves in what people type.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "%_\\".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }

    /// A text after every text that begins with this one.
    static func end(of text: String) -> String { text + "\u{10FFFF}" }
}
