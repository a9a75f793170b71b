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
                throw CommandFailure(.usage, ImportPageSentences.isAFolder(file))
            }
            try round.open([file])
            try round.run()
            return round.reports.first.map { ImportLook($0) } ?? ImportLook(problem: ImportPageSentences.nothingInIt)
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
            case .olderThanLast: refusal.finding + " " + ImportPageSentences.ifMeant
            case .empty, .wouldClear:
                refusal.finding + " " + ImportPageSentences.ifPartOrTrue
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
            ImportPageSentences.rows(plan.rowsSeen, of: plan.day, plan.daySource.words),
            (plan.sheet.map(ImportPageSentences.sheet)
                ?? ImportPageSentences.text(plan.encoding.rawValue, separator: sign)) + ", "
                + ImportPageSentences.header(onLine: plan.headerLine),
        ]
        if let profile = plan.profile { head.append(ImportPageSentences.readWithProfile(profile)) }
        columns = ImportLook.columns(plan.columns, plan.conventions)
        notices = plan.notices
        sheets = plan.sheets
        guard let preview = try? ImportPreview(of: plan) else { return }
        show(preview)
    }

    private static let everyEncoding = TextEncoding.allCases.map { Choice($0.name, $0.words) }

    private init(_ report: ImportReport) {
        self.init(report.plan)
        changes = [
            ImportPageSentences.rows(
                report.rows, accepted: report.accepted, refused: report.rejected, skipped: report.skipped)
        ]
        if !report.skippedWords.isEmpty { changes.append(ImportPageSentences.skipped(report.skippedWords)) }
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
        head = [ImportPageSentences.header(onLine: outline.headerLine)]
        columns = ImportLook.columns(outline.columns)
        if case .missingColumns = error { problem? += " " + ImportPageSentences.sayWhichColumn }
        if case .noHeader(_, let cells) = error, !cells.isEmpty {
            problem? += " " + ImportPageSentences.cellsAreBelow(line: outline.headerLine)
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
                text: ImportPageSentences.whichDates(column) + (hint.isEmpty ? "" : " \(hint)"),
                subject: .setting(.dates),
                answers: orders.map { order in
                    let readings = samples.compactMap { sample in
                        sample.readings[order].map { ImportPageSentences.reading(sample.value, is: $0.long) }
                    }
                    return ImportLook.Choice(order.rawValue, "\(order.words): \(readings.joined(separator: "; "))")
                })
        case .contradictoryDates(_, let column, let first, let second):
            self.init(
                text:
                    ImportPageSentences.datesDisagree(column, first, second),
                subject: .setting(.dates), answers: DateOrder.allCases.map { ImportLook.Choice($0.rawValue, $0.words) })
        case .ambiguousAmounts(_, let column, let samples):
            self.init(
                text: ImportPageSentences.whichAmounts(column), subject: .setting(.decimal),
                answers: DecimalSign.allCases.map { sign in
                    let readings = samples.map { sample in
                        ImportPageSentences.reading(
                            sample.value, is: "\(sign == .point ? sample.withPoint : sample.withComma)")
                    }
                    return ImportLook.Choice(sign.rawValue, "\(sign.words): \(readings.joined(separator: "; "))")
                })
        case .contradictoryAmounts(_, let column, let point, let comma):
            self.init(
                text:
                    ImportPageSentences.amountsDisagree(column, point: point, comma: comma),
                subject: .setting(.decimal),
                answers: DecimalSign.allCases.map { ImportLook.Choice($0.rawValue, $0.words) })
        case .unclearSigns(_, let column, let count, let rows, let first):
            self.init(
                text:
                    ImportPageSentences.whatMinusMeans(column, count, of: rows, first),
                subject: .setting(.signs),
                answers: AmountSigns.allCases.map { ImportLook.Choice($0.rawValue, $0.words) })
        case .unclearEncoding(_, let readings, let isKnown):
            self.init(
                text: isKnown ? ImportPageSentences.whichEncoding : ImportPageSentences.whichEncodingOfAll,
                subject: .setting(.encoding),
                answers: readings.map { reading in
                    let words = ImportPageSentences.onLine(reading.example)
                    return ImportLook.Choice(reading.encoding.name, "\(reading.encoding.words): \(words)")
                })
        case .noCurrency:
            self.init(text: ImportPageSentences.whichCurrency, subject: .setting(.currency), answers: [])
        case .unclearKind:
            self.init(
                text: ImportPageSentences.whichKind,
                subject: .setting(.kind),
                answers: [
                    ImportLook.Choice(ExtractKind.openItems.rawValue, ImportPageSentences.openItems),
                    ImportLook.Choice(ExtractKind.payments.rawValue, ImportPageSentences.payments),
                ])
        case .rivalSheets(_, let sheets):
            self.init(
                text:
                    ImportPageSentences.whichSheet(sheets.count),
                subject: .setting(.sheet), answers: sheets.map { ImportLook.Choice($0, ImportPageSentences.sheet($0)) })
        case .rivalColumns(_, _, let meaning, let columns):
            self.init(
                text: ImportPageSentences.whichColumn(columns.count, meaning.words),
                subject: .column(ofMeaning: meaning.key),
                answers: columns.map { column in
                    ImportLook.Choice(column.header, "\(column.header): \(column.values.joined(separator: "; "))")
                })
        case .unclearOpenAmount(_, _, let column, let value, _, let whole):
            self.init(
                text: ImportPageSentences.isItStillOpen(column, value, of: "\(whole)"),
                subject: .meaning(ofColumn: column),
                answers: [
                    ImportLook.Choice(ColumnMeaning.open.key, ImportPageSentences.stillOpen),
                    ImportLook.Choice(ColumnMeaning.applied.key, ImportPageSentences.wasPaid),
                    ImportLook.Choice("", ImportPageSentences.neither),
                ])
        case .accountBalance(_, let column, let balance):
            self.init(
                text: ImportPageSentences.wasAnythingPaid(column, balance),
                subject: .meaning(ofColumn: column),
                answers: [ImportLook.Choice("", ImportPageSentences.leaveBalanceAside)])
        default: return nil
        }
    }
}
