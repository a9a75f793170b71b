import ArgumentParser
import Exchange
import FileStore
import Foundation
import Receivables
import Terminal

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in what the ERP exports.",
        discussion: """
            Open items, invoice history with settlement dates, customers and contacts, payments, rates, notes: kind and \
            columns are recognised from the header. Rows that can't be used are refused with their reason and kept in \
            FILE.rejects.csv. A book that does not exist yet is made.
            """)

    @Argument(help: "The files.")
    var files: [String]
    @OptionGroup var options: BookOptions
    @Option(help: "What the file holds, where the header doesn't tell: open-items, invoice-history, customers, payments, rates, notes.")
    var kind: ExtractKind?
    @Option(help: "The order of dates, where they fit several: dmy, mdy or ymd.")
    var dates: DateOrder?
    @Option(help: "The currency of rows that name none.")
    var currency: String?
    @Option(help: "What stands before the decimals, where amounts fit both: . or ,")
    var decimal: DecimalSign?
    @Option(help: "How the file spells text, where it can't be told: utf-8, utf-16le, utf-16be, windows-1252.")
    var encoding: TextEncoding?
    @Option(help: "The system that wrote the file, where several fill one book: a full extract settles only its own items.")
    var source: String = ""
    @Option(help: "How the file is to be read: a profile's file, or its name in your profiles folder.")
    var profile: String?
    @Option(name: .customLong("save-profile"), help: "Keep how the file was read as a profile, for files of that header.")
    var saveProfile: String?
    @Flag(help: "The file is a part of the ledger: what it doesn't list stays open.")
    var partial = false
    @Flag(help: "Take it although it is older than the last, or clears most of the book.")
    var force = false
    @Flag(name: .customLong("dry-run"), help: "Say what would change, and change nothing.")
    var dryRun = false

    @Flag(help: .hidden)
    var pipe = false

    func validate() throws {
        if let currency, Currency(currency) == nil {
            throw ValidationError("\u{201C}\(currency)\u{201D} is no currency code; write it as EUR.")
        }
        if saveProfile != nil, files.count != 1 {
            throw ValidationError("--save-profile keeps how one file is read: name just one.")
        }
        if let asOf = options.asOf, LocalTime(argument: asOf) == nil {
            throw ValidationError(BookOptions.notAMoment(asOf))
        }
    }

    func run() throws {
        Interrupt.watch()
        let today = World.moment(zone: World.zone).day
        let importOptions = try self.importOptions()
        let plans = try files.map { try ImportFile.open($0, importOptions, today: today) }
        let desk = try ImportDesk(path: options.path, plans: plans, currency: currency.flatMap { Currency($0) })
        var reports: [ImportReport] = []
        do {
            for plan in plans.sorted(by: ImportDesk.isBefore) {
                reports.append(try take(plan, desk.book))
            }
        } catch {
            if reports.isEmpty { desk.withdraw() }
            throw error
        }
        if dryRun { desk.withdraw() }
        try show(reports)
        try keepProfile(plans)
        if reports.contains(where: { $0.rejected > 0 }) { throw ExitCode(Status.someRefused.rawValue) }
    }

    private func importOptions() throws -> ImportOptions {
        ImportOptions(
            kind: kind, dates: dates, currency: currency.flatMap { Currency($0) }, decimal: decimal, isPartial: partial,
            day: options.asOf.flatMap { LocalTime(argument: $0)?.day }, encoding: encoding, source: source,
            profile: try profile.map { try Profiles.named($0) }, profiles: try Profiles.own())
    }

    private func take(_ plan: ImportPlan, _ book: FileBook) throws -> ImportReport {
        var source = plan.source()
        let progress = ProgressLine("importing \((plan.file as NSString).lastPathComponent)")
        defer { progress.end() }
        let receipt = try book.take(
            plan.extract(isForced: force, isTrial: dryRun), from: &source,
            stamp: World.stamp(zone: try book.about().rules.zone),
            progress: { done, total in try progress.show(done, total == 0 ? plan.rowsSeen : total) })
        let report = ImportReport(plan, source, receipt, preview: dryRun ? try ImportPreview(of: plan) : nil)
        guard report.accepted > 0 || report.rejected == 0 else {
            throw Failure(.badData, report.text() + "No row could be used; nothing was changed.")
        }
        if report.rejected > 0, !dryRun {
            try RejectsFile.write(plan, report.rejects, to: RejectsFile.path(for: plan.file))
        }
        return report
    }

    private func keepProfile(_ plans: [ImportPlan]) throws {
        guard let saveProfile, let plan = plans.first else { return }
        Output.say("The profile is kept in \(try Profiles.save(plan, as: saveProfile)).")
    }

    private func show(_ reports: [ImportReport]) throws {
        if options.json {
            try Output.show(reports.count == 1 ? reports[0].json : .array(reports.map(\.json)))
            return
        }
        for report in reports {
            let kept = report.rejected > 0 && !dryRun ? RejectsFile.path(for: report.plan.file) : nil
            Output.show(SafeText.lines(report.text(rejectsFile: kept)).dropLast().map { Line(String($0)) })
        }
        if dryRun { Output.say("A dry run: nothing was changed.") }
    }
}

extension ExtractKind: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
extension DecimalSign: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {
    public init?(argument: String) { self.init(name: argument) }
}

/// The book that files go into; made on the first import, and unmade if that fails.
struct ImportDesk {
    let book: FileBook
    private let path: String
    private let isNew: Bool

    init(path: String, plans: [ImportPlan], currency: Currency?) throws {
        self.path = path
        isNew = access(path, F_OK) != 0
        guard isNew else {
            book = try FileBook(opening: path)
            return
        }
        if path == Paths.book(nil) { try Paths.make((path as NSString).deletingLastPathComponent) }
        let base = currency ?? plans.lazy.compactMap { ImportDesk.mainCurrency(of: $0) }.first ?? .usd
        book = try FileBook(creating: path, rules: Rules(base: base, zone: World.zone), id: World.newID())
    }

    /// Takes the new book away again, as if nothing had been tried.
    func withdraw() {
        guard isNew else { return }
        try? book.close()
        FileBook.files(of: path).forEach { unlink($0) }
    }

    /// Customers and rates first, so that items find their terms; open items before the history, which says nothing of
    /// parts that were paid before; payments after the items that they settle.
    static func isBefore(_ left: ImportPlan, _ right: ImportPlan) -> Bool { order(left.kind) < order(right.kind) }

    private static func order(_ kind: ExtractKind) -> Int {
        switch kind {
        case .rates: 0
        case .customers: 1
        case .openItems: 2
        case .invoiceHistory: 3
        case .payments: 4
        case .notes: 5
        }
    }

    private struct Enough: Error {}

    /// The currency of most of the first thousand items: what a new book counts in.
    private static func mainCurrency(of plan: ImportPlan) -> Currency? {
        var counts: [Currency: Int] = [:]
        var rows = 0
        var source = plan.source()
        try? source.forEach { row in
            rows += 1
            if case .item(let item) = row { counts[item.currency, default: 0] += 1 }
            if rows == 1_000 { throw Enough() }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
