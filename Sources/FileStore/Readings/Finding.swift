import GRDB
import Receivables

extension FileBook {
    /// Accounts by number or name, then by invoice number, then by contact, then by the words of notes, newest
    /// first: each account once.
    public func find(_ words: String, limit: Int) throws -> [Found] {
        let wanted = words.split(separator: " ").map(String.init)
        guard let first = wanted.first else { return [] }
        return try translatingErrors(at: path) {
            try queue.writeWithoutTransaction { db in try TextIndex.gatherNew(db) }
            return try reading { db in
                var finds = Finds(db, limit: limit)
                let patterns = wanted.map { "%" + Finding.escaped($0) + "%" }
                try finds.take(Finding.byName(words: wanted.count), patterns + [Finding.escaped(words) + "%"])
                if wanted.count == 1 {
                    try finds.take(Finding.byItem, [first, Finding.end(of: first)])
                }
                try finds.take(Finding.byContact(words: wanted.count), patterns)
                if words.unicodeScalars.count >= Finding.fewestLetters, !finds.isFull {
                    for place in try TextIndex.places(words, limit: limit, db) {
                        try finds.take(Finding.byNote, [String(place)]) { Excerpt(of: $0, around: wanted).text }
                    }
                }
                return finds.found
            }
        }
    }
}

/// What was found so far: each account once, and no more than wanted.
private struct Finds {
    private let db: Database
    private let limit: Int
    private var seen: Set<String> = []
    private(set) var found: [Found] = []

    init(_ db: Database, limit: Int) {
        self.db = db
        self.limit = limit
    }

    var isFull: Bool { found.count >= limit }

    /// - Parameter matched: what to show of the fourth column.
    mutating func take(_ sql: String, _ arguments: [String], matched: (String) -> String = { $0 }) throws {
        guard !isFull else { return }
        let rows = try RawStatement(reusing: db, sql)
        for (place, argument) in arguments.enumerated() { rows.bind(Int32(place + 1), argument) }
        while !isFull, try rows.step() {
            guard seen.insert(rows.text(0)).inserted else { continue }
            found.append(
                Found(
                    account: AccountNumber(rows.text(0)), payer: AccountNumber(rows.text(1)),
                    name: rows.text(2), matched: matched(rows.text(3))))
        }
    }
}

/// The ways in which an account is looked for.
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

    /// From here on a word says enough to look for it in every note.
    static let fewestLetters = 3

    static let byNote = """
        SELECT payer.number, payer.number, payer.name, entry.text
        FROM entry JOIN account AS payer ON payer.id = entry.payer WHERE entry.seq = ?
        """

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
