import Receivables
import Terminal

// What was said before.
extension AccountPage {
    /// The last three times that somebody was spoken to, a line each: what came of it, with whom, and what was noted.
    var talks: [Line] {
        let spoken = dossier.counted.filter { entry in
            if case .call(let call) = entry.act { call.result.reach >= .contact } else { false }
        }
        return spoken.prefix(3).map { entry in
            let line = Line(entry.day.brief(today: today), .muted).then("  ") + what(entry)
            let said = SafeText.lines(entry.text).first { !$0.isEmpty && !$0.hasPrefix("/") } ?? ""
            let whole = said.isEmpty ? line : line.then(" \(glyph(.bullet)) ", .muted).then(String(said))
            return whole.truncated(to: width, ellipsis: glyph(.ellipsis))
        }
    }

    /// The newest first; what was taken back is marked, not only coloured.
    var history: [Line] {
        section(AccountSentences.history, dossier.history.prefix(AccountPage.historyShown).flatMap(historyLines))
    }

    /// The line with which an entry of the history begins.
    func start(ofEntry seq: Int64) -> Int {
        let newer = dossier.history.prefix(AccountPage.historyShown).prefix { $0.seq != seq }
        return start(of: .history) + 1 + newer.reduce(0) { $0 + historyLines($1).count }
    }

    /// Older entries are the journal's business.
    private static let historyShown = 100

    private func historyLines(_ entry: Entry) -> [Line] {
        let isUndone = dossier.undone.contains(entry.seq)
        var line = Line(entry.day.brief(today: today), .muted).then("  ")
        if isUndone { line = line.then("\(glyph(.cross)) \(AccountSentences.takenBack): ", .muted) }
        line = line + what(entry)
        if !isUndone, dossier.facts.endedFollowUps.contains(where: { $0.entry == entry.seq }) {
            line = line.then(" \(glyph(.bullet)) ", .muted).then(AccountSentences.noLongerNeeded, .good)
        }
        line = line.then("  \(entry.author)", .muted)
        var lines = paragraph(isUndone ? line.styled(.muted) : line, hanging: 4)
        for part in SafeText.lines(entry.text) where !part.isEmpty {
            lines += paragraph(Line(String(part), isUndone ? .muted : .normal), indent: 6)
        }
        return lines
    }

    func what(_ entry: Entry) -> Line {
        switch entry.act {
        case .call(let call):
            var line = Line(call.direction == .inbound ? CallSentences.theyCalled : AccountSentences.call)
            if !call.contact.isEmpty { line = line.then(" \(glyph(.bullet)) \(call.contact)") }
            line = line.then(" \(glyph(.bullet)) ", .muted)
                .then(call.result.title, call.result.reach >= .contact ? .strong : .normal)
            for planned in call.followUps {
                line = line.then(" \(glyph(.arrow)) \(planned.day.brief(today: today))", .promised)
            }
            line = line + agreed(call.agreed)
            if let track = call.track, !track.said.isEmpty {
                line = line.then(" \(glyph(.bullet)) ", .muted).then(
                    AccountSentences.track(track.situation.words, steps: track.said.count))
            }
            if call.readBack != nil { line = line.then(" \(glyph(.bullet)) ", .muted).then(AccountSentences.readBack) }
            return call.broke.map { line.then(" \(glyph(.bullet)) ", .muted).then($0.words, .soon) } ?? line
        case .note(let note):
            var line = Line(note.isReceived ? TableSentences.emailReceived : TableSentences.note)
            for planned in note.followUps {
                line = line.then(" \(glyph(.arrow)) \(planned.day.brief(today: today))", .promised)
            }
            return line + agreed(note.agreed)
        case .undo: return Line(TableSentences.tookBack(entry.undoes ?? 0))
        case .imported: return Line(entry.act.kind)
        case .review(let review): return Line(AccountSentences.comment(on: review.entry), .strong)
        case .payer, .matched, .rules, .dispute, .plan, .message, .handOver, .hold, .decision, .release, .cover,
            .cadence, .step,
            .later, .pin, .sales, .redaction:
            return Line(entry.act.plainText ?? entry.act.kind)
        }
    }

    private func agreed(_ agreed: Agreements) -> Line {
        agreed.lines.reduce(Line()) { $0.then(" \(glyph(.bullet)) ", .muted).then($1, .promised) }
    }
}
