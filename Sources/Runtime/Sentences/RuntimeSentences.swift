import Receivables

/// Errors and notices of what runs the program: files, messages, drafts, child processes, rules.
package enum RuntimeSentences {
    // Files and folders.
    static func folderExists(_ path: String) -> String {
        "\(path) exists already and is left as it is. Name another folder."
    }
    static func cannotCreate(_ path: String, _ why: String) -> String { "\(path) can't be created: \(why)." }
    static func notAnExport(_ folder: String) -> String { "\(folder) is not a complete folder of `duly export`." }
    static func missingOrUnreadable(_ path: String) -> String { "\(path) is missing, or you may not read it." }
    static func notARow(_ path: String, line: Int) -> String { "\(path), line \(line): this is not a row of a table." }
    static func makeRoom(orSet variable: String?) -> String {
        variable.map { "Make room for it there, or let \($0) name another folder." } ?? "Make room for it there."
    }
    static let fileOfThatName = "there is a file of that name"
    static func cannotCreateFolder(_ path: String, for folder: String, _ why: String, advice: String) -> String {
        "The folder \(path)\(path == folder ? "" : " for \(folder)") can't be created: \(why). \(advice)"
    }
    static func bringingUpToDate(_ file: String) -> String { "Bringing \(file) up to date (once)" }
    static let cannotBeRead = "it can't be read"
    static let notText = "this is not UTF-8 text; save the file as UTF-8"
    static let brokenLink = "it is a link that leads nowhere"
    static func cannotBeRead(_ why: String) -> String { "it can't be read: \(why)" }
    static func noSuchFile(_ path: String) -> String { "\(path): no such file." }
    static let readingPast = "reading the past"
    static let replaying = "replaying"
    static let accounts = "accounts"
    static let days = "days"

    // The workstation.
    static func draftIsKept(in path: String) -> String {
        "What you were writing is kept in \(path); duly shows it when you open it again."
    }
    static func draftsAre(in folder: String) -> String { "Drafts, if there are any, are in \(folder)." }
    static let rehearsalSendsNothing = "Messages are not sent from a screen as text: duly draft does it."
    static let rehearsalReadsNoFile = "Files are not previewed on a screen as text: duly import FILE --dry-run does it."
    static func noSuchTheme(_ name: String, known: String, folder: String) -> String {
        "there is no theme \(name); there are \(known), and yours in \(folder)"
    }
    static func notATrackName(_ path: String, known: String) -> String {
        "\(path) is not the name of a talk track; there are \(known), and each with .de or .fr before .md"
    }
    static let thereIsNoSuchFile = "there is no such file"
    static func editorFailed(_ editor: String, _ status: String) -> String {
        "\(editor) ended with \(status); the note is as it was."
    }
    static func noteIsAsItWas(after why: String) -> String { why + " The note is as it was." }
    static let noBook = "There is no book."
    static func bookIsGone(_ path: String) -> String { "The book is gone: \(path). Put it back and try again." }
    static let endedTooSoon = "It stopped before it was done."
    static let interrupted = "Interrupted; the book is as it was."
    static func notADayOrTime(_ text: String) -> String {
        "\u{201C}\(text)\u{201D} is not a day: write it as 2026-11-20, or 2026-11-20T09:41 with a time."
    }
    static func outputFailed(_ why: String) -> String {
        "The output can't be written: \(why). What was asked for has been done."
    }
    static func speed(_ rate: Int, _ unit: String) -> String { "\(rate) \(unit) a second" }
    static func toGo(seconds: Int) -> String { "\(seconds) s to go" }
    /// What progress counts, if nothing else is named.
    package static let rows = "rows"

    // Rules.
    static let rulesUnchanged = "These rules are in force already; nothing was changed."
    static func rulesInForce(entry: Int64, command: String) -> String {
        "In force with entry \(entry), and everyone is ranked by it. `duly \(command) undo` takes it back."
    }
    static func moreMove(_ count: Int) -> String { "\(count) more move less far; --json lists them all." }
    static let everyoneStays = "Everyone stays in their place."
    static let rulesNeverChanged = "The rules were never changed; there is nothing to take back."
    static let rulesFineAndInForce = "Nothing is wrong with it; these rules are in force already."
    static let rulesFine = "Nothing is wrong with it."
    static func rulesTakenBack(_ entry: Entry) -> String {
        "The rules are again as before entry \(entry.seq) of \(entry.day.long), \(entry.author)"
            + (entry.text.isEmpty ? "." : ": \(entry.text).")
    }

    // Profiles and the inbox.
    static func noSuchProfile(_ file: String) -> String { "\(file): no such profile." }
    static let profileExists = "there is one already; choose another name, or use --replace-profile"
    static func cannotWriteProfile(_ file: String, _ why: String) -> String {
        "The profile \(file) can't be written: \(why)."
    }
    static func cannotReadFolder(_ folder: String, _ why: String) -> String {
        "The folder \(folder) can't be read: \(why)."
    }
    static func bookCounts(in currency: Currency) -> String {
        "The book counts in \(currency.code), the currency of its first money; `duly strategy use` changes that."
    }
    static let currencyOfFirstMoney = "the currency of the first money"

    // Imports.
    static func reading(_ file: String) -> String { "reading \(file)" }
    static func trying(_ file: String) -> String { "trying \(file)" }
    static func importing(_ file: String) -> String { "importing \(file)" }
    static let ranking = "ranking"
    static let rankedLater = "The queue could not be ranked now; it will be when you open the book again."
    static let noRowUsed = "No row could be used; nothing was changed."
    static func refusedRowsNotKept(_ why: String) -> String { "The refused rows can't be kept. \(why)" }
    static func interrupted(_ imported: String) -> String { "Interrupted. \(imported) Nothing else was changed." }
    static func busy(_ path: String, _ imported: String) -> String {
        "\(path) is busy: another program has been writing for 5 seconds. \(imported) Import the others again."
    }
    static func diskFull(_ imported: String) -> String {
        "The disk is full. \(imported) Make room, and import the others again."
    }
    static let customers = "customers"
    static func imported(_ files: [String]) -> String {
        "\(files.joined(separator: ", ")) \(files.count == 1 ? "is imported and stays" : "are imported and stay") "
            + "in the book."
    }
    static func importSummary(_ count: Int, isTrial: Bool, refused: Int, known: Int, blank: Int) -> String {
        "\(count) \(count == 1 ? "file" : "files") \(isTrial ? "new" : "imported"), \(refused) refused, "
            + "\(known) known\(blank > 0 ? ", \(blank) without rows" : "")."
    }
}
