import GRDB
import Receivables

/// The part of a stored item that an import compares.
struct StoredItem {
    var account: Int64
    var company: String
    var number: String
    var issued: Day
    var due: Day
    var dueFrom: DueSource
    var currency: Currency
    var amount: Int64
    var open: Int64
    var closed: Day?
    var onceDisputed: Bool
    var purchaseOrder: String
    var source: String

    static let columns = """
        account, company, number, issued, due, due_from, currency, amount, open, closed, once_disputed, purchase_order,
        source
        """
    /// All that a new item is written with.
    static let allColumns = """
        account, company, number, issued, due, due_from, currency, amount, open, closed, purchase_order, once_disputed,
        seen, source
        """

    init(_ record: ItemRecord) {
        account = record.account
        company = String(decoding: record.company, as: UTF8.self)
        number = String(decoding: record.number, as: UTF8.self)
        issued = record.issued
        due = record.due ?? record.issued
        dueFrom = record.dueFrom
        currency = record.currency
        amount = record.amount
        open = record.open ?? 0
        closed = record.settled
        onceDisputed = record.onceDisputed
        purchaseOrder = String(decoding: record.purchaseOrder, as: UTF8.self)
        source = String(decoding: record.source, as: UTF8.self)
    }
}

/// An item as an extract has it, its due date resolved.
struct StagedItem {
    var account: Int64
    var company: String
    var number: String
    var line: Int
    var issued: Day
    var due: Day
    var dueFrom: DueSource
    var currency: Currency
    var amount: Int64
    var isAmountUnknown: Bool
    var open: Int64?
    var settled: Day?
    var purchaseOrder: String
    var onceDisputed: Bool
    var source: String

    /// - Parameter due: as `DueDates` resolves it.
    init(_ record: ItemRecord, due: (day: Day, from: DueSource)) {
        account = record.account
        company = String(decoding: record.company, as: UTF8.self)
        number = String(decoding: record.number, as: UTF8.self)
        line = record.line
        issued = record.issued
        (self.due, dueFrom) = due
        currency = record.currency
        amount = record.amount
        isAmountUnknown = record.isAmountUnknown
        open = record.open
        settled = record.settled
        purchaseOrder = String(decoding: record.purchaseOrder, as: UTF8.self)
        onceDisputed = record.onceDisputed
        source = String(decoding: record.source, as: UTF8.self)
    }

    /// The amount of the item, which a row that says only what is open leaves as the book has it: less is open by what
    /// was paid.
    func amount(before: StoredItem) -> Int64 {
        guard isAmountUnknown else { return amount }
        let isPart = before.amount < 0 ? before.amount...0 ~= amount : 0...before.amount ~= amount
        return isPart ? before.amount : amount
    }

    /// Whether a later row of the same file says nothing else.
    func saysTheSame(as other: StagedItem) -> Bool {
        issued == other.issued && due == other.due && currency == other.currency && amount == other.amount
            && open == other.open && settled == other.settled
    }
}

/// Due dates that rows do not state: by the account's terms, else the book's, else the invoice date (DOMAIN.md §1).
final class DueDates {
    private let terms: RawStatement
    private let defaultTerms: Terms?
    private var lastAccount: Int64?
    private var lastTerms: Terms?

    init(_ db: Database, rules: Rules) throws {
        defaultTerms = rules.defaultTerms
        terms = try RawStatement(
            db,
            """
            SELECT COALESCE(
                (SELECT terms FROM temp.staged_account WHERE id = ?1), (SELECT terms FROM account WHERE id = ?1))
            """)
    }

    func due(of record: ItemRecord) throws -> (day: Day, from: DueSource) {
        if let due = record.due { return (due, record.dueFrom) }
        let (issued, account) = (record.issued, record.account)
        if lastAccount != account {
            terms.bind(1, account)
            lastTerms = try terms.step() ? terms.optionalText(0).flatMap { try? Terms.decoded($0) } : nil
            terms.rewind()
            lastAccount = account
        }
        if let lastTerms { return (lastTerms.due(from: issued), .accountTerms) }
        if let defaultTerms { return (defaultTerms.due(from: issued), .bookTerms) }
        return (issued, .invoiceDate)
    }
}
