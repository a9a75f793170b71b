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
                let named = try NameScan.hits(wanted, limit: limit, db)
                let exact = named.filter { $0.rank < .oneLetterWrong }
                for hit in exact { try finds.collect(Finding.byID, id: hit.id) }
                if wanted.count == 1 {
                    try finds.collect(Finding.byItem, [first, Finding.end(of: first)])
                }
                if Finding.isTelephone(words) {
                    let numbers = telephones.read(words, TelephonePlace(zone: "", try rules(db))).filter(\.isPossible)
                    for number in numbers { try finds.collect(Finding.byTelephone, [number.e164]) }
                    try finds.collect(Finding.byDigits, [Finding.significantDigits(words), Finding.anywhere(words)])
                }
                // One letter is in every other name; a search by contact has more letters.
                if words.unicodeScalars.count >= Finding.fewestLetters, !Finding.isTelephone(words) {
                    let byContact = Finding.byContact(wanted)
                    try finds.collect(byContact.sql, byContact.arguments)
                }
                if words.unicodeScalars.count >= Finding.fewestLetters, !finds.isFull {
                    for place in try TextIndex.places(words, limit: limit, db) {
                        try finds.collect(Finding.byNote, [String(place)]) { Excerpt(of: $0, around: wanted).text }
                    }
                }
                // Behind whatever is as it was typed.
                if exact.count < Finding.fewExact {
                    for hit in named where hit.rank == .oneLetterWrong { try finds.collect(Finding.byID, id: hit.id) }
                }
                return try finds.withDetails()
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
    mutating func collect(_ sql: String, _ arguments: [String], matched: (String) -> String = { $0 }) throws {
        guard !isFull else { return }
        let rows = try RawStatement(db, sql)
        for (place, argument) in arguments.enumerated() { rows.bind(Int32(place + 1), argument) }
        try collect(rows, matched)
    }

    /// The account of a row.
    mutating func collect(_ sql: String, id: Int64) throws {
        guard !isFull else { return }
        let rows = try RawStatement(db, sql)
        rows.bind(1, id)
        try collect(rows) { $0 }
    }

    private mutating func collect(_ rows: RawStatement, _ matched: (String) -> String) throws {
        while !isFull, try rows.step() {
            guard seen.insert(rows.text(0)).inserted else { continue }
            found.append(
                Found(
                    account: AccountNumber(rows.text(0)), payer: AccountNumber(rows.text(1)),
                    name: rows.text(2), matched: matched(rows.text(3))))
        }
    }

    /// With what tells one customer from another of the same name.
    func withDetails() throws -> [Found] {
        let account = try RawStatement(db, Finding.details), open = try RawStatement(db, Finding.open)
        return try found.map { one in
            var one = one
            account.bind(1, one.account.text)
            guard try account.step() else { return one }
            open.bind(1, account.int(0))
            one.zone = account.text(1)
            one.lastContact = account.optionalDay(2)
            account.rewind()
            while try open.step() { one.open.append(Money(minor: open.int(1), try open.currency(0))) }
            return one
        }
    }
}

/// The ways in which an account is looked for.
private enum Finding {
    private static let columns = "account.number, payer.number, account.name"
    private static let payer = "JOIN account AS payer ON payer.id = account.payer"

    static let byID = "SELECT \(columns), '' FROM account \(payer) WHERE account.id = ?"

    /// With fewer names that have the words as they were typed, those with a wrong letter are of interest.
    static let fewExact = 10

    static let details = """
        SELECT account.id, account.zone, tally.last_contact FROM account LEFT JOIN tally ON tally.payer = account.payer
        WHERE account.number = ?
        """

    static let open = """
        SELECT currency, SUM(open) AS total FROM item WHERE account = ? AND open <> 0 GROUP BY currency ORDER BY \
        total DESC
        """

    /// Item numbers that begin with what was typed, through their index.
    static let byItem = """
        SELECT \(columns), item.number FROM item JOIN account ON account.id = item.account \(payer)
        WHERE item.number >= ?1 AND item.number < ?2 ORDER BY item.number LIMIT 200
        """

    /// Whether what was typed is one number, blanks and all. Zeros in front say nothing.
    static func isTelephone(_ text: String) -> Bool {
        text.allSatisfy { $0.isNumber || $0.isWhitespace || "+-/().".contains($0) }
            && text.filter(\.isNumber).drop { $0 == "0" }.count >= fewestDigits
    }

    /// With fewer it is an account or an invoice.
    private static let fewestDigits = 4

    private static let contactOfTelephone = """
        SELECT \(columns), contact.name || ' ' || \(shown)
        FROM telephone JOIN contact ON contact.account = telephone.account AND contact.nth = telephone.nth
            JOIN account ON account.id = contact.account \(payer)
        """

    /// Who is reached by a number: through its index, however it is written here and there.
    static let byTelephone = "\(contactOfTelephone) WHERE telephone.e164 = ? LIMIT 200"

    /// Whose number ends with some digits, or has them in it: what was typed may be a part, or written as another
    /// country does.
    static let byDigits = """
        \(contactOfTelephone)
        WHERE telephone.e164 LIKE ?1 OR telephone.e164 = '' AND telephone.shown LIKE ?2 ESCAPE '\\'
        ORDER BY telephone.e164 LIKE rtrim(?1, '%') DESC LIMIT 200
        """

    /// As `LIKE` takes them; without the zeros in front, which E.164 doesn't have.
    static func significantDigits(_ text: String) -> String { "%\(text.filter(\.isNumber).drop { $0 == "0" })%" }

    /// A contact's numbers as they are shown.
    private static let shown = """
        COALESCE((SELECT group_concat(shown, ', ') FROM telephone WHERE telephone.account = contact.account
            AND telephone.nth = contact.nth), contact.phone)
        """

    /// A telephone number is found by its digits, however it is written.
    static func byContact(_ words: [String]) -> (sql: String, arguments: [String]) {
        var arguments = words.map(anywhere)
        let all = words.enumerated().map { place, word in
            let text = "contact.name LIKE ?\(place + 1) ESCAPE '\\' OR contact.email LIKE ?\(place + 1) ESCAPE '\\'"
            guard !digits(word).isEmpty else { return "(\(text))" }
            arguments.append(digits(word))
            let number = """
                EXISTS (SELECT 1 FROM telephone
                    WHERE telephone.account = contact.account AND telephone.nth = contact.nth
                        AND (telephone.e164 LIKE ?\(arguments.count)
                            OR telephone.shown LIKE ?\(place + 1) ESCAPE '\\'))
                """
            return "(\(text) OR \(number))"
        }
        let sql = """
            SELECT \(columns), contact.name || ' ' || \(shown)
            FROM contact JOIN account ON account.id = contact.account \(payer)
            WHERE \(all.joined(separator: " AND ")) LIMIT 200
            """
        return (sql, arguments)
    }

    /// What stands anywhere in a column.
    static func anywhere(_ word: String) -> String { "%" + escaped(word) + "%" }

    /// The digits of a telephone number, as it was typed; empty for what is none.
    static func digits(_ word: String) -> String {
        let digits = word.filter { $0.isNumber || $0 == "+" }
        guard !digits.isEmpty, word.allSatisfy({ $0.isNumber || "+-/().".contains($0) }) else { return "" }
        return "%\(digits)%"
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
