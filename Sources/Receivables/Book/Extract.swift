/// What a file can hold (DOMAIN.md §7).
public enum ExtractKind: String, Sendable, Codable, CaseIterable {
    case openItems = "open-items"
    case invoiceHistory = "invoice-history"
    case customers
    case payments
    case rates
    /// What was noted about accounts in another tool.
    case notes
    /// What departments answered on a hand-off list of ours.
    case answers
}

/// An extract about to be imported: where it comes from and the day on which it was true.
public struct Extract: Sendable, Hashable {
    /// The file's name as the import record and messages show it.
    public var file: String
    /// What the rows are.
    public var kind: ExtractKind
    /// The day at whose end the extract was true.
    public var day: Day
    /// What a full extract of open items no longer lists has been settled.
    public var isFull: Bool
    /// Take it even where it is older than the last, or would clear most of the book.
    public var isForced: Bool
    /// The SHA-256 of the file in hexadecimal, by which the same file is recognised; empty where it isn't a file.
    public var contentHash: String
    /// It knows customers by their names, or by their invoices alone: each is the account of that name in the book.
    public var isNamed: Bool

    /// Creates a description of an extract; by default unforced and with account numbers of its own.
    public init(
        file: String, kind: ExtractKind, day: Day, isFull: Bool, isForced: Bool = false, contentHash: String = "",
        isNamed: Bool = false
    ) {
        self.isNamed = isNamed
        self.file = file
        self.kind = kind
        self.day = day
        self.isFull = isFull
        self.isForced = isForced
        self.contentHash = contentHash
    }
}

/// The rows of an extract, one at a time: extracts are larger than memory may be. They may be read on another thread
/// than the one on which they were asked for.
public protocol ExtractSource: Sendable {
    /// Calls `take` for every usable row, in the order of the file.
    mutating func forEach(_ body: (consuming ExtractRow) throws -> Void) throws
}

/// A row of an extract, understood.
public enum ExtractRow: Sendable {
    case customer(CustomerRow)
    case item(ItemRow)
    case payment(PaymentRow)
    case rate(RateRow)
    case note(NoteRow)
    case answer(AnswerRow)
    /// A row of open items that can't be used: whose, and which, as far as it says. It was refused, but what it names
    /// is in the file and so not paid.
    case refused(account: AccountNumber?, company: String, item: String?)
}

/// What a row says about an account and its people. Nil or empty means that the row says nothing, and what the
/// book holds stands.
public struct CustomerRow: Sendable, Hashable {
    /// The line of the file, counted from 1.
    public var line: Int
    /// The account that the row describes.
    public var number: AccountNumber
    /// The account that pays for it.
    public var payer: AccountNumber?
    /// The customer's name.
    public var name: String?
    /// The ERP's group of customers.
    public var segment: String?
    /// The account's usual currency.
    public var currency: Currency?
    /// The most that the customer may owe; in the account's currency where the row names none.
    public var creditLimit: Money?
    /// Why the account is on hold; empty where the row says that it isn't.
    public var hold: String?
    /// The account's payment terms.
    public var terms: Terms?
    /// The customer's IANA time zone.
    public var zone: String?
    /// Who calls the account.
    public var collector: String?
    /// Our salesperson for the customer.
    public var salesContact: String?
    /// The customer's language.
    public var language: String?
    /// The people to speak to, in the order of the row; empty where it names none.
    public var contacts: [Contact]

    /// Creates a row that says nothing but the number; the other fields are set afterwards.
    public init(line: Int, number: AccountNumber) {
        self.line = line
        self.number = number
        contacts = []
    }
}

/// An item as a row has it.
public struct ItemRow: Sendable, Hashable {
    /// The line of the file, counted from 1.
    public var line: Int
    /// The account that owes the item.
    public var account: AccountNumber
    /// The company code; empty where the ERP has one company.
    public var company: String
    /// The invoice or credit note number.
    public var number: String
    /// The number under which the customer ordered; empty where the row has none.
    public var purchaseOrder: String
    /// The document's date.
    public var issued: Day
    /// As stated, or by the row's own terms; nil where the account's or the book's have to say.
    public var due: Day?
    /// Where `due` comes from; of no meaning while it is nil.
    public var dueFrom: DueSource
    /// The currency of `amount` and `open`.
    public var currency: Currency
    /// Minor units.
    public var amount: Int64
    /// What is open, in minor units, or nil where the row tells by `settled` only.
    public var open: Int64?
    /// The row says what is open and nothing of the amount, which is as much only if nothing was paid yet.
    public var isAmountUnknown = false
    /// The day on which it was settled in full, in histories.
    public var settled: Day?
    /// Whether a history says that the item was disputed at some time.
    public var onceDisputed: Bool
    /// What an extract of open items says of a dispute: it is one of today, while a history only says that there was
    /// one.
    public var erpDispute = ErpDispute.unsaid
    /// The system that wrote the row, where a book is filled from several; empty where there is just one.
    public var source: String
    /// The same small number in all rows of one extract that name the account, from 0, where the reader gives one:
    /// so that each account is looked up once.
    public var accountPlace: Int?

    /// Creates an item row; amounts are in minor units, below zero for a credit note.
    public init(
        line: Int, account: AccountNumber, company: String = "", number: String, purchaseOrder: String = "",
        issued: Day, due: Day?, dueFrom: DueSource = .stated, currency: Currency, amount: Int64, open: Int64? = nil,
        settled: Day? = nil, onceDisputed: Bool = false, source: String = ""
    ) {
        self.line = line
        self.account = account
        self.company = company
        self.number = number
        self.purchaseOrder = purchaseOrder
        self.issued = issued
        self.due = due
        self.dueFrom = dueFrom
        self.currency = currency
        self.amount = amount
        self.open = open
        self.settled = settled
        self.onceDisputed = onceDisputed
        self.source = source
    }
}

/// Whether the ERP marks an item as disputed.
public enum ErpDispute: Sendable, Hashable {
    /// The extract has no column for it.
    case unsaid
    case none
    /// With the status or reason code, as the ERP writes it; empty where it is a flag alone.
    case marked(String)
}

/// Money that came in (or, below zero, went back).
public struct PaymentRow: Sendable, Hashable {
    /// The line of the file, counted from 1.
    public var line: Int
    /// Empty where the file names none: then the item tells whose it is.
    public var account: AccountNumber
    /// The company code of the item that it names; empty where the ERP has one company.
    public var company: String
    /// The item it names, or several with a comma between them; empty for unapplied cash.
    public var item: String
    /// The value date.
    public var day: Day
    /// The currency of `amount`.
    public var currency: Currency
    /// Minor units: above zero for money received, below zero for money that went back.
    public var amount: Int64
    /// The payment's own number; the same one twice is one payment.
    public var reference: String
    /// What it does to the item: a payment, a credit, a write-off or another settlement.
    public var kind: Settlement.Kind

    /// Creates a payment row, by default one that names no item.
    public init(
        line: Int, account: AccountNumber, company: String = "", item: String = "", day: Day, currency: Currency,
        amount: Int64, reference: String = "", kind: Settlement.Kind = .payment
    ) {
        self.line = line
        self.account = account
        self.company = company
        self.item = item
        self.day = day
        self.currency = currency
        self.amount = amount
        self.reference = reference
        self.kind = kind
    }
}

/// What a currency was worth in another one on a day.
public struct RateRow: Sendable, Hashable {
    /// The line of the file, counted from 1.
    public var line: Int
    /// The currency that the rate prices one unit of.
    public var currency: Currency
    /// The first day on which the rate holds.
    public var day: Day
    /// How many units of the target one unit of `currency` is worth.
    public var rate: ExchangeRate
    /// What the rate converts into; nil where the row doesn't say, and the book's base currency is meant.
    public var target: Currency?

    /// Creates a rate row, by default one into the book's base currency.
    public init(line: Int, currency: Currency, day: Day, rate: ExchangeRate, target: Currency? = nil) {
        self.line = line
        self.currency = currency
        self.day = day
        self.rate = rate
        self.target = target
    }
}

/// What somebody noted about an account in another tool; becomes an entry of the journal.
public struct NoteRow: Sendable, Hashable {
    /// The line of the file, counted from 1.
    public var line: Int
    /// The account that the note is about.
    public var account: AccountNumber
    /// nil where a promise doesn't say when it was made.
    public var day: Day?
    /// Who wrote it, as the other tool names them; empty where unknown.
    public var author: String
    /// The words of the note; empty where the row holds a promise alone.
    public var text: String
    /// A promise to pay that stands in the same row.
    public var promise: Promise?

    /// A promise to pay that was noted in another tool.
    public struct Promise: Sendable, Hashable {
        /// How much was promised.
        public var amount: Money
        /// The day by which it was to be paid.
        public var day: Day
        /// Who promised; empty where not noted.
        public var who: String

        /// Creates a promise as a row has it.
        public init(amount: Money, day: Day, who: String = "") {
            self.amount = amount
            self.day = day
            self.who = who
        }

        /// `2,500.00 USD promised for 1 Dec 2026`
        public var words: String {
            "\(amount.withCurrency) promised for \(day.long)" + (who.isEmpty ? "" : " by \(who)")
        }
    }

    /// Creates a row with a note, a promise or both.
    public init(line: Int, account: AccountNumber, day: Day?, author: String, text: String, promise: Promise? = nil) {
        self.promise = promise
        self.line = line
        self.account = account
        self.day = day
        self.author = author
        self.text = text
    }
}

/// Something about a row: why it was refused, or what was assumed.
public struct RowProblem: Sendable, Hashable {
    /// The line of the file, counted from 1.
    public var line: Int
    /// The column's header as the file has it; empty where the row as a whole is meant.
    public var column: String
    /// What is wrong or was assumed, as the user reads it.
    public var reason: String

    /// Creates a remark about a row, or about one of its columns.
    public init(line: Int, column: String = "", reason: String) {
        self.line = line
        self.column = column
        self.reason = reason
    }
}

/// One rate that somebody typed, as an extract: an import like others, and in the journal as one.
public struct TypedRate: ExtractSource {
    private let row: RateRow

    /// Creates an extract of one rate into the book's base currency, valid from a day.
    public init(_ currency: Currency, _ rate: ExchangeRate, on day: Day) {
        row = RateRow(line: 1, currency: currency, day: day, rate: rate)
    }

    /// Hands over the one row.
    public mutating func forEach(_ body: (consuming ExtractRow) throws -> Void) throws { try body(.rate(row)) }

    /// The description under which it is imported; its name says the currency and the rate.
    public var extract: Extract {
        Extract(
            file: "rate of \(row.currency.code), \(row.rate.text)", kind: .rates, day: row.day, isFull: false,
            isForced: false)
    }
}
