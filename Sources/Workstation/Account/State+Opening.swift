import Receivables

extension State {
    /// Opens the account under the queue's cursor.
    mutating func openRow(then after: AfterOpening) -> [Effect] {
        guard let row = queue.selected else { return [] }
        return open(row.payer, name: row.name, then: after)
    }

    /// Asks for an account's dossier. The note on screen is parked, unless it belongs to that account.
    mutating func open(_ number: AccountNumber, name: String, then after: AfterOpening) -> [Effect] {
        var effects: [Effect] = []
        if let open = account.open, open.has(number), let note, after.goesOn(with: note) {
            effects = [.load(.dossier(number, moment, .open))]
        } else {
            let parkedName = note.flatMap { $0.isWorthKeeping ? $0.name : nil }
            effects = parkNote() + [.load(.dossier(number, moment, .open))]
            if let parkedName { notice = .plain(DeskSentences.noteIsParked(for: parkedName)) }
        }
        account = .loading(number, name: name, then: after)
        switch after {
        // Whatever the command needs, it puts the keyboard there.
        case .prepare, .preview, .command: break
        case .show, .inboundCall, .goOn, .resume: focus = .account
        }
        return effects
    }

    /// Shows an account that was asked for, with the draft that belongs to it.
    mutating func show(_ dossier: Dossier) -> [Effect] {
        guard case .loading(let number, _, let after) = account else { return [] }
        var open = OpenAccount(dossier)
        guard open.has(number) || dossier.asked == number else { return [] }
        open.prepare(width: PaneLayout(self, size: size).pageWidth, theme: desk.theme, offset: desk.offset)
        account = .showing(open)
        let context = noteContext
        if note != nil {
            note?.read(in: context)
            // What the page shows has been seen.
            note?.seen = dossier.seen
        }
        return follow(after)
    }

    /// Reads the page of the account on screen again, if it is that payer's. A note on it stays as it is.
    mutating func readAgain(_ payer: AccountNumber?) -> [Effect] {
        guard let open = account.open, open.payer == payer else { return [] }
        account = .loading(open.dossier.asked, name: open.name, then: .prepare)
        return [.load(.dossier(open.dossier.asked, moment, .open))]
    }

    private mutating func follow(_ after: AfterOpening) -> [Effect] {
        var effects: [Effect] = []
        if note == nil, !isReadOnly, after != .preview {
            var wanted = draftOfOpenAccount?.id
            if case .resume(let id) = after { wanted = id }
            // A call has a note of its own; what was begun for another purpose stays parked.
            if case .inboundCall = after { wanted = nil }
            if let wanted { effects += resume(wanted) }
        }
        switch after {
        case .show, .prepare, .preview: break
        case .inboundCall: effects += beginCall(.inbound)
        case .goOn(let line): effects += goOn(line)
        case .command(let name, let words):
            guard let command = Command.named(name) else { break }
            if let done = run(command, words.map { Substring($0) }) {
                effects += done
            } else {
                overlay = Palette(typed: ([name.rawValue] + words).joined(separator: " "))
            }
        case .resume: effects += goToNote()
        }
        return effects
    }
}
