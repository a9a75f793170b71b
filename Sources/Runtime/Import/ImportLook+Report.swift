import Exchange
import Foundation
import Receivables
import Workstation

// A look at a file: what Exchange and the book say of it, in the import page's words.
extension ImportLook {
    /// What a line of the pipe begins with that is a look, as JSON.
    package static let mark = "= "

    /// Tries an import that changes nothing.
    ///
    /// - Throws: only when it is interrupted; whatever else goes wrong is what the look shows.
    package static func taken(of file: String, _ options: ImportOptions, book: String, isForced: Bool) throws
        -> ImportLook
    {
        var round = ImportRound(options: options, path: book, isForced: isForced, isTrial: true)
        do {
            guard !Inbox.isFolder(file) else {
                throw CommandFailure(.usage, "\(file) is a folder: name a file, or say duly import \(file).")
            }
            try round.open([file])
            try round.run()
            return round.reports.first.map { ImportLook($0) } ?? ImportLook(problem: "There is nothing in it.")
        } catch let error as Interrupted {
            throw error
        } catch let error as ImportError {
            return ImportLook(error, of: file, options)
        } catch {
            guard let plan = round.plans.first else { return ImportLook(problem: ImportLook.sentence(error)) }
            var look = ImportLook(plan)
            look.problem = ImportLook.sentence(error)
            return look
        }
    }

    private static func sentence(_ error: any Error) -> String {
        switch error {
        case let failure as CommandFailure: failure.sentence.trimmingCharacters(in: .newlines)
        case BookError.refused(let refusal):
            switch refusal {
            case .olderThanLast: refusal.finding + " If that is meant, say so below by “if odd”."
            case .empty, .wouldClear:
                refusal.finding
                    + " If it is a part of the ledger, say so below by “extract”; if it is true, by “if odd”."
            case .nothingFits, .tooLarge: refusal.finding
            }
        case let error as BookError: error.sentence
        default: CommandFailure.sentence(error)
        }
    }

    private init(problem: String) {
        self.init()
        self.problem = problem
        kinds = ExtractKind.allCases.map { Choice($0.rawValue, $0.title) }
        meanings = ColumnMeaning.nameable.map { Choice($0.key, $0.words) }
    }

    private init(_ plan: ImportPlan) {
        self.init(problem: "")
        problem = nil
        let sign = plan.delimiter == "\t" ? "tab" : plan.delimiter
        kind = plan.kind.title
        contents = plan.contentHash
        if plan.encoding != .utf8 { encodings = ImportLook.everyEncoding }
        head = [
            "\(plan.rowsSeen) \(plan.rowsSeen == 1 ? "row" : "rows") of \(plan.day.long) (\(plan.daySource.words))",
            (plan.sheet.map { "the sheet “\($0)”" } ?? "\(plan.encoding.rawValue), cells separated by \(sign)")
                + ", header on line \(plan.headerLine)",
        ]
        if let profile = plan.profile { head.append("read with the profile \(profile)") }
        columns = ImportLook.columns(plan.columns, plan.conventions)
        notices = plan.notices
        sheets = plan.sheets
        guard let preview = try? ImportPreview(of: plan) else { return }
        show(preview)
    }

    private static let everyEncoding = TextEncoding.allCases.map { Choice($0.name, $0.words) }

    private init(_ report: ImportReport) {
        self.init(report.plan)
        let rows = "\(report.rows) \(report.rows == 1 ? "row" : "rows")"
        changes = ["\(rows): \(report.accepted) accepted, \(report.rejected) refused, \(report.skipped) skipped"]
        if !report.skippedWords.isEmpty { changes.append("skipped: \(report.skippedWords)") }
        changes += report.changes
        summary = ([changes[0]] + report.changes.suffix(report.amounts.count)).joined(separator: "; ")
        // They stand under a title that says as much.
        refusals = report.refusals.map { $0.hasPrefix("refused: ") ? String($0.dropFirst(9)) : $0 }
        refused = report.rejected
        notices = report.notices
    }

    private mutating func show(_ preview: ImportPreview) {
        titles = preview.titles
        figures = preview.figures
        rows = preview.rows.map { row in
            Row(line: row.line, texts: row.texts.map { String($0.prefix(ImportLook.longestCell)) })
        }
    }

    /// More of a cell than a screen shows.
    private static let longestCell = 200

    private static func columns(
        _ columns: [(header: String, meaning: ColumnMeaning?)], _ conventions: [String: String] = [:]
    ) -> [Column] {
        columns.filter { !$0.header.isEmpty }.map { column in
            Column(header: column.header, meaning: column.meaning?.key, convention: conventions[column.header] ?? "")
        }
    }

    /// What can't be taken yet: its columns, and what is to be answered.
    private init(_ error: ImportError, of file: String, _ options: ImportOptions) {
        // The page names the file above.
        let sentence = error.finding
        self.init(problem: sentence.hasPrefix(file + ", ") ? String(sentence.dropFirst(file.count + 2)) : sentence)
        question = Question(error)
        if question != nil { problem = nil }
        if case .unclearEncoding = error { encodings = ImportLook.everyEncoding }
        guard let outline = try? ImportOutline(of: file, options) else { return }
        sheets = outline.sheets
        kind = outline.kind.title
        head = ["header on line \(outline.headerLine)"]
        columns = ImportLook.columns(outline.columns)
        if case .missingColumns = error { problem? += " Say below which column holds it." }
        if case .noHeader(_, let cells) = error, !cells.isEmpty {
            problem? += " They are below, as line \(outline.headerLine) has them."
        }
    }
}

extension ImportLook.Question {
    /// Nil for what can't be answered by a word.
    fileprivate init?(_ error: ImportError) {
        switch error {
        case .ambiguousDates(_, let column, let samples, let hint):
            let orders = DateOrder.allCases.filter { order in samples.contains { $0.readings[order] != nil } }
            self.init(
                text: "\(column): the dates fit more than one order. Which is it?" + (hint.isEmpty ? "" : " \(hint)"),
                subject: .setting(.dates),
                answers: orders.map { order in
                    let readings = samples.compactMap { sample in
                        sample.readings[order].map { "\(sample.value.text) on line \(sample.value.line) is \($0.long)" }
                    }
                    return ImportLook.Choice(order.rawValue, "\(order.words): \(readings.joined(separator: "; "))")
                })
        case .contradictoryDates(_, let column, let first, let second):
            self.init(
                text:
                    """
                    \(column): \(first.text) on line \(first.line) and \(second.text) on line \(second.line) \
                    can't be of one
                    """
                        + " order. Export the file again, or choose one and lose the rows that don't fit.",
                subject: .setting(.dates), answers: DateOrder.allCases.map { ImportLook.Choice($0.rawValue, $0.words) })
        case .ambiguousAmounts(_, let column, let samples):
            self.init(
                text: "\(column): the amounts read two ways. Which is it?", subject: .setting(.decimal),
                answers: DecimalSign.allCases.map { sign in
                    let readings = samples.map { sample in
                        """
                        \(sample.value.text) on line \(sample.value.line) is \
                        \(sign == .point ? sample.withPoint : sample.withComma)
                        """
                    }
                    return ImportLook.Choice(sign.rawValue, "\(sign.words): \(readings.joined(separator: "; "))")
                })
        case .contradictoryAmounts(_, let column, let point, let comma):
            self.init(
                text:
                    """
                    \(column): \(point.text) on line \(point.line) has a decimal point, \(comma.text) on line \
                    \(comma.line) a
                    """
                        + """
                         decimal comma. Export the file again, or choose one, and the rows that don't fit are \
                        refused.
                        """
                ,
                subject: .setting(.decimal),
                answers: DecimalSign.allCases.map { ImportLook.Choice($0.rawValue, $0.words) })
        case .unclearSigns(_, let column, let count, let rows, let first):
            self.init(
                text:
                    "\(column): \(count) of \(rows) amounts have a minus, as \(first.text) on line \(first.line). What "
                    + "does it mean?",
                subject: .setting(.signs),
                answers: AmountSigns.allCases.map { ImportLook.Choice($0.rawValue, $0.words) })
        case .unclearEncoding(_, let readings, let isKnown):
            self.init(
                text: isKnown
                    ? "The file is not UTF-8, and more than one encoding fits. Which is it?"
                    : "The file is not UTF-8, and no encoding fits well. Which is it? More are below, by “encoding”.",
                subject: .setting(.encoding),
                answers: readings.map { reading in
                    let words = "\(reading.example.text) on line \(reading.example.line)"
                    return ImportLook.Choice(reading.encoding.name, "\(reading.encoding.words): \(words)")
                })
        case .noCurrency:
            self.init(text: "No row names a currency. Which is it?", subject: .setting(.currency), answers: [])
        case .unclearKind:
            self.init(
                text: "The columns fit a list of open items and one of payments, and nothing tells which. Which is it?",
                subject: .setting(.kind),
                answers: [
                    ImportLook.Choice(ExtractKind.openItems.rawValue, "open items: invoices that customers still owe"),
                    ImportLook.Choice(ExtractKind.payments.rawValue, "payments: money that came in"),
                ])
        case .rivalSheets(_, let sheets):
            self.init(
                text:
                    """
                    \(sheets.count) sheets have the same columns. Which is it? If it is a part of the ledger, say so \
                    below by “extract”.
                    """,
                subject: .setting(.sheet), answers: sheets.map { ImportLook.Choice($0, "the sheet “\($0)”") })
        case .rivalColumns(_, _, let meaning, let columns):
            self.init(
                text: "\(columns.count) columns may be the \(meaning.words), and they differ. Which is it?",
                subject: .column(ofMeaning: meaning.key),
                answers: columns.map { column in
                    ImportLook.Choice(column.header, "\(column.header): \(column.values.joined(separator: "; "))")
                })
        case .unclearOpenAmount(_, _, let column, let value, _, let whole):
            self.init(
                text: "\(column): \(value.text) of \(whole) on line \(value.line). Is it what is still open?",
                subject: .meaning(ofColumn: column),
                answers: [
                    ImportLook.Choice(ColumnMeaning.open.key, "yes: it is still open"),
                    ImportLook.Choice(ColumnMeaning.applied.key, "no: it was paid"),
                    ImportLook.Choice("", "neither: leave it aside"),
                ])
        case .accountBalance(_, let column, let balance):
            self.init(
                text: "\(column) has one value for all rows of a customer, as \(balance.text) on line \(balance.line): "
                    + "their balance. Was anything paid of the amounts?",
                subject: .meaning(ofColumn: column),
                answers: [ImportLook.Choice("", "no: leave the balance aside, the amounts are open")])
        default: return nil
        }
    }
}
