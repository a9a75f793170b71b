import Receivables
import Terminal

extension ReasonsPane {
    /// Rule, measure × weight = points, and what they add up to.
    var lines: [Line] {
        var lines: [Line] = []
        for axis in [Axis.urgency, .value] {
            let reasons = standing.reasons.filter { $0.axis == axis }
            guard !reasons.isEmpty else { continue }
            lines.append(Line(axis.rawValue.prefix(1).uppercased() + axis.rawValue.dropFirst(), .title))
            for reason in reasons {
                lines.append(
                    (Line("  \(reason.rule.rawValue)").padded(to: 19)
                        + Line("\(ReasonsPane.tenths(reason.measure)) \u{00D7} \(reason.weight) = ").padded(to: 13, .right))
                        .then("\(reason.points)", .strong))
                lines.append(Line("    \(reason.text)", .muted))
            }
        }
        lines.append(Line())
        lines.append(
            Line("Score ", .title).then("\(standing.score)", .strong)
                .then(" = urgency \(standing.urgency) + value \(standing.value); cell \(standing.cell.title)"))
        switch standing.place {
        case .queue: break
        case .rests(let until, let why): lines.append(Line("Rests until \(until.short): \(why.text)", .promised))
        case .clear: lines.append(Line("Nothing is open and nothing agreed.", .muted))
        }
        return lines
    }

    /// A measure is kept in tenths of its unit: `5.2`, `4`.
    private static func tenths(_ measure: Int) -> String {
        measure % 10 == 0 ? "\(measure / 10)" : "\(measure / 10).\(measure % 10)"
    }
}
