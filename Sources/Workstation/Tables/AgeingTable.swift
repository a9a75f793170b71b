import Receivables
import Terminal

/// An ageing as a table of text.
public struct AgeingTable {
    let report: AgeingReport
    let byAccount: Bool
    let width: Int
    /// Wide enough for the longest figure of all.
    private let column: Int

    /// Prepares the table.
    ///
    /// - Parameters:
    /// - byAccount: a row per account and currency before the totals.
    /// - width: columns of the table.
    public init(_ report: AgeingReport, byAccount: Bool, width: Int) {
        self.report = report
        self.byAccount = byAccount
        self.width = width
        let ageings = Array(report.totals.values) + (byAccount ? report.rows.map(\.ageing) : [])
        column = max(14, 1 + (ageings.flatMap(AgeingTable.figures).map(\.count).max() ?? 0))
    }

    /// Heading, rows and totals; currencies in the order of their codes.
    public var lines: [Line] {
        var lines = [Line(TableSentences.ageing(asOf: report.day), .title), head]
        if byAccount {
            for row in report.rows { lines.append(line(row.name.isEmpty ? row.account.text : row.name, row.ageing)) }
        }
        for ageing in report.totals.values.sorted(by: { $0.currency < $1.currency }) {
            lines.append(line(byAccount ? TableSentences.total : "", ageing).styled(.strong))
        }
        if report.totals.isEmpty { lines.append(Line(TableSentences.nothingIsOpen, .muted)) }
        return lines
    }

    private var columns: [String] { report.buckets.names + [TableSentences.unapplied, TableSentences.balance] }
    private var label: Int { byAccount ? 26 : 4 }

    private var head: Line {
        columns.reduce(Line("").padded(to: label)) { $0 + Line($1, .muted).padded(to: column, .right) }
    }

    private func line(_ name: String, _ ageing: Ageing) -> Line {
        let start =
            byAccount
            ? Line(name).padded(to: label - 5).then(" ") + Line(ageing.currency.code).padded(to: 4)
            : Line(ageing.currency.code).padded(to: label)
        return AgeingTable.figures(ageing).reduce(start) { $0 + Line($1).padded(to: column, .right) }
    }

    private static func figures(_ ageing: Ageing) -> [String] {
        let amounts = ageing.buckets + [ageing.unapplied]
        return amounts.map { Money(minor: $0, ageing.currency).grouped } + [
            (try? ageing.balance.grouped) ?? TableSentences.tooLarge
        ]
    }
}
