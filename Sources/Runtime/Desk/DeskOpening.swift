import FileStore
import Foundation
import Receivables
import Settings
import Telephony
import Terminal
import Workstation

/// Everything that the workstation starts with: the book or its absence, drafts, settings, theme.
package final class DeskOpening {
    let path: String
    private(set) var book: (any Book)?
    let drafts: DraftFolder
    let settings: UserSettings
    let theme: Theme
    let hasColours: Bool
    let desk: Desk
    /// What was wrong with the user's settings or theme: said once the screen is up, and the defaults are used.
    package let complaints: [String]
    private let isDemo: Bool
    private let demoPath: String

    /// Records wait for the book in view of the user, so a try is short.
    private static let patience = 0.1

    /// - Parameter asOf: reads the book as it was then.
    package init(path: String, asOf: String?, isDemo: Bool = false) throws {
        self.path = path
        self.isDemo = isDemo
        demoPath = Paths.stateFolder + "/demo-\(ProcessContext.newID().prefix(8)).duly"
        let isThere = access(path, F_OK) == 0
        if !isThere, asOf != nil { throw BookError.missing(path: path) }
        let found = isThere ? try Books.open(path, patience: DeskOpening.patience) : nil
        book = found
        try Paths.make(Paths.stateFolder)
        drafts = try DraftFolder(DeskOpening.draftFolder(path))
        let user = UserConfiguration.load()
        (settings, theme, complaints) = (user.settings, user.theme, user.complaints)
        hasColours = ProcessContext.variable("NO_COLOR") == nil
        let moment = try asOf.map {
            ProcessContext.instant(try LocalTime.argument($0), zone: try found?.rules().zone ?? "UTC")
        }
        desk = Desk(
            bookName: isDemo ? "demo" : (path as NSString).lastPathComponent, author: ProcessContext.author,
            theme: theme,
            bindings: settings.bindings, targets: settings.targets, offset: ProcessContext.offset,
            telephones: Telephony.parser,
            newID: ProcessContext.newID, caller: settings.caller(author: ProcessContext.author), tracks: user.tracks,
            complaints: complaints, asOf: moment)
    }

    /// Each book has its drafts: an account number means something in its own book only.
    package static func draftFolder(_ path: String) -> String {
        Paths.stateFolder + "/drafts/" + Paths.name(of: path)
    }

    func start() throws -> Opening { try book.map { .book(try $0.about()) } ?? .noBook }

    func open(after child: Child) throws -> any Book {
        let opened = try Books.open(child == .demo ? demoPath : path, patience: DeskOpening.patience)
        book = opened
        return opened
    }

    /// How the same program is called for long work.
    package func arguments(for child: Child) -> [String] {
        switch child {
        case .morning: ["morning", "--book", book?.location ?? path]
        case .importing(let request): ImportArguments.of(request, book: book?.location ?? path)
        case .looking(let request, _): ImportArguments.of(request, book: book?.location ?? path) + ["--look"]
        case .keepingProfile(let request, let name, let replaces):
            ImportArguments.of(request, book: book?.location ?? path) + ["--dry-run", "--save-profile", name]
                + (replaces ? ["--replace-profile"] : [])
        case .demo: ["demo", "--keep", demoPath]
        case .backtesting(let strategy, _):
            ["backtest", "--book", book?.location ?? path]
                + (strategy.isEmpty ? [] : ["--strategy=\((strategy as NSString).expandingTildeInPath)"])
        }
    }

    /// A demo's book goes with it.
    package func tidy() {
        try? book?.close()
        Books.remove(demoPath)
        guard isDemo else { return }
        try? FileManager.default.removeItem(atPath: drafts.path)
    }
}
