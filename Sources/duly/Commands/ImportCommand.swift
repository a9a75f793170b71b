import ArgumentParser
import Exchange
import Foundation
import Receivables
import Runtime
import Terminal
import Workstation

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in what the ERP exports.",
        discussion: """
            Open items, invoice history with settlement dates, customers and contacts, payments, rates, notes: kind \
            and \
            columns are recognised from the header. Rows that can't be used are refused with their reason and kept in \
            FILE.rejects.csv. A book that does not exist yet is made. Of a folder, files are taken that were not taken \
            before, known by their contents: for cron.
            """)

    @Argument(help: "The files, or a folder that files are put into.")
    var files: [String]
    @OptionGroup var options: BookOptions
    @Option(
        help:
            """
            What the file holds, where the header doesn't tell: open-items, invoice-history, customers, payments, \
            rates, notes, answers.
            """
    )
    var kind: ExtractKind?
    @Option(help: "The order of dates, where they fit several: dmy, mdy or ymd.")
    var dates: DateOrder?
    @Option(help: "The currency of rows that name none.")
    var currency: String?
    @Option(help: "What stands before the decimals, where amounts fit both: . or ,")
    var decimal: DecimalSign?
    @Option(help: "What a minus means, where most amounts have one: as-written (credits) or turned (invoices).")
    var signs: AmountSigns?
    @Option(
        help:
            """
            How the file spells text, where its text doesn't show it: \
            \(TextEncoding.allCases.map(\.name).joined(separator: ", ")).
            """
    )
    var encoding: TextEncoding?
    @Option(help: "Of a workbook, the sheet to read: its name, or its number from 1.")
    var sheet: String?
    @Option(
        help: "The system that wrote the file, where several fill one book: a full extract settles only its own items.")
    var source: String = ""
    @Option(help: "How the file is to be read: a profile's file, or its name in your profiles folder.")
    var profile: String?
    @Option(
        name: .customLong("save-profile"), help: "Keep how the file was read as a profile, for files of that header.")
    var saveProfile: String?
    @Flag(name: .customLong("replace-profile"), help: "With --save-profile: in place of the one of that name.")
    var replacesProfile = false
    @Flag(help: "The file is a part of the ledger: what it doesn't list stays open.")
    var partial = false
    @Flag(help: "The file is the whole ledger, whatever its profile says.")
    var full = false
    @Option(
        help:
            """
            What a column holds, before what its name or a profile says: MEANING=HEADER, as in a profile; \
            aside=HEADER leaves it out.
            """
    )
    var column: [String] = []
    @Flag(help: "Take it although it is older than the last, or clears most of the book.")
    var force = false
    @Flag(name: .customLong("dry-run"), help: "Say what would change, and change nothing.")
    var dryRun = false

    @Flag(help: .hidden)
    var pipe = false

    @Flag(help: .hidden)
    var look = false

    /// The import page's: what the file held when it was looked at, by its hash.
    @Option(help: .hidden)
    var contents: String?

    func validate() throws {
        if let currency, Currency(currency) == nil {
            throw ValidationError(ArgumentSentences.notACurrency(currency))
        }
        if partial, full { throw ValidationError(ArgumentSentences.partialOrFull) }
        for text in column where ColumnSaying(text) == nil {
            let meanings = ColumnMeaning.nameable.map(\.key).joined(separator: ", ")
            throw ValidationError(ArgumentSentences.column(text, meanings: meanings))
        }
        if saveProfile != nil, files.count != 1 {
            throw ValidationError(ArgumentSentences.profileOfOneFile)
        }
        if let asOf = options.asOf, LocalTime(argument: asOf) == nil {
            throw ValidationError(LocalTime.notAMoment(asOf))
        }
    }

    func run() throws {
        Interrupt.watch()
        if look { return try showLook() }
        var round = try ImportRound(
            options: importOptions(), path: options.path, isForced: force, isTrial: dryRun)
        do {
            try round.open(files)
        } catch {
            tellEach(of: round)
            throw error
        }
        if let contents, let plan = round.plans.first(where: { $0.contentHash != contents }) {
            throw CommandFailure(
                .badData,
                RefusalSentences.fileHasChanged(plan.file)
            )
        }
        do {
            try round.run()
        } catch {
            // What was imported before is in the book, and stays there.
            try show(round)
            tellEach(of: round)
            throw round.ending(error)
        }
        try show(round)
        try keepProfile(round)
        try leave(round)
    }

    /// For the workstation's import page.
    private func showLook() throws {
        let look = try ImportLook.taken(of: files.first ?? "", try importOptions(), book: options.path, isForced: force)
        Output.pipe(ImportLook.mark + String(decoding: try JSONEncoder().encode(look), as: UTF8.self))
    }

    private func importOptions() throws -> ImportOptions {
        let said = column.compactMap(ColumnSaying.init)
        let columns = said.compactMap { saying in saying.meaning.map { ($0, saying.header) } }
        return ImportOptions(
            kind: kind, dates: dates, currency: currency.flatMap { Currency($0) }, decimal: decimal, signs: signs,
            isPartial: partial, isFull: full,
            day: options.asOf.flatMap { LocalTime(argument: $0)?.day }, encoding: encoding, sheet: sheet,
            source: source,
            profile: try profile.map { try Profiles.named($0) }, profiles: try Profiles.own(),
            columns: Dictionary(columns) { _, last in last }, aside: said.filter { $0.meaning == nil }.map(\.header))
    }

    private func keepProfile(_ round: ImportRound) throws {
        guard let saveProfile, let plan = round.reports.first?.plan else { return }
        do {
            Output.say(
                DoneSentences.profileSaved(in: try Profiles.save(plan, as: saveProfile, replacing: replacesProfile)))
        } catch let failure as CommandFailure where !dryRun {
            throw CommandFailure(failure.status, RefusalSentences.fileIsImported(failure.sentence))
        }
    }

    /// Where one of several files ends the import: of each, whether it is in the book. The error itself comes last.
    private func tellEach(of round: ImportRound) {
        guard files.count > 1 else { return }
        let imported = Set(dryRun ? [] : round.reports.map(\.plan.file))
        for file in files where !Inbox.isFolder(file) {
            Output.say(DoneSentences.imported(file, imported.contains(file)))
        }
    }

    private func show(_ round: ImportRound) throws {
        for failure in round.failures where !options.json {
            Output.say(
                failure.sentence.hasPrefix(failure.file) ? failure.sentence : "\(failure.file): \(failure.sentence)")
        }
        if options.json {
            let single = files.count == 1 && !round.hasInbox ? round.json.first : nil
            try Output.show(single ?? .array(round.json))
            return
        }
        for report in round.reports {
            let kept = round.keptRejects.contains(report.plan.file) ? RejectsFile.path(for: report.plan.file) : nil
            Output.show(SafeText.lines(report.text(rejectsFile: kept)).dropLast().map { Line(String($0)) })
        }
        if round.hasInbox { Output.say(round.summary) }
        if dryRun { Output.say(DoneSentences.dryRun) }
    }

    /// One file of an inbox that can't be taken is no reason not to take the others, but is one to say so.
    private func leave(_ round: ImportRound) throws {
        if round.reports.isEmpty, let failure = round.failures.first { throw ExitCode(failure.status.rawValue) }
        if !round.failures.isEmpty || round.reports.contains(where: { $0.rejected > 0 }) {
            throw ExitCode(Status.someRefused.rawValue)
        }
    }
}

extension ExtractKind: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
extension DecimalSign: ExpressibleByArgument {}
extension AmountSigns: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {
    public init?(argument: String) { self.init(name: argument) }
}
