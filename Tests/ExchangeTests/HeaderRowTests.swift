import Exchange
import Foundation
import Receivables
import Testing

/// Header rows of many systems: what each column is, told from its name and from cells of its kind.
struct HeaderRowTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let system: String
        let kind: ExtractKind
        let columns: [(header: String, code: String)]

        var testDescription: String { system }
    }

    static let cases: [Case] = {
        let text = (try? String(contentsOfFile: ExtractCase.ownFolder + "/headers.txt", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let parts = line.split(separator: "|").map(String.init)
            guard parts.count == 3, let kind = ExtractKind(rawValue: parts[1]) else { return nil }
            let columns = parts[2].split(separator: ";").compactMap { part -> (String, String)? in
                guard let colon = part.lastIndex(of: ":") else { return nil }
                let header = part[..<colon].trimmingCharacters(in: .whitespaces)
                return (header, part[part.index(after: colon)...].trimmingCharacters(in: .whitespaces))
            }
            return Case(system: parts[0], kind: kind, columns: columns)
        }
    }()

    static let meanings: [String: ColumnMeaning] = [
        "ac": .account, "nm": .accountName, "no": .itemNumber, "dt": .day, "du": .due, "am": .amount, "op": .open,
        "pd": .applied, "cu": .currency, "st": .status, "ty": .documentType, "te": .terms, "se": .settled,
        "po": .purchaseOrder, "co": .company, "ag": .daysOverdue, "em": .contactEmail, "ph": .contactPhone,
        "cn": .contactName, "dr": .debit, "cr": .credit, "pt": .paymentReference,
    ]

    private static let cells: [String: [String]] = [
        "ac": ["100020", "100020", "100031"], "nm": ["Alder Joinery", "Alder Joinery", "Birch Cafe"],
        "no": ["9001", "9002", "9003"], "dt": ["2026-08-03", "2026-08-20", "2026-09-15"],
        "du": ["2026-09-02", "2026-09-19", "2026-10-15"], "am": ["119.00", "1200.50", "80.00"],
        "op": ["119.00", "200.50", "80.00"], "pd": ["0.00", "1000.00", "0.00"], "cu": ["EUR", "EUR", "EUR"],
        "st": ["open", "partially paid", "overdue"], "ty": ["Invoice", "Invoice", "Invoice"],
        "te": ["Net 30", "Net 30", "Net 30"], "se": ["2026-09-10", "", "2026-10-20"], "po": ["PO-7", "", "PO-9"],
        "co": ["1000", "1000", "1000"], "ag": ["87", "70", "44"],
        "em": ["ap@example.com", "ap@example.com", "pay@example.com"],
        "ph": ["+44 20 7946 0011", "+44 20 7946 0011", "+49 30 901820"], "cn": ["Jo", "Jo", "Max"],
        "dr": ["119.00", "200.50", "80.00"], "cr": ["0.00", "0.00", "0.00"], "pt": ["P-1", "P-2", "P-3"],
        "-": ["x", "x", "y"],
    ]

    /// Nil where every column is read as it is.
    static func fault(_ row: Case) throws -> String? {
        let rows = (0..<3).map { nth in row.columns.map { cells[$0.code]?[nth] ?? "" }.joined(separator: ";") }
        let text = ([row.columns.map(\.header).joined(separator: ";")] + rows).joined(separator: "\n") + "\n"
        let file = try TemporaryFile(text)
        let plan: ImportPlan
        do {
            plan = try ImportFile.open(
                file.path, ImportOptions(currency: Currency("EUR")), today: Day(number: 20_785))
        } catch let error as ImportError {
            return "asked: \(error.finding)"
        }
        guard plan.kind == row.kind else { return "as \(plan.kind.rawValue)" }
        // Customers that are known by name only have it for a number.
        let isNamed = !row.columns.contains { $0.code == "ac" }
        let wrong = zip(plan.columns, row.columns).compactMap { found, wanted -> String? in
            var meaning = meanings[wanted.code]
            if isNamed, meaning == .accountName { meaning = .account }
            guard found.meaning != meaning else { return nil }
            // What nobody needs may be read as a detail, never as money, a day or a number.
            if meaning == nil, ![.amount, .open, .day, .due, .itemNumber, .account].contains(found.meaning) {
                return nil
            }
            return "\(found.header) is \(found.meaning?.words ?? "left aside")"
        }
        return wrong.isEmpty ? nil : wrong.joined(separator: ", ")
    }

    @Test("The header row of a system is read as it is meant", arguments: cases)
    func headerRow(row: Case) throws {
        if let fault = try HeaderRowTests.fault(row) { Issue.record("\(row.system): \(fault)") }
    }

    @Test("There are header rows of more than two hundred exports")
    func count() { #expect(HeaderRowTests.cases.count > 200) }
}
