import Receivables

/// Fills an empty book with a believable business, through `Book` alone: 2 years of invoices and payments of
/// customers who each pay in their own way, contacts in several time zones, groups under one payer, four
/// currencies, calls and follow-ups.
public struct DemoBook: Sendable {
    private let plan: DemoPlan

    /// Creates a demo of a size.
    public init(_ plan: DemoPlan) { self.plan = plan }

    /// Fills a book that has no accounts yet.
    ///
    /// - Parameters:
    ///   - book: a new book with the rules of `DemoPlan.rules`.
    ///   - now: the moment that counts as now; every entry of the demo is older.
    ///   - progress: called with rows done and rows in all.
    public func fill(_ book: some Book, at now: Instant, progress: Progress = { _, _ in }) throws {
        let customers = plan.customers()
        let total = plan.accounts + plan.invoices + plan.entries
        var nth = 0
        func importExtract(_ kind: ExtractKind, _ source: some ExtractSource) throws {
            nth += 1
            var source = source
            let before = nth == 1 ? 0 : plan.accounts
            _ = try book.importExtract(
                Extract(file: "demo \(kind.rawValue)", kind: kind, day: plan.today, isFull: false),
                from: &source,
                stamp: Stamp(id: "demo-\(plan.seed)-\(nth)", at: now, day: plan.today, author: "demo"),
                progress: { done, _ in try progress(before + done, total) })
        }
        try importExtract(.customers, CustomerExtract(customers: customers))
        try importExtract(.rates, RateExtract(today: plan.today))
        try importExtract(.invoiceHistory, InvoiceExtract(plan: plan, customers: customers))

        var journal = DemoJournal(plan: plan, customers: customers)
        var done = plan.accounts + plan.invoices
        try journal.forEachPiece(of: 200_000) { piece in
            _ = try book.record(piece, seen: nil)
            done += piece.count
            try progress(done, total)
        }
        var agreements = DemoAgreements(plan: plan, at: now)
        _ = try book.record(try agreements.entries(in: book), seen: nil)
        // What has come in is known last: promises are judged by it.
        try importExtract(.payments, CashExtract(plan: plan, customers: customers))
    }
}
