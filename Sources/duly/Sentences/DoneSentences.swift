import Receivables

/// What a command says it has done or found.
enum DoneSentences {
    static func recorded(_ entry: Int64) -> String { "Recorded as entry \(entry)." }
    static func nextStep(_ when: String) -> String { "Next step: \(when)" }
    static func commented(_ entry: Int64, on author: String) -> String {
        "Recorded as entry \(entry); \(author) sees it at the next start, and with :comments."
    }
    static func rulesRecorded(_ entry: Int64) -> String { "Recorded as entry \(entry); everyone is ranked again." }
    static func recorded(_ entry: Int64, next: Day?) -> String {
        "Recorded as entry \(entry)" + (next.map { "; next: \($0.short)." } ?? ".")
    }
    static func handedOver(_ part: EntryPart, to name: String, entry: Int64) -> String {
        "Follow-up \(part) is now \(name)'s, entry \(entry)."
    }

    // Empty lists.
    static let noCauses = "No cause was named."
    static let noClaims = "No claimed payments."
    static let noPromises = "No promises."
    static let noDisputes = "No disputes."
    static let noPlans = "No plans."
    static let nothingPlanned = "Nothing is planned."
    static func noRates(_ base: Currency) -> String {
        "No rates: every amount is in \(base.code), or counts for nothing."
    }
    static func written(to path: String) -> String { "Written to \(path)." }
    static func nothingWaits(for recipient: String) -> String { "Nothing is waiting for \(recipient)." }
    static let nothingWaits = "Nothing is waiting for anyone."

    // Covers and merges.
    static let noCovers = "No one covers for anyone."
    static func noAccounts(of name: String) -> String { "No account in the book is \(name)'s." }
    static let noOneWorkedYourAccounts = "No one worked your accounts while you were away."
    static func covers(_ cover: Covering) -> String {
        "\(cover.by) covers \(cover.colleague), \(cover.from.short) to \(cover.until.short)"
    }
    static func coverEnded(_ name: String, entry: Int64) -> String { "You no longer cover \(name), entry \(entry)." }
    static func coverBegun(_ name: String, until day: Day, entry: Int64) -> String {
        "You cover \(name) until \(day.long), entry \(entry)."
    }
    static func matched(_ count: Int) -> String { "Matched: \(count) \(count == 1 ? "account" : "accounts")." }
    static let noUnapplied = "No payment is unapplied."
    static let nothingMatchedYet = "Nothing was changed; --apply matches them."
    static func paidFor(_ account: String, by payer: String?, entry: Int64) -> String {
        "\(account) is paid for by \(payer ?? "itself"), entry \(entry)."
    }
    static func match(_ match: CashMatch, of account: String) -> String {
        "\(account)  \(match.reference.isEmpty ? "cash" : match.reference) → \(match.item)  "
            + match.amount.withCurrency
    }
    static func staysUnapplied(_ amount: Money, of account: String) -> String {
        "\(account)  \(amount.withCurrency) stays unapplied"
    }

    // Messages.
    static func markedAsSent(_ id: String) -> String { "\(id) is marked as sent." }
    static func sent(_ count: Int, failed: Int) -> String { "\(count) sent, \(failed) not." }
    static func recordedAndWritten(_ file: String) -> String { "Recorded, and written to \(file)." }
    static let sent = "Sent."
    static let noSender = "No sender is known: your mail program fills it in, or set from in config.toml."
    static let handedNotKnownSent = "handed to the mail command, not known to be sent"
    static func unsent(_ count: Int) -> String {
        count == 0 ? "No message is waiting to be sent." : "\(count) unsent."
    }
    static func inOutbox(unsent: Int?) -> String {
        "In the outbox\(unsent.map { ", \($0) unsent" } ?? ""): duly outbox lists them."
    }

    // Imports.
    static func profileSaved(in path: String) -> String { "The profile is saved in \(path)." }
    static func imported(_ file: String, _ isImported: Bool) -> String {
        "\(file): \(isImported ? "imported" : "not imported")."
    }
    static let dryRun = "A dry run: nothing was changed."

    // The book.
    static func ranked(_ day: Day, toCall count: Int) -> String { "Ranked \(day.short): \(count) to call." }
    static func backedUp(to path: String) -> String { "Backed up to \(path)." }
    static func backupExists(_ day: Day) -> String { "The backup of \(day.short) exists already and stays as it is." }
    static func copied(to path: String) -> String { "Copied to \(path), and checked." }
    static func rebuilt(_ book: String, entries: String) -> String {
        "Rebuilt \(book): it verifies and ends with entry \(entries)."
    }
    static func demoIs(in path: String) -> String { "The demo is in \(path): open it with `duly --book \(path)`." }
    static func erased(_ entry: Int64, by erasure: Int64) -> String {
        "Entry \(erasure) says that the words of entry \(entry) were erased."
    }
    static let copiesMayHoldThem = "These copies may still hold them; delete those that you don't need:"
    static let ranking = "ranking"
    static let rebuilding = "rebuilding"
    static let makingDemo = "making the demo"
    static let verifying = "verifying"
    static func restored(_ path: String, kept: String?) -> String {
        "Restored \(path)." + (kept.map { " The earlier book is kept as \($0)." } ?? "")
    }
    static func exported(_ tables: Int, rows: Int, to folder: String) -> String {
        "Wrote \(tables) tables with \(rows) rows to \(folder)."
    }
    static func tracesAreLeft(_ entry: Int64) -> String {
        "Traces of the words are left in the file: another program reads the book as it was, or the disk is full. "
            + "Run `duly redact \(entry)` again when that is over."
    }

    // Verification.
    static func head(_ hash: String) -> String { "Head \(hash)" }
    static let repairIt = "Run `duly verify --repair`: it rebuilds this from the journal and the facts."
    static let restoreABackup =
        "Restore a backup with `duly restore FILE`; the morning's backups are in `backups` next to the book."
    static let nothingRebuilt = "Nothing was rebuilt: the journal, the facts or the file itself is damaged."
    static let wrongBefore = "Wrong before:"
    static func sound(entries: Int, accounts: Int) -> String {
        "Sound: \(entries) \(entries == 1 ? "entry" : "entries"), "
            + "\(accounts) \(accounts == 1 ? "account" : "accounts")."
    }
    static func rebuilt(_ tables: [String]) -> String { "Rebuilt: \(tables.joined(separator: ", "))." }

    // An account's cadence.
    static let nothingToAskFor = "Nothing can be asked for: nothing is open, or all of it is disputed or promised."
    static let allStepsDone = "All steps are done."
    static func next(_ step: String) -> String { "next \(step)" }
    static let noStepAhead = "no further step"
    static func recorded(_ entry: Int64, cadence: String, next: String) -> String {
        "Recorded as entry \(entry); cadence \u{201C}\(cadence)\u{201D}, \(next)."
    }
    static let cadence = "cadence"
    static let givenByHand = "given by hand"
    static func oldestDue(_ day: Day, late: Int) -> String {
        "oldest due \(day.short), " + (late > 0 ? "\(late) d past due" : late == 0 ? "today" : "in \(-late) d")
    }
    static func dueSince(_ day: Day) -> String { "due since \(day.short)" }
    static func day(_ number: Int) -> String { "day \(number)" }
    static func notNow(_ why: String) -> String { "not now: \(why)" }

    // Tracks, themes, settings.
    static func fine(_ file: String) -> String { "\(file): fine" }
    static func builtInTrackIsUsed(_ why: String) -> String { "\(why); the built-in track is used." }
    static let yours = "yours"
    static func defaultIsUsed(_ why: String) -> String { "\(why); the default is used." }
    static func whereThemesGo(_ folder: String, settings: String) -> String {
        "Yours go to \(folder)/NAME.toml; choose one with theme = \"NAME\" in \(settings)/config.toml."
    }
}
