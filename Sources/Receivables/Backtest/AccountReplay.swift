/// An account as a replay walks through its past: days must not go back.
struct AccountReplay {
    private let account: AccountHistory
    /// Evidence of how the customer pays, sorted by day where order doesn't matter.
    private let payments: [Evidence]
    /// Whether payments went back or were excused, so that a later day can change what earlier ones mean.
    private let isIrregular: Bool
    /// The facts of the payments up to the last day asked for, and how many these were.
    private var paid = PaymentHistory()
    private var count = 0

    struct Evidence {
        var payment: Payment
        var excusedSince: Day?
    }

    init(_ account: AccountHistory) {
        self.account = account
        var payments: [Evidence] = []
        for item in account.items {
            for part in item.parts where part.isPayment && part.amount != 0 {
                let payment = Payment(day: part.day, due: item.due, amount: part.amount)
                payments.append(Evidence(payment: payment, excusedSince: item.excusedSince))
            }
        }
        isIrregular = payments.contains { $0.payment.amount < 0 || $0.excusedSince != nil }
        // What a returned payment undoes is looked for in the order of the book.
        self.payments = isIrregular ? payments : payments.sorted { $0.payment.day < $1.payment.day }
    }

    /// Payments in time order, where none can change its meaning; nil else.
    var regularPayments: ArraySlice<Evidence>? { isIrregular ? nil : payments[...] }

    /// The days of all payments, in any order.
    var paymentDays: [Day] { payments.filter { $0.payment.amount > 0 }.map(\.payment.day) }

    /// How the account had paid by the end of a day.
    mutating func paid(on day: Day) -> PaymentHistory {
        if isIrregular {
            return PaymentHistory(
                of: payments.filter { $0.payment.day <= day && $0.excusedSince.map { $0 > day } ?? true }.map(\.payment)
            )
        }
        var known = count
        while known < payments.count, payments[known].payment.day <= day { known += 1 }
        if known != count {
            count = known
            paid = PaymentHistory(of: payments[..<known].map(\.payment))
        }
        return paid
    }

    /// The account as it was known at the end of a day.
    mutating func facts(on day: Day) -> AccountFacts {
        var items: [Item] = []
        for item in account.items where item.issued <= day {
            let open = item.open(on: day)
            guard open != 0 else { continue }
            items.append(
                Item(
                    company: item.company, number: item.number, issued: item.issued, due: item.due,
                    currency: item.currency,
                    amount: item.amount, open: open))
        }
        return AccountFacts(
            account: Account(number: account.number), items: items,
            unapplied: account.unapplied.filter { $0.day <= day },
            payments: paid(on: day))
    }
}
