import Exchange
import FileStore
import Foundation
import Receivables
import Telephony

/// The book that files go into; made on the first import, and unmade if that fails.
struct ImportDesk {
    let book: FileBook
    private let path: String
    private let isNew: Bool

    /// - Parameter isTrial: a book that isn't there is made elsewhere, so that nobody finds it in its place.
    init(path: String, plans: [ImportPlan], currency: Currency?, isTrial: Bool) throws {
        isNew = access(path, F_OK) != 0
        let path = isNew && isTrial ? try ImportDesk.trialPath() : path
        self.path = path
        guard isNew else {
            book = try FileBook.opened(path)
            return
        }
        if path == Paths.book(nil), path.contains("/") { try Paths.make((path as NSString).deletingLastPathComponent) }
        let base = currency ?? plans.lazy.compactMap { ImportDesk.mainCurrency(of: $0) }.first ?? .usd
        book = try FileBook(creating: path, rules: Rules(base: base, zone: World.zone), id: World.newID(),
            telephones: Telephony.parser)
    }

    private static func trialPath() throws -> String {
        try Paths.make(Paths.stateFolder)
        return Paths.stateFolder + "/trial-\(World.newID().prefix(8)).duly"
    }

    /// Takes the new book away again, as if nothing had been tried.
    func withdraw() {
        guard isNew else { return }
        try? book.close()
        FileBook.files(of: path).forEach { unlink($0) }
    }

    /// By kind, by the day on which they were true, by name. Customers and rates first, so that items find their terms; open items before the history, which says nothing of
    /// parts that were paid before; payments after the items that they settle.
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

    /// The currency of most of the first thousand items: what a new book counts in.
    private static func mainCurrency(of plan: ImportPlan) -> Currency? {
        var counts: [Currency: Int] = [:]
        var rows = 0
        var source = plan.source()
        try? source.forEach { row in
            rows += 1
            if case .item(let item) = row { counts[item.currency, default: 0] += 1 }
            if rows == 1_000 { throw Enough() }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
