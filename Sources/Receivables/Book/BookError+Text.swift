// The one place where a book's errors become sentences: what, where, what to do.

extension BookError {
    /// What happened, where, and what to do about it, as the user reads it.
    public var sentence: String {
        switch self {
        case .missing(let path):
            "There is no book at \(path). Take an extract in with `duly import FILE`, or look at `duly demo`."
        case .alreadyExists(let path):
            "\(path) exists already and is left as it is. Name another file, or move it away."
        case .cannotCreate(let path, let why): "\(path) can't be created: \(why)."
        case .notABook(let path, let why): "\(path) is not a book of Duly: \(why). Name the book with --book."
        case .newerVersion(let path):
            "\(path) was written by a newer version of Duly. Update this one; the book was left as it is."
        case .damaged(let path, let why):
            "\(path) is damaged: \(why). Run `duly verify`, then `duly restore` a backup."
        case .readOnly(let path):
            """
            \(path) or its folder can't be written, and SQLite writes next to a book even when it only reads it. \
            Give yourself write permission, or copy the book elsewhere.
            """
        case .notPermitted(let path): "\(path) may not be read. Its owner can give permission."
        case .busy(let path):
            "\(path) is busy: another program has been writing for 5 seconds. Nothing was changed; try again."
        case .replaced(let path):
            """
            \(path) is no longer the book that was opened: it or its log was moved or removed, or a backup was \
            restored. This was not saved into it; \
            open the book again.
            """
        case .inUse(let path):
            """
            \(path) is open in another program. Leave the workstation there, or say --force: then what is written \
            there \
            waits, and the workstation says so.
            """
        case .diskFull(let path): "The disk is full; \(path) was left as it was. Make room and try again."
        case .noRoom(let path): "The disk is too full for \(path): nothing of it was kept. Make room and try again."
        case .failed(let path, let why): "Reading or writing \(path) failed: \(why)."
        case .unknownAccount(let number):
            "There is no account \(number) in the book. Find one with `duly queue`, or by name in the workstation."
        case .unknownEntry(let seq): "There is no entry \(seq) in the journal."
        case .cannotUndo(let seq, let why): "Entry \(seq) can't be taken back: \(why)."
        case .cannotRedact(let seq, let why): "Nothing of entry \(seq) was erased: \(why)."
        case .cannotMatch(let item, let why): "Cash can't be matched with \(item): \(why)."
        case .cannotMerge(let account, let payer, let why): "\(payer) can't become the payer of \(account): \(why)."
        case .refused(let refusal): refusal.sentence
        }
    }
}

extension ExtractRefusal {
    /// Why the extract was refused and which option imports it all the same, as the user reads it.
    public var sentence: String { [finding, advice].compactMap(\.self).joined(separator: " ") }

    /// The same without the options of `duly import` that would take it all the same, for where there is another way.
    public var finding: String {
        switch self {
        case .olderThanLast(let day, let last):
            """
            The extract is of \(day.long), but the book has one of \(last.long): taking it would undo what is \
            known since.
            """
        case .empty: "The extract lists no open item: as a full one it would clear the whole book."
        case .wouldClear(let items, let all): "As a full extract this would clear \(items) of \(all) open items."
        case .nothingFits(let problems):
            """
            No row of the extract fits the book. The first: line \(problems.first?.line ?? 0), \
            \(problems.first?.reason ?? "unknown").
            """
        case .tooLarge(let account):
            "The amounts \(account.map { "of account \($0)" } ?? "of the extract") add up to more than can be held. "
                + "Look for a column that is no amount."
        }
    }

    private var advice: String? {
        switch self {
        case .olderThanLast: "If that is meant, say --force."
        case .empty, .wouldClear: "Say --partial if it is a part of the ledger, --force if it is true."
        case .nothingFits, .tooLarge: nil
        }
    }
}
