import Terminal

/// A row of the table of commands (ARCHITECTURE.md §1): what a key, a hint, the help page, the palette, the user's
/// bindings and the README know of a command.
public final class Command: Sendable {
    /// The name in the palette, in settings and on the help page.
    public let name: CommandName
    /// The default keys. Those that write text work in the panes only.
    public let keys: [Key]
    /// Where the command's keys work.
    public let scope: Scope
    /// One line.
    public let help: String
    /// A word or two for the footer; empty for commands that are not worth a place there.
    let hint: String
    let actsOn: ActsOn
    /// Each gives a sentence where the command can't be used just now.
    let unless: [@Sendable (State) -> String?]
    /// What is typed behind its name in the palette; empty where nothing is.
    public let words: String
    /// Whether it can't be done without them.
    let needsWords: Bool
    /// Nil where the words were not understood; the notice says why.
    let run: @Sendable (inout State, [Substring]) -> [Effect]?

    /// A command that takes words: it is done from the palette alone, or without them where it doesn't need any.
    init(
        _ name: CommandName, taking words: String, needed needsWords: Bool = true, in scope: Scope,
        on actsOn: ActsOn = .nothing, _ help: String, unless: [@Sendable (State) -> String?] = [],
        run: @escaping @Sendable (inout State, [Substring]) -> [Effect]?
    ) {
        self.name = name
        keys = []
        self.scope = scope
        self.help = "\(words): \(help)"
        hint = ""
        self.actsOn = actsOn
        self.unless = unless
        self.words = words
        self.needsWords = needsWords
        self.run = run
    }

    init(
        _ name: CommandName, _ keys: [Key], in scope: Scope, on actsOn: ActsOn = .nothing, _ help: String,
        hint: String = "",
        unless: [@Sendable (State) -> String?] = [], run: @escaping @Sendable (inout State) -> [Effect]
    ) {
        self.name = name
        self.keys = keys
        self.scope = scope
        self.help = help
        self.hint = hint
        self.actsOn = actsOn
        self.unless = unless
        words = ""
        needsWords = false
        self.run = { state, _ in run(&state) }
    }

    /// Why it can't be used just now, or nil.
    func reasonAgainst(_ state: State) -> String? {
        if !state.hasBook, !Command.worksWithoutBook.contains(name) { return state.noBook }
        if actsOn == .openCustomer || actsOn == .customer, state.selectedCustomer == nil {
            return state.queue.rows.isEmpty ? AvailabilitySentences.emptyQueue : AvailabilitySentences.noAccount
        }
        return unless.lazy.compactMap { $0(state) }.first
    }

    /// Whether the footer shows it: what goes into a call's note is worth its place once the account is on screen.
    func isHinted(in state: State) -> Bool {
        let needsAccount = actsOn == .openCustomer && (scope == .everywhere || name == .message)
        if needsAccount, let customer = state.selectedCustomer, !state.isOpen(customer) { return false }
        return reasonAgainst(state) == nil
    }

    private static let worksWithoutBook: Set<CommandName> = [.quit, .suspend, .repaint, .help, .back]
}

/// What a command acts on: one rule for all of them.
public enum ActsOn: Sendable {
    /// `State.selectedCustomer`, whose account is opened first where it isn't on screen.
    case openCustomer
    /// `State.selectedCustomer`; what is on screen stays.
    case customer
    /// The note on screen, whatever else is.
    case note
    /// No one in particular, or what the command asks for or finds by itself.
    case nothing
}

/// Where a command's keys work.
public enum Scope: String, Sendable, CaseIterable {
    /// In every pane, in the note and over whatever lies above; keys that write text only in the panes.
    case everywhere
    /// In all panes but the note.
    case panes
    case queue, account, items, note

    /// As the list of keys names it.
    public var title: String {
        switch self {
        case .everywhere: CommandSentences.everywhere
        case .panes: CommandSentences.panes
        case .queue: CommandSentences.queue
        case .account: CommandSentences.account
        case .items: CommandSentences.items
        case .note: CommandSentences.note
        }
    }

    func includes(_ place: KeyContext) -> Bool {
        switch self {
        case .everywhere: true
        case .panes: [.queue, .account, .items].contains(place)
        case .queue: place == .queue
        case .account: place == .account
        case .items: place == .items
        case .note: place == .note
        }
    }

    /// Whether it is the keys of one place, and of this one.
    func isOnly(at place: KeyContext) -> Bool { self != .everywhere && self != .panes && includes(place) }

    /// Whether a key could mean two things.
    func overlaps(_ other: Scope) -> Bool { KeyContext.allCases.contains { includes($0) && other.includes($0) } }
}

/// What has the keyboard, as far as keys go.
enum KeyContext: Sendable, Hashable, CaseIterable {
    case queue, account, items, note
    /// A list, a question, a field above the panes, or the wrap-up: it takes the keys that mean something in it.
    case overlay

    /// Whether a key that writes is text here.
    var takesText: Bool { self == .note || self == .overlay }
}

extension State {
    var place: KeyContext {
        if overlay != nil || note?.wrapUp != nil || !hasBook { return .overlay }
        return panePlace
    }

    /// The pane that has the keyboard, whatever lies above it.
    var panePlace: KeyContext {
        switch focus {
        case .note where note != nil: return .note
        case .queue: return .queue
        case .account, .note: return account.open?.items == nil ? .account : .items
        }
    }

    /// Does what a command does, or says why not.
    ///
    /// - Returns: nil where its words were not understood.
    mutating func run(_ command: Command, _ words: [Substring] = []) -> [Effect]? {
        if let why = command.reasonAgainst(self) {
            notice = .plain(why)
            // What was typed stays where it is.
            return words.isEmpty ? [] : nil
        }
        guard !command.needsWords || !words.isEmpty else {
            // Bound to a key of the user's, it asks for its words.
            overlay = Palette(typed: "\(command.name.rawValue) ")
            return []
        }
        if command.actsOn == .openCustomer, let customer = selectedCustomer, !isOpen(customer) {
            return open(customer.payer, name: customer.name, then: .command(command.name, words.map(String.init)))
        }
        return command.run(&self, words)
    }
}

extension Key {
    /// Whether it is text where text is taken.
    var writes: Bool {
        if case .character = self { true } else { false }
    }
}
