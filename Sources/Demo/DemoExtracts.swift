import Receivables

/// The customers of a demo book, as an extract of master data.
struct CustomerExtract: ExtractSource {
    let customers: [Customer]

    mutating func forEach(_ body: (consuming ExtractRow) throws -> Void) throws {
        for customer in customers { try body(.customer(customer.row)) }
    }
}

/// Rates of the three other currencies in pounds, at the start of each month of two years.
struct RateExtract: ExtractSource {
    let today: Day

    mutating func forEach(_ body: (consuming ExtractRow) throws -> Void) throws {
        for (code, billionths) in [("EUR", 861_000_000), ("USD", 787_000_000), ("CAD", 566_000_000)] {
            guard let currency = Currency(code) else { continue }
            for month in 0...24 {
                let drift = Int64(month * month % 11) * 1_500_000
                guard let rate = ExchangeRate(billionths: Int64(billionths) + drift) else { continue }
                try body(
                    .rate(
                        RateRow(line: 0, currency: currency, day: today.firstOfMonth.adding(months: -month), rate: rate)
                    ))
            }
        }
    }
}

/// Two years of invoices and what became of them.
struct InvoiceExtract: ExtractSource {
    let plan: DemoPlan
    let customers: [Customer]

    mutating func forEach(_ body: (consuming ExtractRow) throws -> Void) throws {
        var chance = Chance(seed: plan.seed &+ 1)
        var left = plan.invoices
        for (place, customer) in customers.enumerated() {
            // A few customers order all the time; the mean of what is left keeps the total exact.
            let mean = left / (customers.count - place)
            let isLast = place == customers.count - 1
            let count =
                isLast
                ? left : min(left, chance.percent(6) ? mean * chance.int(3...6) : chance.int(0...max(0, mean * 3 / 2)))
            for nth in 0..<count { try body(.item(invoice(customer, place, nth, &chance))) }
            left -= count
        }
    }

    private func invoice(_ customer: Customer, _ place: Int, _ nth: Int, _ chance: inout Chance) -> ItemRow {
        let age = chance.int(0...729)
        let issued = plan.today.advanced(by: -age)
        let due = issued.advanced(by: customer.terms)
        let isCredit = chance.percent(3)
        let amount = Int64(chance.int(customer.size * 20...customer.size * 220)) * (isCredit ? -1 : 1)
        let late = customer.character.daysLate(age: age, due: due, &chance)
        var settled = late.map { max(issued.advanced(by: 1), due.advanced(by: $0)) }
        if let day = settled, day > plan.today { settled = nil }
        // What is old is written off sooner or later; what remains is enough to talk about.
        if settled == nil, age > 400, chance.percent(90) { settled = due.advanced(by: 200) }
        if isCredit { settled = age > 30 ? issued.advanced(by: chance.int(5...30)) : nil }
        var row = ItemRow(
            line: 0, account: customer.number,
            number: (isCredit ? "CN-" : "INV-") + String(100_000 + place * 37 % 9973 * 1000 + nth),
            purchaseOrder: chance.percent(60) ? "PO-\(chance.int(1000...9999))" : "", issued: issued, due: due,
            currency: customer.currency, amount: amount, settled: settled)
        if settled == nil, !isCredit, chance.percent(4) {
            row.open = amount - amount * Int64(chance.int(20...70)) / 100
        }
        return row
    }
}

/// Money that came in without saying what for.
struct CashExtract: ExtractSource {
    let plan: DemoPlan
    let customers: [Customer]

    mutating func forEach(_ body: (consuming ExtractRow) throws -> Void) throws {
        var chance = Chance(seed: plan.seed &+ 2)
        for customer in customers where chance.percent(4) {
            try body(
                .payment(
                    PaymentRow(
                        line: 0, account: customer.number, day: plan.today.advanced(by: -chance.int(1...12)),
                        currency: customer.currency, amount: Int64(customer.size * chance.int(20...160)),
                        reference: "BANK-\(chance.int(10_000...99_999))")))
        }
    }
}
