import GRDB
import Receivables

/// Carries numbers and hours that callers were given over into the contacts, and takes them back. The ERP's own word is
/// kept next to it (`erp`), and a new value of the ERP's wins: then `said` is empty again.
struct SaidContacts {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func follow(_ entry: Entry, of payer: Int64) throws {
        for contact in entry.act.agreed.contacts { try put(contact, of: payer, said: entry.seq) }
    }

    /// After something was taken back: what still counts, as far as the ERP hasn't said otherwise since.
    ///
    /// - Parameter entries: all of the payer's, in journal order.
    func replay(_ entries: [Entry], of payer: Int64) throws {
        guard entries.contains(where: { !$0.act.agreed.contacts.isEmpty }) else { return }
        let held = counting(entries)
        let rows = try RawStatement(
            db,
            """
            SELECT contact.account, nth, contact.name, erp_after FROM contact JOIN account ON account.id = \
            contact.account
            WHERE account.payer = ? AND said IS NOT NULL
            """)
        rows.bind(1, payer)
        var said: [(account: Int64, nth: Int64, name: String, after: Int64)] = []
        while try rows.step() { said.append((rows.int(0), rows.int(1), rows.text(2), rows.int(3))) }
        for row in said where !held.contains(where: { $0.seq > row.after && $0.givesNumber(of: row.name) }) {
            try revert(row.account, row.nth)
        }
        try revertHours(of: payer)
        let everSaid = entries.flatMap(\.act.agreed.contacts)
        for field in Field.allCases { try settle(field, everSaid, held.flatMap(\.act.agreed.contacts), of: payer) }
        for entry in held {
            for contact in entry.act.agreed.contacts {
                var left = contact
                if try isOverruled(contact, of: payer, entry.seq, by: "erp_after") { left.phone = "" }
                if try isOverruled(contact, of: payer, entry.seq, by: "erp_hours_after") { left.preferred = nil }
                (left.email, left.role, left.language) = ("", "", "")
                try put(left, of: payer, said: entry.seq)
            }
        }
    }

    private func put(_ contact: PlannedContact, of payer: Int64, said: Int64) throws {
        guard !contact.isEmpty else { return }
        var isOnFile = false
        let person = "lower(name) = lower(?) AND account IN (SELECT id FROM account WHERE account.payer = ?)"
        if !contact.phone.isEmpty {
            try db.execute(
                sql: "UPDATE contact SET phone = ?, said = ? WHERE \(person)",
                arguments: [contact.phone, said, contact.name, payer])
            isOnFile = db.changesCount > 0
        }
        if let preferred = contact.preferred {
            try db.execute(
                sql: "UPDATE contact SET hours = ? WHERE \(person)", arguments: [preferred.text, contact.name, payer])
            isOnFile = isOnFile || db.changesCount > 0
        }
        for field in Field.allCases {
            let value = field.value(of: contact)
            guard !value.isEmpty else { continue }
            try db.execute(
                sql: "UPDATE contact SET \(field.rawValue) = ? WHERE \(person)",
                arguments: [value, contact.name, payer])
            isOnFile = isOnFile || db.changesCount > 0
        }
        guard !isOnFile else { return }
        try db.execute(
            sql: """
                INSERT INTO contact(account, nth, name, role, phone, email, language, erp, said, hours)
                SELECT ?1, COALESCE(MAX(nth), 0) + 1, ?2, ?6, ?3, ?7, ?8, '', ?4, ?5 FROM contact WHERE account = ?1
                """,
            arguments: [
                payer, contact.name, contact.phone, said, contact.preferred?.text ?? "", contact.role, contact.email,
                contact.language,
            ])
    }

    /// What of a person is a text that the ERP has as well, besides the number.
    private enum Field: String, CaseIterable {
        case role, email, language

        func value(of contact: PlannedContact) -> String {
            switch self {
            case .role: contact.role
            case .email: contact.email
            case .language: contact.language
            }
        }

        /// Where `erp` has it.
        var place: Int {
            switch self {
            case .role: 0
            case .email: 2
            case .language: 3
            }
        }
    }

    /// Where a caller's word is in force, the last that still counts is, or else the ERP's.
    private func settle(
        _ field: Field, _ everSaid: [PlannedContact], _ held: [PlannedContact], of payer: Int64
    ) throws {
        for person in Set(everSaid.filter { !field.value(of: $0).isEmpty }.map { $0.name.lowercased() }) {
            func values(_ contacts: [PlannedContact]) -> [String] {
                contacts.filter { $0.name.lowercased() == person }.map(field.value).filter { !$0.isEmpty }
            }
            let name = field.rawValue
            for value in Set(values(everSaid)) {
                try db.execute(
                    sql: """
                        UPDATE contact
                        SET \(name) = COALESCE(?1, json_extract(NULLIF(erp, ''), '$[\(field.place)]'), '')
                        WHERE lower(name) = ?2 AND \(name) = ?3
                            AND account IN (SELECT id FROM account WHERE account.payer = ?4)
                        """, arguments: [values(held).last, person, value, payer])
            }
        }
    }

    /// Whether the ERP has said something else since.
    ///
    /// - Parameter column: where the journal ended then.
    private func isOverruled(_ contact: PlannedContact, of payer: Int64, _ seq: Int64, by column: String) throws -> Bool
    {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM contact JOIN account ON account.id = contact.account
                    WHERE account.payer = ? AND lower(contact.name) = lower(?) AND \(column) >= ?)
                """, arguments: [payer, contact.name, seq]) ?? false
    }

    private func revertHours(of payer: Int64) throws {
        try db.execute(
            sql: """
                UPDATE contact SET hours = erp_hours
                WHERE hours <> erp_hours AND account IN (SELECT id FROM account WHERE account.payer = ?)
                """, arguments: [payer])
    }

    /// To what the ERP says; one that it never named goes away.
    private func revert(_ account: Int64, _ nth: Int64) throws {
        try db.execute(
            sql: "DELETE FROM contact WHERE account = ? AND nth = ? AND erp = ''", arguments: [account, nth])
        try db.execute(
            sql: "UPDATE contact SET phone = json_extract(erp, '$[1]'), said = NULL WHERE account = ? AND nth = ?",
            arguments: [account, nth])
    }
}

extension Entry {
    fileprivate func givesNumber(of person: String) -> Bool {
        act.agreed.contacts.contains { !$0.phone.isEmpty && $0.name.lowercased() == person.lowercased() }
    }
}
