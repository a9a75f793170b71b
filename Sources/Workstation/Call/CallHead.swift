import Receivables
import Terminal

/// What a caller looks at while speaking, above the note: whom to, about which money, what was promised, and the
/// agenda as far as there is room.
struct CallHead: Sendable {
    let isInbound: Bool
    let width: Int
    private let fixed: [Line]
    private let agenda: [Line]
    private let ellipsis: String

    init(_ open: OpenAccount, isInbound: Bool, width: Int, theme: Theme, offset: @escaping ZoneOffset) {
        let page = AccountPage(open.dossier, dialling: open.phone, width: width, theme: theme, offset: offset)
        self.isInbound = isInbound
        self.width = width
        // Whom they speak to, about whose money: the line of tabs cuts long names.
        fixed =
            [page.title + (isInbound ? page.caller : page.called(open.phone))] + page.stake.prefix(1)
            + page.promisesOpen
        agenda = page.agendaLines
        ellipsis = theme.glyphs[.ellipsis]
    }

    /// - Parameters:
    ///   - rows: how many lines there is room for.
    ///   - turned: how many times the agenda was turned to its next part.
    ///   - key: turns it.
    func lines(rows: Int, turned: Int, key: String) -> [Line] {
        // The agenda always has a line, however much was promised.
        let fixed = fixed.prefix(max(1, rows - 1))
        let room = rows - fixed.count
        guard room > 0, !agenda.isEmpty else { return Array(fixed) }
        let parts = (agenda.count + room - 1) / room
        let start = turned % parts * room
        var shown = Array(agenda[start..<min(agenda.count, start + room)])
        if parts > 1, let last = shown.popLast() {
            let count = Line(" \(turned % parts + 1)/\(parts) ", .muted).then(key, .key)
            shown.append(last.padded(to: max(0, width - count.width), ellipsis: ellipsis) + count)
        }
        return fixed + shown
    }
}

extension AccountPage {
    /// `  ☎ Jane Moss · payables · +44 113 496 0182`
    fileprivate func called(_ telephone: Telephone?) -> Line {
        let phone = Line("  \(glyph(.phone)) ", .muted)
        guard let telephone else { return phone.then(CallSentences.noNumberToDial, .soon) }
        let bullet = " \(glyph(.bullet)) "
        let contact = telephone.contact
        return phone.then(contact.name.isEmpty ? CallSentences.unnamed : contact.name, .strong)
            .then(contact.role.isEmpty ? "" : bullet + contact.role).then(bullet, .muted).then(
                telephone.number.text, .key)
    }

    /// `☎ they called; on file: Jane Moss, Tom Hale`
    fileprivate var caller: Line {
        let names = dossier.contacts.prefix(3).map(\.contact.name).filter { !$0.isEmpty }
        return Line("  \(glyph(.phone)) ", .muted).then(CallSentences.theyCalled, .strong)
            .then("; " + CallSentences.onFile(names), .muted)
    }

    /// Promises that are awaited, or broken and not spoken about; the newest last.
    fileprivate var promisesOpen: [Line] {
        let promises = dossier.facts.followThrough.promises.filter { $0.verdict.isAwaited || $0.missing > 0 }
        // The agenda comes to all of them.
        return promises.suffix(1).map {
            Line("\(AccountSentences.promise) ", .muted).then($0.words, $0.missing > 0 ? .overdue : .promised)
        }
    }
}
