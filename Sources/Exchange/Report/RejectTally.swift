import Receivables

/// Refused rows by reason: a thousand of one mistake is one line.
public struct RejectTally: Sendable, Hashable {
    /// The column's header as the file has it; empty where rows as a whole are meant.
    public var column: String
    /// Without the value at fault, which differs from row to row.
    public var reason: String
    /// How many rows were refused for it.
    public var count: Int
    /// The first one.
    public var first: RowProblem

    /// `12 × amount: no amount (first on line 5)`.
    var sentence: String {
        guard count > 1 else { return first.sentence }
        return "\(count) × " + (column.isEmpty ? "" : "\(column): ") + "\(reason) (first on line \(first.line))"
    }
}

/// Counts refused rows by reason as they come, whatever their number.
struct RejectCount: Sendable {
    private var places: [String: Int] = [:]
    private var tallies: [RejectTally] = []

    mutating func add(_ problem: RowProblem) {
        let reason = RejectCount.withoutValues(problem.reason)
        let key = problem.column + "\n" + reason
        if let place = places[key] {
            tallies[place].count += 1
        } else {
            places[key] = tallies.count
            tallies.append(RejectTally(column: problem.column, reason: reason, count: 1, first: problem))
        }
    }

    /// The most frequent first.
    var sorted: [RejectTally] { tallies.sorted { ($1.count, $0.first.line) < ($0.count, $1.first.line) } }

    /// `“31.02.2025” is no date` is `… is no date`.
    private static func withoutValues(_ reason: String) -> String {
        var text = ""
        var isQuoted = false
        for letter in reason {
            switch letter {
            case "“": isQuoted = true
            case "”":
                isQuoted = false
                text += "…"
            default: if !isQuoted { text.append(letter) }
            }
        }
        return text
    }
}
