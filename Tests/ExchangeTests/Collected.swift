import Exchange
import Foundation
import Receivables

/// What an import gave, held in memory: a book for tests.
struct Collected {
    var plan: ImportPlan
    var source: ImportSource
    var customers: [CustomerRow] = []
    var items: [ItemRow] = []
    var payments: [PaymentRow] = []
    var rates: [RateRow] = []
    var notes: [NoteRow] = []
    /// Items that came again with the same figures: a book finds them when they lie side by side.
    var copies = 0

    init(_ path: String, _ options: ImportOptions = ImportOptions(), today: Day = Day(number: 20_500)) throws {
        plan = try ImportFile.open(path, options, today: today)
        source = plan.source()
        var rows: [ExtractRow] = []
        try source.forEach { rows.append($0) }
        var known: Set<ItemRow> = []
        for row in rows {
            switch row {
            case .customer(let row): customers.append(row)
            case .item(let row):
                var figures = row
                figures.line = 0
                if known.insert(figures).inserted { items.append(row) } else { copies += 1 }
            case .payment(let row): payments.append(row)
            case .rate(let row): rates.append(row)
            case .note(let row): notes.append(row)
            case .answer: break
            case .refused: break
            }
        }
    }

    /// What a file with these contents gives.
    init(of bytes: [UInt8], _ options: ImportOptions = ImportOptions()) throws {
        let file = try TemporaryFile(bytes)
        self = try withExtendedLifetime(file) { try Collected(file.path, options) }
    }

    init(of text: String, _ options: ImportOptions = ImportOptions()) throws {
        try self.init(of: Array(text.utf8), options)
    }

    /// Items with something open, and cash that no item has taken yet.
    var openRows: Int { items.count { ($0.open ?? $0.amount) != 0 } + payments.count }

    /// Open amounts less unapplied cash, per currency.
    var totals: [Currency: Int64] {
        var totals: [Currency: Int64] = [:]
        for item in items { totals[item.currency, default: 0] += item.open ?? item.amount }
        for payment in payments { totals[payment.currency, default: 0] -= payment.amount }
        return totals
    }

    var allNotices: [String] { plan.notices + source.notices }
}

/// The real extracts that lie beside the project, where there are any.
enum SharedData {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data").path()

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder + "/README.md") }
    static func path(_ name: String) -> String { folder + "/" + name }
}

/// A file that is gone when its test is.
final class TemporaryFile {
    let path = FileManager.default.temporaryDirectory.appending(path: "duly-\(UUID().uuidString).csv").path()

    init(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }
    convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }
    deinit { for file in [path, RejectsFile.pathBefore(path)] { try? FileManager.default.removeItem(atPath: file) } }
}
