import Receivables

/// The first rows of a file as they were understood, for a look before anything is taken.
public struct ImportPreview: Sendable {
    /// What stands in each column of `rows`.
    public let titles: [String]
    /// By line, each with as many texts as there are titles; figures are decimal, days ISO.
    public let rows: [(line: Int, texts: [String])]
    /// Which of the columns are figures.
    public let figures: Set<Int>

    private struct Enough: Error {}

    /// Reads the first rows of a file as they would be imported.
    ///
    /// - Parameters:
    ///   - plan: how the file is read.
    ///   - count: how many rows; fewer where the file has fewer that can be used.
    public init(of plan: ImportPlan, count: Int = 10) throws {
        let table = PreviewTable(plan.kind)
        var rows: [(line: Int, texts: [String])] = []
        var source = plan.source()
        do {
            try source.forEach { row in
                guard let row = table.row(row) else { return }
                rows.append(row)
                if rows.count == count { throw Enough() }
            }
        } catch is Enough {}
        titles = table.titles
        figures = table.figures
        self.rows = rows
    }
}

/// What each kind of row shows.
private struct PreviewTable {
    let kind: ExtractKind

    init(_ kind: ExtractKind) { self.kind = kind }

    var titles: [String] {
        switch kind {
        case .openItems, .invoiceHistory:
            ["account", "number", "issued", "due", "currency", "amount", "open", "settled"]
        case .payments: ["account", "invoice", "day", "currency", "amount", "kind", "reference"]
        case .customers: ["account", "name", "payer", "segment", "limit", "hold", "contact", "telephone"]
        case .rates: ["currency", "day", "rate", "into"]
        case .notes: ["account", "day", "author", "text", "promised"]
        case .answers: ["dispute", "invoice", "answer", "text"]
        }
    }

    var figures: Set<Int> {
        Set(titles.indices.filter { ["amount", "open", "limit", "rate"].contains(titles[$0]) })
    }

    /// nil for what a row says besides its own kind.
    func row(_ row: ExtractRow) -> (line: Int, texts: [String])? {
        switch (row, kind) {
        case (.item(let item), _): (item.line, texts(item))
        case (.payment(let payment), .payments): (payment.line, texts(payment))
        case (.customer(let customer), .customers): (customer.line, texts(customer))
        case (.rate(let rate), _):
            (rate.line, [rate.currency.code, rate.day.iso, rate.rate.decimal, rate.target?.code ?? ""])
        case (.note(let note), _):
            (note.line, [note.account.text, note.day?.iso ?? "", note.author, note.text, note.promise?.words ?? ""])
        case (.answer(let answer), _):
            (answer.line, ["\(answer.dispute)", answer.item, answer.outcome?.rawValue ?? "answered", answer.text])
        default: nil
        }
    }

    private func texts(_ item: ItemRow) -> [String] {
        let open = item.open ?? (item.settled == nil ? item.amount : 0)
        return [
            item.account.text, item.number, item.issued.iso, item.due?.iso ?? "by terms", item.currency.code,
            item.amount.decimal(item.currency), open.decimal(item.currency), item.settled?.iso ?? "",
        ]
    }

    private func texts(_ payment: PaymentRow) -> [String] {
        [
            payment.account.text, payment.item, payment.day.iso, payment.currency.code,
            payment.amount.decimal(payment.currency), payment.kind.words, payment.reference,
        ]
    }

    private func texts(_ customer: CustomerRow) -> [String] {
        [
            customer.number.text, customer.name ?? "", customer.payer?.text ?? "", customer.segment ?? "",
            customer.creditLimit.map { "\($0.decimal) \($0.currency)" } ?? "", customer.hold ?? "",
            customer.contacts.first?.name ?? "", customer.contacts.first?.phone ?? "",
        ]
    }
}

extension Int64 {
    fileprivate func decimal(_ currency: Currency) -> String { Money(minor: self, currency).decimal }
}

extension ExchangeRate {
    /// `1.0825`.
    var decimal: String {
        let fraction = String(1_000_000_000 + billionths % 1_000_000_000).dropFirst()
        let digits = fraction.lastIndex { $0 != "0" }.map { fraction[...$0] } ?? ""
        return "\(billionths / 1_000_000_000)" + (digits.isEmpty ? "" : ".\(digits)")
    }
}

extension Settlement.Kind {
    var words: String {
        switch self {
        case .payment: "payment"
        case .credit: "credit"
        case .writeOff: "write-off"
        case .adjustment: "adjustment"
        case .matching: "matching"
        }
    }
}
