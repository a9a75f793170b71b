import Exchange
import Foundation
import Receivables
import Testing

/// A file as some system exports it, and what is right for it: a line of a table beside the files, its parts separated
/// by tabs. In names of accounts `~` stands for a blank.
struct ExtractCase: Sendable, CustomTestStringConvertible {
    let folder: String
    let file: String
    let currency: Currency?
    /// nil where the file has to be refused.
    let kind: ExtractKind?
    /// What each account owes, less what is disputed and less cash on account.
    let totals: [String: String]
    /// By number of the item; empty for one whose terms nobody understands.
    let days: [String: String]
    /// Words of the report or of the refusal.
    let says: String

    var testDescription: String { file }

    init?(_ line: Substring, folder: String) {
        guard !line.hasPrefix("#"), !line.isEmpty else { return nil }
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3 else { return nil }
        self.folder = folder
        file = parts[0]
        currency = Currency(parts[1])
        kind = parts[2] == "refused" ? nil : ExtractKind(rawValue: parts[2])
        totals = ExtractCase.pairs(parts.count > 3 ? parts[3] : "")
        days = ExtractCase.pairs(parts.count > 4 ? parts[4] : "")
        says = parts.count > 5 ? parts[5] : ""
    }

    private static func pairs(_ text: String) -> [String: String] {
        let pairs: [(String, String)] = text.split(separator: " ").compactMap { part in
            let pair = String(part)
            guard let sign = pair.lastIndex(of: "=") else { return nil }
            let name = String(pair[pair.startIndex..<sign])
            return (name.replacing("~", with: " "), String(pair[pair.index(after: sign)..<pair.endIndex]))
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// - Parameter table: its name in the folder of this project's extracts.
    static func all(_ table: String, folder: String) -> [ExtractCase] {
        guard FileManager.default.fileExists(atPath: folder),
            let text = try? String(contentsOfFile: ExtractCase.ownFolder + "/" + table, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").compactMap { ExtractCase($0, folder: folder) }
    }

    static let ownFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Extracts").path()

    /// What became of it.
    enum Outcome: Equatable {
        case right
        /// It wasn't imported, and somebody is told what to say or what to export instead.
        case asked(String)
        /// Something is wrong, and the report has a word on it.
        case wrong(String)
        /// A wrong figure, and no word.
        case silent(String)
    }

    func outcome() -> Outcome {
        let book: Collected
        do {
            book = try Collected(
                folder + "/" + file, ImportOptions(currency: currency), today: Day(number: 20_785))
        } catch let error as ImportError {
            guard kind == nil else { return .asked(error.sentence) }
            return says.isEmpty || error.sentence.contains(says)
                ? .right : .asked("without “\(says)”: \(error.sentence)")
        } catch {
            return .asked("\(error)")
        }
        guard let kind else { return .silent("imported as \(book.plan.kind.rawValue)") }
        guard book.plan.kind == kind else { return .silent("as \(book.plan.kind.rawValue)") }
        let words = book.allNotices + book.source.problems.map(\.reason) + book.source.skips.keys.map { "\($0)" }
        var faults = differences("owes", totals, owed(book)) + differences("is due", days, dues(book))
        let said = words.joined(separator: "\n")
        if !says.isEmpty, !said.contains(says), !skipped(book).contains(says) { faults.append("doesn't say “\(says)”") }
        if faults.isEmpty { return .right }
        let fault = faults.joined(separator: "; ")
        return words.isEmpty ? .silent(fault) : .wrong(fault + " (says: " + said.replacing("\n", with: " | ") + ")")
    }

    private func skipped(_ book: Collected) -> String {
        book.source.skips.keys.map { reason in
            switch reason {
            case .writtenOff: "written off"
            case .planned: "planned"
            case .void: "void"
            case .total: "total"
            default: ""
            }
        }.joined(separator: " ")
    }

    private func differences(_ words: String, _ wanted: [String: String], _ found: [String: String]) -> [String] {
        var wanted = wanted
        // Whoever names accounts names all of them.
        if words == "owes", !wanted.isEmpty {
            for key in found.keys where wanted[key] == nil { wanted[key] = "nothing" }
        }
        return wanted.sorted { $0.key < $1.key }.filter { found[$0.key] != $0.value }.map {
            "\($0.key) \(words) \(found[$0.key] ?? "nothing"), not \($0.value)"
        }
    }

    private func owed(_ book: Collected) -> [String: String] {
        var sums: [String: Money] = [:]
        func add(_ minor: Int64, _ currency: Currency, to account: AccountNumber) {
            sums[account.text] = Money(minor: (sums[account.text]?.minor ?? 0) + minor, currency)
        }
        for item in book.items {
            var isDisputed = false
            if case .marked = item.erpDispute { isDisputed = true }
            add(isDisputed ? 0 : item.open ?? item.amount, item.currency, to: item.account)
        }
        for payment in book.payments { add(-payment.amount, payment.currency, to: payment.account) }
        return sums.mapValues(\.decimal)
    }

    private func dues(_ book: Collected) -> [String: String] {
        Dictionary(book.items.map { ($0.number, $0.due?.iso ?? "") }) { first, _ in first }
    }
}
