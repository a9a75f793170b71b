import Exchange
import Foundation
import Receivables

/// The book that files go into; made on the first import, and unmade if that fails.
struct ImportDesk {
    let book: any Book
    private let path: String
    private let isNew: Bool

    /// - Parameter isTrial: a book that isn't there is made elsewhere, so that no one finds it in its place.
    init(path: String, plans: [ImportPlan], currency: Currency?, isTrial: Bool) throws {
        isNew = access(path, F_OK) != 0
        let path = isNew && isTrial ? try ImportDesk.trialPath() : path
        self.path = path
        guard isNew else {
            book = try Books.open(path)
            if !isTrial { try ImportDesk.settleBase(of: book, by: currency ?? ImportDesk.currency(of: plans)) }
            return
        }
        if path == Paths.book(nil), path.contains("/") { try Paths.make((path as NSString).deletingLastPathComponent) }
        let base = currency ?? ImportDesk.currency(of: plans)
        var rules = Rules(base: base ?? .usd, zone: ProcessContext.zone)
        rules.isBaseOpen = base == nil
        book = try Books.create(path, rules: rules)
    }

    /// What the money of the files is in; where there is none, what their rates are told in.
    private static func currency(of plans: [ImportPlan]) -> Currency? {
        let rates = plans.filter { $0.kind == .rates }
        return (plans.filter { $0.kind != .rates } + rates).lazy.compactMap { ImportDesk.mainCurrency(of: $0) }.first
    }

    /// A book that began with customers alone counts in the currency of the first money that comes.
    private static func settleBase(of book: any Book, by currency: Currency?) throws {
        let rules = try book.rules()
        guard rules.isBaseOpen, let currency else { return }
        let moment = ProcessContext.moment(zone: rules.zone)
        let entry = NewEntry(
            id: ProcessContext.newID(), payer: nil, at: moment.at, day: moment.day, author: ProcessContext.author,
            text: RuntimeSentences.currencyOfFirstMoney,
            act: .rules(rules.counting(in: currency)))
        _ = try book.record([entry], seen: nil)
        Output.say(
            RuntimeSentences.bookCounts(in: currency))
    }

    private static func trialPath() throws -> String {
        try Paths.make(Paths.stateFolder)
        return Paths.stateFolder + "/trial-\(ProcessContext.newID().prefix(8)).duly"
    }

    /// Takes the new book away again, as if nothing had been tried.
    func withdraw() {
        guard isNew else { return }
        try? book.close()
        Books.remove(path)
    }

    /// By kind, by the day on which they were true, by name. Customers and rates first, so that items find their terms;
    /// open items before the history, which says nothing of parts that were paid before; payments after the items that
    /// they settle.
    static func isBefore(_ left: ImportPlan, _ right: ImportPlan) -> Bool {
        (order(left.kind), left.day, left.file) < (order(right.kind), right.day, right.file)
    }

    private static func order(_ kind: ExtractKind) -> Int {
        switch kind {
        case .rates: 0
        case .customers: 1
        case .openItems: 2
        case .invoiceHistory: 3
        case .payments: 4
        case .notes: 5
        case .answers: 6
        }
    }

    private struct Enough: Error {}

    /// The currency of most of the first thousand items or payments, or what rates are told in: what a new book counts
    /// in.
    private static func mainCurrency(of plan: ImportPlan) -> Currency? {
        var counts: [Currency: Int] = [:]
        var rows = 0
        var source = plan.source()
        try? source.forEach { row in
            rows += 1
            switch row {
            case .item(let item): counts[item.currency, default: 0] += 1
            case .payment(let payment): counts[payment.currency, default: 0] += 1
            case .rate(let rate): if let target = rate.target { counts[target, default: 0] += 1 }
            default: break
            }
            if rows == 1_000 { throw Enough() }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
