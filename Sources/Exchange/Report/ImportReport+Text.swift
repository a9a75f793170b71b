import Receivables

extension ImportReport {
    /// The report as a person reads it.
    ///
    /// - Parameter rejectsFile: where the refused rows were kept, if they were.
    public func text(rejectsFile: String? = nil) -> String {
        var lines = ["\(plan.file): \(plan.kind.title), \(plan.day.long) (\(plan.daySource.words))"]
        if let profile = plan.profile { lines.append("  read with the profile \(profile)") }
        if let preview { lines += mapping + preview.lines }
        lines.append(
            "  \(rows) \(rows == 1 ? "row" : "rows"): \(accepted) accepted, \(rejected) refused, \(skipped) skipped")
        if !skippedWords.isEmpty { lines.append("  skipped: \(skippedWords)") }
        lines += changes.map { "  \($0)" }
        lines += plan.conventions.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
        lines += notices.map { "  note: \($0)" }
        lines += (duplicateLines + refusals).map { "  \($0)" }
        if let rejectsFile { lines.append("  the refused rows are kept in \(rejectsFile)") }
        return lines.map { $0.visible() }.joined(separator: "\n") + "\n"
    }

    /// What was left out, in words: `2 blank rows, 1 total`.
    public var skippedWords: String {
        SkipReason.allCases.compactMap { reason in skips[reason].map { reason.words($0) } }.joined(separator: ", ")
    }

    private static let problemsShown = 10

    private var spelling: String {
        if let sheet = plan.sheet { return "the sheet \u{201C}\(sheet)\u{201D}" }
        let sign = plan.delimiter == "\t" ? "tabs" : "\u{201C}\(plan.delimiter)\u{201D}"
        return "\(plan.encoding.rawValue), cells separated by \(sign)"
    }

    private var mapping: [String] {
        let width = min(32, plan.columns.map(\.header.count).max() ?? 0)
        return ["  \(spelling), header on line \(plan.headerLine)"]
            + plan.columns.indices.filter { !plan.columns[$0].header.isEmpty }.map { place in
                let column = plan.columns[place]
                let why = plan.reasons[place].isEmpty || column.meaning == nil ? "" : ", \(plan.reasons[place])"
                let name = column.header.padded(to: width)
                return "    \(name)  \(column.meaning.map { "→ \($0.words)" } ?? "left aside")\(why)"
            }
    }

    /// What is new, updated, cleared, in numbers and in money by currency: a sentence a line.
    public var changes: [String] {
        var lines = ["accounts: \(counts.accountsNew) new, \(counts.accountsUpdated) updated"]
        if plan.kind == .openItems || plan.kind == .invoiceHistory {
            lines.append(
                "invoices: \(counts.itemsNew) new, \(counts.itemsUpdated) updated, "
                    + "\(counts.itemsUnchanged) unchanged, \(counts.itemsCleared) cleared")
        }
        if counts.paymentsNew + counts.paymentsUnchanged > 0 {
            lines.append("payments: \(counts.paymentsNew) new, \(counts.paymentsUnchanged) known")
        }
        if plan.kind == .notes { lines.append("notes: \(counts.notesNew) new, \(counts.notesUnchanged) known") }
        if plan.kind == .answers { return ["answers: \(counts.answersNew) new, \(counts.answersUnchanged) known"] }
        if plan.kind == .rates {
            lines.append("rates: \(counts.ratesChanged) new or changed, \(counts.ratesUnchanged) known")
        }
        return lines + amounts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.words(in: $0.key))" }
    }

    private var duplicateLines: [String] {
        let lines = duplicates.prefix(ImportReport.problemsShown).map { "possible duplicate: \($0.sentence)" }
        return lines + more(than: lines.count, of: duplicateCount)
    }

    /// The refused rows: one by one where they are few, else by reason.
    public var refusals: [String] {
        if rejects.count <= ImportReport.problemsShown {
            return rejects.map { "refused: \($0.sentence)" } + more(than: rejects.count, of: rejected)
        }
        return rejectTally.prefix(ImportReport.problemsShown).map { "refused: \($0.sentence)" }
            + more(than: ImportReport.problemsShown, of: rejectTally.count)
    }

    private func more(than shown: Int, of count: Int) -> [String] { count > shown ? ["and \(count - shown) more"] : [] }
}

extension ImportAmounts {
    /// `1,700.00 new, −40.00 changed, 90.50 cleared`: what there is.
    func words(in currency: Currency) -> String {
        let figures = [(new, "new"), (updated, "on known items"), (cleared, "cleared"), (received, "received")]
        let words = figures.filter { $0.0 != 0 }.map { "\(Money(minor: $0.0, currency).grouped) \($0.1)" }
        return words.isEmpty ? "no change" : words.joined(separator: ", ")
    }
}

extension ImportPreview {
    /// A small table.
    var lines: [String] {
        guard !rows.isEmpty else { return [] }
        let widest = 24
        let cells = [["line"] + titles] + rows.map { [String($0.line)] + $0.texts.map { $0.visible() } }
        let used = cells[0].indices.filter { place in cells.dropFirst().contains { !$0[place].isEmpty } }
        let widths = cells[0].indices.map { place in min(widest, cells.map { $0[place].count }.max() ?? 0) }
        return cells.map { row in
            let texts = used.map { place in
                row[place].padded(to: widths[place], onTheLeft: place == 0 || figures.contains(place - 1))
            }
            return "    " + texts.joined(separator: "  ")
        }
    }
}

extension PossibleDuplicate {
    /// What is alike, and what can be done about it.
    public var sentence: String {
        let place = line > 0 ? " (line \(line))" : ""
        return switch likeness {
        case .number(let other):
            "\(account)\(place) looks like \(other). If both are one customer: duly merge \(other) \(account)"
        case .name(let name): "\(account) is also called \(name)\(place); the name known first stays"
        }
    }
}

extension RowProblem {
    /// `line 12, amount: no amount`.
    public var sentence: String { "line \(line)" + (column.isEmpty ? "" : ", \(column)") + ": \(reason)" }
}

extension ExtractKind {
    /// `open items`.
    public var title: String {
        switch self {
        case .openItems: "open items"
        case .invoiceHistory: "invoice history"
        case .customers: "customers"
        case .payments: "payments"
        case .rates: "rates"
        case .notes: "notes"
        case .answers: "answers to disputes"
        }
    }
}

extension String {
    /// Cut or filled with spaces to a number of characters.
    fileprivate func padded(to width: Int, onTheLeft: Bool = false) -> String {
        guard count <= width else { return prefix(max(0, width - 1)) + "…" }
        let blanks = String(repeating: " ", count: width - count)
        return onTheLeft ? blanks + self : self + blanks
    }
}
