import Exchange
import Foundation
import Receivables

/// One run of `duly import`: which files, in which order, and what became of each.
package struct ImportRound {
    private var options: ImportOptions
    /// The path of the book.
    package let path: String
    /// Whether an import goes on although it looks wrong.
    package let isForced: Bool
    /// Whether nothing is to be changed.
    package let isTrial: Bool
    /// What was imported, or tried, in that order.
    package private(set) var reports: [ImportReport] = []
    /// Files of an inbox that were not taken.
    package private(set) var failures: [(file: String, sentence: String, status: Status)] = []
    /// Some of the files lie in a folder from which everything new is taken.
    package private(set) var hasInbox = false
    /// Files of an inbox that were taken before.
    package private(set) var known = 0
    /// Files of an inbox that hold a header alone, and so say nothing.
    private(set) var blank = 0

    /// What the files are, in the order in which they are taken.
    package private(set) var plans: [ImportPlan] = []
    private var fromInbox: Set<String> = []
    /// Files whose refused rows were kept.
    package private(set) var keptRejects: Set<String> = []

    /// Makes a round for one book; nothing is read yet.
    package init(options: ImportOptions, path: String, isForced: Bool, isTrial: Bool) {
        self.options = options
        self.path = path
        self.isForced = isForced
        self.isTrial = isTrial
    }

    /// Looks at the files named, and at what is new in the folders named.
    ///
    /// - Throws: where a file that was named can't be taken; one that lies in a folder is noted in `failures`.
    package mutating func open(_ names: [String]) throws {
        options.houseTerms = ImportRound.houseTerms(path)
        for name in names {
            if Inbox.isFolder(name) {
                hasInbox = true
                try openInbox(name)
            } else {
                plans.append(try open(name))
            }
        }
        plans.sort(by: ImportDesk.isBefore)
    }

    private mutating func openInbox(_ folder: String) throws {
        var hashes = try Inbox.hashes(in: path)
        for file in try Inbox.files(in: folder) {
            do {
                // The same contents under two names are one file.
                guard hashes.insert(try ImportFile.contentHash(of: file, options, watch: Interrupt.check)).inserted
                else {
                    known += 1
                    continue
                }
                let plan = try open(file)
                guard plan.rowsSeen > 0 || plan.isFull else {
                    blank += 1
                    continue
                }
                plans.append(plan)
                fromInbox.insert(file)
            } catch let error as ImportError {
                failures.append((file, error.sentence, error.status))
            }
        }
    }

    /// What the book's rules say of codes for terms; nothing where there is no book yet, or none that can be opened:
    /// the import itself says why.
    private static func houseTerms(_ path: String) -> [TermsCode: Terms] {
        guard FileManager.default.fileExists(atPath: path), let book = try? Books.open(path) else { return [:] }
        defer { try? book.close() }
        return (try? book.rules().termsByCode) ?? [:]
    }

    private func open(_ file: String) throws -> ImportPlan {
        let progress = ProgressLine(
            RuntimeSentences.reading((file as NSString).lastPathComponent), unit: "MB", scale: 1 << 20)
        defer { progress.end() }
        return try ImportFile.open(file, options, today: ProcessContext.moment(zone: ProcessContext.zone).day) {
            done, total in
            try progress.show(done, total)
        }
    }

    /// Takes every file, each in a transaction of its own; or tries them, each upon what those before it would do.
    package mutating func run() throws {
        guard !plans.isEmpty else { return }
        let desk = try ImportDesk(path: path, plans: plans, currency: options.currency, isTrial: isTrial)
        do {
            if isTrial { try dryRun(desk.book) } else { try importFiles(desk.book) }
        } catch {
            if reports.isEmpty { desk.withdraw() } else { try? desk.book.putInOrderIfDue { _, _ in } }
            throw error
        }
        if isTrial || reports.isEmpty { desk.withdraw() }
    }

    /// The order is worked out once, after the last of them.
    private mutating func importFiles(_ book: any Book) throws {
        let count = plans.count
        for (nth, plan) in plans.enumerated() {
            try orNote(plan) { try $0.importFile(plan, book, moreFollow: nth < count - 1) }
        }
        // The last one may have been refused.
        guard plans.count > 1, !reports.isEmpty else { return }
        do {
            try book.putInOrderIfDue { _, _ in }
        } catch {
            // What was imported stays: no error may say that nothing was.
            Output.say(RuntimeSentences.rankedLater)
        }
    }

    private mutating func dryRun(_ book: any Book) throws {
        let zone = try book.rules().zone
        var dryRuns = plans.map { plan in
            DryRun(
                plan.extract(isForced: isForced), from: plan.source(), stamp: ProcessContext.stamp(zone: zone),
                mayBeRefused: fromInbox.contains(plan.file))
        }
        var line: (nth: Int, progress: ProgressLine)?
        defer { line?.progress.end() }
        try book.dryRun(&dryRuns) { nth, done, _ in
            if line?.nth != nth {
                line?.progress.end()
                line = (nth, ProgressLine(RuntimeSentences.trying((plans[nth].file as NSString).lastPathComponent)))
            }
            try line?.progress.show(done, plans[nth].rowsSeen)
        }
        for (plan, trial) in zip(plans, dryRuns) {
            guard let outcome = trial.outcome else { continue }
            try orNote(plan) { _ in
                let receipt = try outcome.mapError { BookError.refused($0) }.get()
                return try ImportRound.checked(
                    ImportReport(plan, trial.source, receipt, preview: try ImportPreview(of: plan)))
            }
        }
    }

    private mutating func orNote(_ plan: ImportPlan, _ report: (inout Self) throws -> ImportReport) throws {
        do {
            reports.append(try report(&self))
        } catch BookError.refused(let refusal) where fromInbox.contains(plan.file) {
            failures.append((plan.file, refusal.sentence, .badData))
        } catch let error as ImportError where fromInbox.contains(plan.file) {
            // It changed, or was taken away, since it was looked at.
            failures.append((plan.file, error.sentence, error.status))
        } catch let failure as CommandFailure where fromInbox.contains(plan.file) {
            failures.append((plan.file, failure.sentence, failure.status))
        }
    }

    private mutating func importFile(_ plan: ImportPlan, _ book: any Book, moreFollow: Bool) throws -> ImportReport {
        var source = UsableSource(plan)
        let name = (plan.file as NSString).lastPathComponent
        let importing = ProgressLine(RuntimeSentences.importing(name))
        let ranking = ProgressLine(RuntimeSentences.ranking, unit: RuntimeSentences.customers)
        defer {
            importing.end()
            ranking.end()
        }
        let receipt = try book.importExtract(
            plan.extract(isForced: isForced), from: &source,
            stamp: ProcessContext.stamp(zone: try book.rules().zone), moreFollow: moreFollow,
            progress: { done, total in
                // Rows come without a total: how many there are was counted before.
                if total == 0 { try importing.show(done, plan.rowsSeen) } else { try ranking.show(done, total) }
            })
        let report = ImportReport(plan, source.source, receipt)
        if report.rejected > 0 { keepRejects(plan, receipt.rejects) }
        return report
    }

    fileprivate static func checked(_ report: ImportReport) throws -> ImportReport {
        guard report.accepted > 0 || report.rejected == 0 else {
            throw CommandFailure(.badData, report.text() + RuntimeSentences.noRowUsed)
        }
        return report
    }

    /// Rows of a file, read to the end and refused there if none could be used: before anything is changed.
    private struct UsableSource: ExtractSource {
        private(set) var source: ImportSource
        private let plan: ImportPlan

        init(_ plan: ImportPlan) {
            self.plan = plan
            source = plan.source()
        }

        mutating func forEach(_ body: (consuming ExtractRow) throws -> Void) throws {
            try source.forEach(body)
            _ = try ImportRound.checked(ImportReport(plan, source, Receipt()))
        }
    }

    /// The book is written by now, so that this is said and no reason to fail.
    private mutating func keepRejects(_ plan: ImportPlan, _ fromBook: [RowProblem]) {
        do {
            try RejectsFile.write(plan, fromBook: fromBook, to: RejectsFile.path(for: plan.file))
            keptRejects.insert(plan.file)
        } catch {
            Output.complain(RuntimeSentences.refusedRowsNotKept(CommandFailure.sentence(error)))
        }
    }

    /// An error as it is told after other files were imported: they are in the book and stay there.
    package func ending(_ error: any Error) -> any Error {
        guard !isTrial, !reports.isEmpty else { return error }
        let before = RuntimeSentences.imported(reports.map { ($0.plan.file as NSString).lastPathComponent })
        switch error {
        case is Interrupted: return CommandFailure(.interrupted, RuntimeSentences.interrupted(before))
        case BookError.busy(let path):
            return CommandFailure(
                .busy,
                RuntimeSentences.busy(path, before))
        case BookError.diskFull:
            return CommandFailure(
                .readOrWriteFailed, RuntimeSentences.diskFull(before))
        default: return error
        }
    }

    /// An object for every file, taken or not.
    package var json: [JSONValue] {
        reports.map(\.json) + failures.map { ["file": .string($0.file), "error": .string($0.sentence)] }
    }

    /// `3 files imported, 1 refused, 5 known.`
    package var summary: String {
        return RuntimeSentences.importSummary(
            reports.count, isTrial: isTrial, refused: failures.count, known: known, blank: blank)
    }
}
