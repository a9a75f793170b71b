/// What identifies an item: the account, the company code where the ERP has several, and the number.
public struct ItemKey: Hashable, Sendable, Codable {
    /// The account that owes the item.
    public var account: AccountNumber
    /// The company code; empty where the ERP has one company.
    public var company: String
    /// The invoice or credit note number, as printed on the document.
    public var number: String

    /// Creates the key of an item.
    public init(account: AccountNumber, company: String = "", number: String) {
        self.account = account
        self.company = company
        self.number = number
    }
}

/// Where a due date comes from (DOMAIN.md §1); anything but `stated` is marked and counted.
public enum DueSource: Int, Sendable, Codable, CaseIterable {
    case stated = 0
    case rowTerms
    case accountTerms
    case bookTerms
    case invoiceDate
}

/// An invoice (amount above zero) or a credit note (below), as it stands at the end of some day.
public struct Item: Hashable, Sendable {
    /// The company code of the issuer; empty where the ERP has one company.
    public var company: String
    /// The invoice or credit note number, unique within account and company.
    public var number: String
    /// The number under which the customer ordered; empty where unknown.
    public var purchaseOrder: String
    /// The document's date, from which terms count.
    public var issued: Day
    /// The day by which it is to be paid; `dueFrom` says where it comes from.
    public var due: Day
    /// Whether the due day was stated or worked out from terms (DOMAIN.md §1).
    public var dueFrom: DueSource
    /// The currency of `amount`, `open`, `disputed` and `promised`.
    public var currency: Currency
    /// The original amount, in minor units.
    public var amount: Int64
    /// What is still open: the amount less the settlements dated up to the day.
    public var open: Int64
    /// The part of `open` under an unresolved dispute.
    public var disputed: Int64
    /// The part of `open` promised or planned and still awaited.
    public var promised: Int64
    /// Whether the ERP says that it was disputed at some time; when is not known, so it carries no points.
    public var onceDisputed: Bool
    /// Of a credit: the day of the import that first showed it, where it is known.
    public var seen: Day?

    /// Creates an item; amounts are in minor units of the currency, below zero for a credit note.
    public init(
        company: String = "", number: String, purchaseOrder: String = "", issued: Day, due: Day,
        dueFrom: DueSource = .stated, currency: Currency, amount: Int64, open: Int64, disputed: Int64 = 0,
        promised: Int64 = 0, onceDisputed: Bool = false, seen: Day? = nil
    ) {
        self.company = company
        self.number = number
        self.purchaseOrder = purchaseOrder
        self.issued = issued
        self.due = due
        self.dueFrom = dueFrom
        self.currency = currency
        self.amount = amount
        self.open = open
        self.disputed = disputed
        self.promised = promised
        self.onceDisputed = onceDisputed
        self.seen = seen
    }

    /// asOf − due: 0 on the due day itself, negative before it.
    @inlinable
    public func daysPastDue(on day: Day) -> Int { Int(day.number) - Int(due.number) }

    /// Whether it is an open debit whose due day is before the given day (DOMAIN.md §2).
    @inlinable
    public func isOverdue(on day: Day) -> Bool { open > 0 && day > due }

    /// What can be asked for once it is overdue: open less what is disputed and unresolved and what is
    /// already promised on it, never below zero (DOMAIN.md §2).
    @inlinable
    public var chaseable: Int64 { Swift.max(0, open - disputed - promised) }

    /// What is still open as money; negative for a credit note.
    public var openMoney: Money { Money(minor: open, currency) }
    /// The original amount as money; negative for a credit note.
    public var amountMoney: Money { Money(minor: amount, currency) }
}

/// How much of an item went away, when, and how it is known.
public struct Settlement: Hashable, Sendable, Codable {
    /// How a part of an item went away; only `payment` counts as evidence of how a customer pays.
    public enum Kind: Int, Sendable, Codable, CaseIterable {
        case payment = 0, credit, writeOff, adjustment, matching
    }

    /// The day it took effect, or nil for what was already settled when the item was first seen: that
    /// counts on every day and is no evidence of how the customer pays.
    public var day: Day?
    /// For what an extract only implied: the day of the extract before, so that it happened in (after, day].
    public var after: Day?
    /// Whether it was paid, credited, written off, adjusted or matched with cash on account.
    public var kind: Kind
    /// Stated by a payments file or a history, rather than assumed from a lower open amount.
    public var isStated: Bool
    /// Minor units of the item's currency, in the item's direction; negative where a payment was returned.
    public var amount: Int64
    /// The number of the payment or credit; empty where only an extract implied it.
    public var reference: String

    /// Creates a settlement; `after` is for those that an extract implied.
    public init(
        day: Day?, after: Day? = nil, kind: Kind, isStated: Bool, amount: Int64, reference: String = ""
    ) {
        self.day = day
        self.after = after
        self.kind = kind
        self.isStated = isStated
        self.amount = amount
        self.reference = reference
    }
}

/// Money received and not yet matched to an item: negative in a balance, shown apart, never netted silently.
public struct UnappliedCash: Hashable, Sendable, Codable {
    /// The value date of the money.
    public var day: Day
    /// As received: above zero.
    public var amount: Money
    /// The payment's own number; empty where the file has none.
    public var reference: String
    /// The day of the import that first showed it, where it is known.
    public var seen: Day?

    /// Creates unapplied cash; the amount must be above zero.
    public init(day: Day, amount: Money, reference: String = "", seen: Day? = nil) {
        self.day = day
        self.amount = amount
        self.reference = reference
        self.seen = seen
    }
}
