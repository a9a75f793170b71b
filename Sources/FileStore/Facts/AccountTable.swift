import Foundation
import GRDB
import Receivables

/// Reads accounts and finds them by number.
enum AccountTable {
    static let columns = """
        account.id, account.payer, account.number, account.name, account.currency, account.credit_limit,
        account.limit_currency, account.hold, account.hold_review, account.terms, account.zone, account.segment,
        account.collector, account.sales_contact, account.language, account.behaviour, account.payments,
        (SELECT number FROM account AS payer WHERE payer.id = account.payer)
        """

    /// As `columns`, without what `lean` never looks at.
    static let leanColumns = """
        account.id, account.payer, account.number, account.name, NULL, account.credit_limit, account.limit_currency,
        account.hold, account.hold_review, NULL, account.zone, account.segment, NULL, NULL, NULL, account.behaviour, \
        account.payments
        """

    /// An account from a row of `columns`.
    static func account(_ row: RawStatement) -> Account {
        Account(
            number: AccountNumber(row.text(2)), payer: payer(row), name: row.text(3),
            segment: row.text(11), currency: row.optionalCurrency(4), creditLimit: limit(row),
            hold: row.optionalText(7).map { Hold(reason: $0, review: row.optionalDay(8)) },
            terms: row.optionalText(9).flatMap { try? Terms.decoded($0) }, zone: row.text(10),
            collector: row.text(12), salesContact: row.text(13), language: row.text(14))
    }

    /// As `account`, without what neither ranking nor ageing looks at; a row of `leanColumns` is enough.
    ///
    /// - Parameters:
    ///   - withZone: where customers' calendars differ from the desk's.
    ///   - withSegment: where segments have cadences of their own.
    static func lean(
        _ row: RawStatement, withNumber: Bool, withName: Bool, withZone: Bool = true, withSegment: Bool = true
    ) -> Account {
        var account = Account(number: AccountNumber(withNumber ? row.text(2) : ""))
        if withName { account.name = row.text(3) }
        if withName || withZone { account.zone = row.text(10) }
        if withSegment { account.segment = row.text(11) }
        account.creditLimit = limit(row)
        account.hold = row.optionalText(7).map { Hold(reason: $0, review: row.optionalDay(8)) }
        return account
    }

    private static func limit(_ row: RawStatement) -> Money? {
        guard let minor = row.optionalInt(5) else { return nil }
        return row.optionalCurrency(6).map { Money(minor: minor, $0) }
    }

    static func behaviour(_ row: RawStatement, withQuarters: Bool) -> Behaviour {
        Behaviour(packed: row.bytes(15), withQuarters: withQuarters)
    }

    static func payments(_ row: RawStatement) -> PaymentHistory { PaymentHistory(packed: row.bytes(16)) }

    /// Whether the ERP doesn't hold the account.
    static func isFree(_ row: RawStatement) -> Bool { row.isNull(7) }

    static func payer(_ row: RawStatement) -> AccountNumber { AccountNumber(row.text(17)) }

    static func number(of id: Int64, _ db: Database) throws -> AccountNumber {
        let row = try RawStatement(db, "SELECT number FROM account WHERE id = ?")
        row.bind(1, id)
        defer { row.rewind() }
        return AccountNumber(try row.step() ? row.text(0) : "")
    }

    /// The numbers of all accounts, by their ids.
    static func numbers(_ db: Database) throws -> [String] {
        var numbers = [String](repeating: "", count: try count(db) + 1)
        let rows = try RawStatement(db, "SELECT id, number FROM account")
        while try rows.step() { numbers[Int(rows.int(0))] = rows.text(1) }
        return numbers
    }

    static func names(of id: Int64, _ db: Database) throws -> (number: AccountNumber, name: String) {
        let row = try RawStatement(db, "SELECT number, name FROM account WHERE id = ?")
        row.bind(1, id)
        defer { row.rewind() }
        guard try row.step() else { return (AccountNumber(""), "") }
        return (AccountNumber(row.text(0)), row.text(1).isEmpty ? row.text(0) : row.text(1))
    }

    /// The id of the payer of an account, and of the account itself.
    static func payer(of number: AccountNumber, _ db: Database) throws -> (payer: Int64, account: Int64) {
        let row = try RawStatement(db, "SELECT payer, id FROM account WHERE number = ?")
        row.bind(1, number.text)
        guard try row.step() else { throw BookError.unknownAccount(number) }
        defer { row.rewind() }
        return (row.int(0), row.int(1))
    }

    /// The zone of an account; empty where it isn't known.
    static func zone(of number: AccountNumber, _ db: Database) throws -> String {
        let row = try RawStatement(db, "SELECT zone FROM account WHERE number = ?")
        row.bind(1, number.text)
        defer { row.rewind() }
        return try row.step() ? row.text(0) : ""
    }

    /// Whose account it is, by its id; empty where it is no one's.
    static func collectors(_ db: Database) throws -> [String] {
        var collectors = [String](repeating: "", count: try count(db) + 1)
        let rows = try RawStatement(db, "SELECT id, collector FROM account WHERE collector <> ''")
        while try rows.step() { collectors[Int(rows.int(0))] = rows.text(1) }
        return collectors
    }

    static func collector(of id: Int64, _ db: Database) throws -> String {
        let row = try RawStatement(db, "SELECT collector FROM account WHERE id = ?")
        row.bind(1, id)
        defer { row.rewind() }
        return try row.step() ? row.text(0) : ""
    }

    /// Accounts are numbered from 1 and never deleted, so the last tells how many there are.
    static func count(_ db: Database) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT MAX(id) FROM account")) ?? 0
    }
}
