import Receivables
import Terminal

// Whom to speak to, what about, and what was said before.
extension AccountPage {
    /// `☎ Jane Moss · payables · 0113 496 0182`
    var contact: [Line] {
        guard !dossier.contacts.isEmpty else {
            return [Line("\(glyph(.phone)) ", .muted).then("no contact on file", .soon)]
        }
        let several = dossier.facts.accounts.count > 1
        let telephones = dossier.telephones
        return dossier.contacts.prefix(4).flatMap { of -> [Line] in
            let person = of.contact
            let theirs = telephones.filter { $0.belongs(to: of) }
            let isDialled = telephones.count > 1 && theirs.contains { $0 == dialling }
            let best = person.preferred.map { "best \($0.text)" } ?? ""
            var line = Line("\(glyph(isDialled ? .pointer : .phone)) ", isDialled ? .key : .muted)
                .then(person.name.isEmpty ? "unnamed" : person.name, .strong)
            if !person.role.isEmpty { line = line + bullet.then(person.role) }
            for number in theirs { line = line + bullet + self.number(number, isOne: theirs.count == 1) }
            for part in [best, person.email, several ? of.account.text : ""] where !part.isEmpty {
                line = line + bullet.then(part)
            }
            if isDialled || telephones.count <= 1, let known = bestTime {
                line = line + bullet.then(known.words, .good)
            }
            let isSilent = person.phone.isEmpty && dossier.facts.limits.barred(person) != nil
            let record = theirs.count == 1 ? self.record(of: theirs.first) : Line()
            return paragraph(line + (isSilent ? notToBeCalled : record), indent: 0, hanging: 2)
        }
    }

    /// When whom one would dial is reached.
    private var bestTime: BestTime? {
        let zone = dossier.facts.accounts.first?.account.zone ?? ""
        return dossier.bestTime(of: (dialling ?? dossier.nextNumber)?.number) {
            offset(zone, $0) ?? offset(dossier.rules.zone, $0) ?? 0
        }
    }

    /// `3 payers here, 42,000: Kestrel Ltd 20013, Orchard & Co 20555`
    var sharing: [Line] {
        dossier.shared.filter { !$0.others.isEmpty }.flatMap { shared -> [Line] in
            let number = dossier.telephones.first { $0.number.e164 == shared.e164 }?.number.shown ?? shared.e164
            let which = dossier.telephones.count > 1 ? "\(number): " : ""
            let named = shared.others.prefix(AccountPage.othersNamed).map { "\($0.name) \($0.payer)" }
            let more = shared.others.count - named.count
            return paragraph(
                Line(which, .muted).then(shared.words(with: dossier.standing.stakeInBase, dossier.rules.base), .soon)
                    .then(": " + named.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""), .muted),
                indent: 0, hanging: 2)
        }
    }

    private static let othersNamed = 4

    private var bullet: Line { Line(" \(glyph(.bullet)) ", .muted) }

    /// One of somebody's numbers; where there are several, each with what is known of it and the one to dial marked.
    private func number(_ telephone: Telephone, isOne: Bool) -> Line {
        let number = Line(telephone.number.text, telephone.number.isPossible ? .key : .normal)
        guard !isOne else { return number }
        let isDialled = telephone == dialling
        return (isDialled ? Line("\(glyph(.pointer))", .key) : Line()) + number + record(of: telephone)
    }

    /// `▸ next number now: Tom Hale +44 161 496 0777`, after one of today that led to no one, unless calling has to
    /// stop.
    var retry: [Line] {
        guard let next = dossier.nextNumber, dialling == nil || dialling == next,
            !(dossier.facts.nextStep(by: dossier.rules, on: today)?.isWritingInsteadOfCalling ?? false),
            ContactCheck(dossier, calling: next.contact, at: dossier.moment.at, offset: offset)
                .isFine(after: dossier.lastCallOfToday?.broke)
        else { return [] }
        let line = Line("\(glyph(.arrow)) ", .key).then("next number now: ", .soon)
            .then("\(next.contact.name) \(next.number.brief)", .key)
        return paragraph(line, indent: 0, hanging: 2)
    }

    private var notToBeCalled: Line { Line(" \(glyph(.cross)) not to be called", .alert) }

    /// Holds of ours and of the ERP, apart; who asked not to be called; what language it takes.
    var limits: [Line] {
        let limits = dossier.facts.limits
        var lines = limits.holds.map { Line("hold ", .alert).then($0.words, .soon) }
        for account in dossier.facts.accounts.map(\.account) {
            guard let hold = account.hold else { continue }
            let which = dossier.facts.accounts.count > 1 ? "\(account.number), " : ""
            let review = hold.review.map { ", review \($0.short)" } ?? ""
            lines.append(
                Line("hold in the ERP ", .alert).then(
                    which + (hold.reason.isEmpty ? "no reason given" : hold.reason) + review, .soon))
        }
        lines += limits.noCalls.map { wish in
            Line("do not call ", .alert).then(
                wish.scope.text + (wish.askedBy.isEmpty ? "" : ", asked by \(wish.askedBy)")
                    + " on \(wish.since.brief(today: today)), review \(wish.review.short)", .soon)
        }
        lines += limits.languages.map { Line($0.words, .soon) }
        return lines.flatMap { paragraph($0, indent: 0, hanging: 2) }
    }

    /// What calling a number has come to: ` (reached 4 of 6)`.
    private func record(of telephone: Telephone?) -> Line {
        guard let telephone else { return Line() }
        if telephone.isBarred { return notToBeCalled }
        if !telephone.number.isPossible { return Line(" \(glyph(.cross)) can be no number", .alert) }
        if telephone.isBad { return Line(" \(glyph(.cross)) wrong number", .alert) }
        return telephone.tried == 0 ? Line() : Line(" (reached \(telephone.reached) of \(telephone.tried))", .muted)
    }

    /// What is dated and still to come.
    var agreed: [Line] {
        section(
            "Agreed",
            dossier.facts.followUps.flatMap { followUp -> [Line] in
                let isDue = followUp.day <= today
                var when = followUp.day.brief(today: today)
                if let at = followUp.at { when += " " + deskTime(at) }
                return paragraph(
                    Line(when, isDue ? .overdue : .promised).then("  \(followUp.kind.rawValue)", .muted)
                        .then(followUp.why.isEmpty ? "" : ": \(followUp.why)"),
                    hanging: 4)
            })
    }

    /// `Next step  call 2, Wed 25 Nov`, and why it can't be done just now.
    var nextStep: [Line] {
        guard let step = dossier.facts.nextStep(by: dossier.rules, on: today) else { return [] }
        var line = Line("Next step  ", .muted).then(step.brief, step.isDue ? .overdue : .promised)
        if !step.step.text.isEmpty { line = line.then("  \(step.step.text)", .muted) }
        if let obstacle = step.obstacle { line = line.then("  \(obstacle.reason)", .soon) }
        return paragraph(line, indent: 0, hanging: 2)
    }

    /// Promises, claimed payments, disputes and plans with what has become of them, what is still awaited first.
    var promised: [Line] {
        let follow = dossier.facts.followThrough
        guard !follow.isEmpty else { return [] }
        let promises = follow.promises.sorted { $0.verdict.isAwaited && !$1.verdict.isAwaited }
        var lines = promises.prefix(AccountPage.promisesShown).map {
            Line("promise ", .muted).then($0.words, style($0))
        }
        lines += follow.plans.map {
            Line("plan ", .muted).then($0.words, $0.state == .defaulted ? .overdue : .promised)
        }
        lines += follow.claims.map { Line("paid? ", .muted).then($0.words, .promised) }
        lines += follow.disputes.flatMap { dispute in
            [Line("dispute ", .muted).then(dispute.words, dispute.isResolved ? .muted : .disputed)]
                + remedy(of: dispute)
        }
        return section(
            "Open matters" + (follow.record.map { "; promises: \($0)" } ?? ""),
            lines.flatMap { paragraph($0, hanging: 4) })
    }

    /// Next to an open dispute: what can be done about it, and how such disputes ended before.
    private func remedy(of dispute: Dispute) -> [Line] {
        guard case .open = dispute.state else { return [] }
        let before = dossier.disputesEnded[dispute.reason]?.words.map { "; before: \($0)" } ?? ""
        return [Line("  \(glyph(.arrow)) \(dispute.reason.remedy)\(before)", .muted)]
    }

    /// Older ones are in `duly promises`.
    private static let promisesShown = 5

    private func style(_ promise: JudgedPromise) -> Style {
        switch promise.verdict {
        case .pending, .dueNotVerified: .promised
        case .kept: .good
        case .partlyKept, .broken: promise.missing > 0 ? .overdue : .muted
        case .renegotiated, .void: .muted
        }
    }

    func deskTime(_ at: Instant) -> String {
        at.local(offset: offset(dossier.rules.zone, at) ?? 0).time.text
    }

    var news: [Line] {
        let heading = dossier.facts.tally.lastContact.map { "New since \($0.brief(today: today))" } ?? "New"
        return section(heading, brief.news.flatMap { paragraph(Line($0), hanging: 2) })
    }

    var agenda: [Line] { section("Agenda", agendaLines) }

    var agendaLines: [Line] {
        brief.agenda.enumerated().flatMap { place, point in
            paragraph(Line("\(place + 1) ", .key).then(point), hanging: 2)
        }
    }

    var expect: [Line] {
        section(
            "Expect",
            brief.expect.flatMap { objection in
                paragraph(
                    Line("\u{201C}\(objection.saying)\u{201D} ", .strong).then("\(glyph(.arrow)) ", .muted).then(
                        objection.answer),
                    hanging: 2)
            })
    }

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
        section("History", dossier.history.prefix(AccountPage.historyShown).flatMap(historyLines))
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
        if isUndone { line = line.then("\(glyph(.cross)) taken back: ", .muted) }
        line = line + what(entry)
        if !isUndone, dossier.facts.endedFollowUps.contains(where: { $0.entry == entry.seq }) {
            line = line.then(" \(glyph(.bullet)) ", .muted).then("no longer needed: paid", .good)
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
            var line = Line(call.direction == .inbound ? "they called" : "call")
            if !call.contact.isEmpty { line = line.then(" \(glyph(.bullet)) \(call.contact)") }
            line = line.then(" \(glyph(.bullet)) ", .muted)
                .then(call.result.title, call.result.reach >= .contact ? .strong : .normal)
            for planned in call.followUps {
                line = line.then(" \(glyph(.arrow)) \(planned.day.brief(today: today))", .promised)
            }
            line = line + agreed(call.agreed)
            if let track = call.track, !track.said.isEmpty {
                line = line.then(" \(glyph(.bullet)) ", .muted).then(
                    "\(track.situation.words), \(track.said.count) steps")
            }
            if call.readBack != nil { line = line.then(" \(glyph(.bullet)) ", .muted).then("read back") }
            return call.broke.map { line.then(" \(glyph(.bullet)) ", .muted).then($0.words, .soon) } ?? line
        case .note(let note):
            var line = Line(note.isReceived ? "e-mail received" : "note")
            for planned in note.followUps {
                line = line.then(" \(glyph(.arrow)) \(planned.day.brief(today: today))", .promised)
            }
            return line + agreed(note.agreed)
        case .undo: return Line("took entry \(entry.undoes ?? 0) back")
        case .imported: return Line(entry.act.kind)
        case .review(let review): return Line("comment on entry \(review.entry)", .strong)
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
