import GRDB
import Receivables

/// What an extract says about accounts and their people, gathered per account, then taken over in a few
/// statements. NULL is "the extract says nothing", and what the book holds stands.
struct CustomerStaging {
    static let tables = """
        CREATE TABLE temp.staged_account (
            id INTEGER PRIMARY KEY, number TEXT, payer INTEGER, name TEXT, currency TEXT, credit_limit INTEGER,
            limit_currency TEXT, hold TEXT, terms TEXT, zone TEXT, segment TEXT, collector TEXT, sales_contact TEXT,
            language TEXT);
        CREATE TABLE temp.staged_contact (
            account INTEGER, name TEXT, role TEXT, phone TEXT, email TEXT, language TEXT, hours TEXT, PRIMARY KEY \
            (account, name));
        """

    private let account: RawStatement
    private let contact: RawStatement

    init(_ db: Database) throws {
        // A later row adds to what an earlier one said, and wins where both say something.
        let columns = CustomerStaging.columns
        account = try RawStatement(
            db,
            """
            INSERT INTO temp.staged_account(id, number, \(columns.joined(separator: ", ")))
            VALUES (?, ?, \(columns.map { _ in "?" }.joined(separator: ", ")))
            ON CONFLICT(id) DO UPDATE SET \
            \(columns.map { "\($0) = COALESCE(excluded.\($0), \($0))" }.joined(separator: ", "))
            """)
        contact = try RawStatement(
            db,
            """
            INSERT OR REPLACE INTO temp.staged_contact(account, name, role, phone, email, language, hours)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
    }

    private static let columns = [
        "payer", "name", "currency", "credit_limit", "limit_currency", "hold", "terms", "zone", "segment", "collector",
        "sales_contact", "language",
    ]

    func add(_ row: CustomerRow, _ registry: inout AccountRegistry) throws {
        let isByName = registry.isByName(row.number)
        let id = registry.given(row.number).id
        account.bind(1, id)
        account.bind(2, row.number.text)
        account.bind(3, try row.payer.map { try registry.id(of: $0) })
        // The name by which it was found is the book's own.
        account.bind(4, isByName ? nil : row.name)
        account.bind(5, row.currency?.code)
        account.bind(6, row.creditLimit?.minor)
        account.bind(7, row.creditLimit?.currency.code)
        account.bind(8, row.hold)
        account.bind(9, try row.terms.map { try Terms.encoded($0) })
        account.bind(10, row.zone)
        account.bind(11, row.segment)
        account.bind(12, row.collector)
        account.bind(13, row.salesContact)
        account.bind(14, row.language)
        try account.run()
        for person in row.contacts where !person.isEmpty {
            contact.bind(1, id)
            contact.bind(2, person.name)
            contact.bind(3, person.role)
            contact.bind(4, person.phone)
            contact.bind(5, person.email)
            contact.bind(6, person.language)
            contact.bind(7, person.preferred?.text ?? "")
            try contact.run()
        }
    }

    /// Takes the gathered accounts and contacts over into the book. Inside the write transaction.
    static func apply(_ db: Database, _ counts: inout ImportCounts) throws {
        let known = try AccountTable.count(db)
        counts.accountsNew += try insertAccounts(db, known: known)
        var updated = try MovedAccounts.apply(db, known: known)
        updated += try updateAccounts(db, known: known)
        updated += try applyContacts(db)
        counts.accountsUpdated += updated
    }

    /// - Parameter known: the newest account that was there before; ids are counted on from it.
    private static func insertAccounts(_ db: Database, known: Int) throws -> Int {
        // First each by itself as its payer: the payer that a row names may come after it in the file.
        return try db.run(
            """
            INSERT INTO account(
                id, number, payer, name, currency, credit_limit, limit_currency, hold, terms, zone, segment,
                collector, sales_contact, language, behaviour)
            SELECT id, number, id, COALESCE(name, ''), currency, credit_limit, limit_currency, NULLIF(hold, ''),
                terms, COALESCE(zone, ''), COALESCE(segment, ''), COALESCE(collector, ''),
                COALESCE(sales_contact, ''), COALESCE(language, ''), ''
            FROM temp.staged_account AS staged
            WHERE staged.id > ? ORDER BY id
            """, [known])
    }

    private static func updateAccounts(_ db: Database, known: Int) throws -> Int {
        let columns = CustomerStaging.columns.filter { $0 != "payer" }
        func fresh(_ column: String) -> String { column == "hold" ? "NULLIF(staged.hold, '')" : "staged.\(column)" }
        let sets = columns.map {
            "\($0) = CASE WHEN staged.\($0) IS NULL THEN account.\($0) ELSE \(fresh($0)) END"
        }
        let differs = columns.map { "staged.\($0) IS NOT NULL AND \(fresh($0)) IS NOT account.\($0)" }
        return try db.run(
            """
            UPDATE account SET \(sets.joined(separator: ", ")) FROM temp.staged_account AS staged
            WHERE staged.id = account.id AND staged.id <= ? AND (\(differs.joined(separator: " OR ")))
            """, [known])
    }

    /// A contact is known by its name; its `erp` column holds what the ERP last said, so that a correction by a
    /// caller stands until the ERP itself says something new (DOMAIN.md §7). What a file leaves blank, or has no column
    /// for, says nothing.
    private static func applyContacts(_ db: Database) throws -> Int {
        let said = "json_array(staged.role, staged.phone, staged.email, staged.language)"
        let fields = ["role", "phone", "email", "language"]
        let before = fields.indices.map { "json_extract(NULLIF(contact.erp, ''), '$[\($0)]')" }
        let saidSoFar = fields.indices.map { "COALESCE(NULLIF(staged.\(fields[$0]), ''), \(before[$0]), '')" }.joined(
            separator: ", ")
        let isSameNumber = "staged.phone = '' OR staged.phone IS \(before[1])"
        func kept(_ column: String) -> String {
            // What the ERP says again as before leaves a caller's correction as it is.
            let known = before[fields.firstIndex(of: column) ?? 0]
            return """
                \(column) = CASE WHEN staged.\(column) = '' OR staged.\(column) IS \(known)
                    THEN contact.\(column) ELSE staged.\(column) END
                """
        }
        var updated = try db.run(
            """
            UPDATE contact SET \(kept("role")), \(kept("email")), \(kept("language")), erp = json_array(\(saidSoFar)),
                phone = CASE WHEN \(isSameNumber) THEN contact.phone ELSE staged.phone END,
                said = CASE WHEN \(isSameNumber) THEN contact.said END,
                erp_after = CASE WHEN \(isSameNumber) THEN erp_after ELSE (SELECT COALESCE(MAX(seq), 0) FROM entry) END
            FROM temp.staged_contact AS staged
            WHERE staged.account = contact.account AND staged.name = contact.name AND contact.erp <> \
            json_array(\(saidSoFar))
            """)
        // By themselves: hours that come or change don't take a number back that a caller has corrected.
        updated += try db.run(
            """
            UPDATE contact SET hours = staged.hours, erp_hours = staged.hours,
                erp_hours_after = (SELECT COALESCE(MAX(seq), 0) FROM entry)
            FROM temp.staged_contact AS staged
            WHERE staged.account = contact.account AND staged.name = contact.name AND staged.hours <> ''
                AND contact.erp_hours <> staged.hours
            """)
        try db.run(
            """
            INSERT INTO contact(account, nth, name, role, phone, email, language, erp, erp_after, hours, erp_hours, \
            erp_hours_after)
            SELECT staged.account,
                (SELECT COALESCE(MAX(nth), 0) FROM contact WHERE contact.account = staged.account)
                    + ROW_NUMBER() OVER (PARTITION BY staged.account ORDER BY staged.rowid),
                staged.name, staged.role, staged.phone, staged.email, staged.language, \(said), (SELECT \
                COALESCE(MAX(seq), 0) FROM entry),
                staged.hours, staged.hours, (SELECT COALESCE(MAX(seq), 0) FROM entry)
            FROM temp.staged_contact AS staged
            WHERE NOT EXISTS (
                SELECT 1 FROM contact WHERE contact.account = staged.account AND contact.name = staged.name)
            """)
        return updated
    }
}
