import Exchange
import Foundation
import Receivables
import Terminal

extension Output {
    /// A list as a table: figures to the right, everything else to the left, columns as wide as they need.
    package static func show(_ list: Listing, none: String) {
        guard !list.rows.isEmpty else { return show([Line(none, .muted)]) }
        let texts = [list.columns] + list.rows.map { $0.map(\.text) }
        let widths = list.columns.indices.map { column in texts.map { Line($0[column]).width }.max() ?? 0 }
        let areFigures = list.columns.indices.map { column in list.rows.allSatisfy { $0[column].isPlain } }
        let lines = texts.enumerated().map { nth, row in
            row.indices.reduce(Line()) { line, column in
                let cell = Line(row[column], nth == 0 ? .muted : .normal)
                    .padded(to: widths[column], areFigures[column] ? .right : .left)
                return column == 0 ? cell : line.then("  ") + cell
            }
        }
        show(lines)
    }
}
