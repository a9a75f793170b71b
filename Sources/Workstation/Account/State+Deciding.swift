import Receivables

// What stops or moves calls to the customer, typed behind a command's name in the palette; each is asked before.
extension State {
    /// `:hold REASON [DAY] [OWNER]`
    mutating func hold(_ words: [Substring]) -> [Effect]? {
        guard let open = account.open else { return nil }
        switch noteContext.contacts.hold(words) {
        case .failure(let problem): return notUnderstood(problem.sentence)
        case .success(let understood):
            return ask(on: open, toRecord: .hold(understood.fact), [understood.shown], words: understood.shown)
        }
    }

    /// `:decide CHOICE [DAY] [OWNER]`
    mutating func decide(_ words: [Substring]) -> [Effect]? {
        guard let open = account.open else { return nil }
        switch noteContext.contacts.decision(words) {
        case .failure(let problem): return notUnderstood(problem.sentence)
        case .success(let understood):
            return ask(
                on: open, toRecord: .decision(understood.fact), [understood.shown], words: understood.fact.words)
        }
    }

    /// Ends our holds; where there are none, the wish not to be called.
    mutating func release() -> [Effect] {
        guard let open = account.open else { return [] }
        let limits = open.dossier.facts.limits
        guard let release = limits.releases(.hold).first ?? limits.releases(.noCall).first else {
            let isERP = open.dossier.facts.accounts.contains { $0.account.hold != nil }
            notice = .plain(isERP ? "the hold is the ERP's, and is released there" : "\(open.name) is not on hold")
            return []
        }
        let isHold = release.what == .hold
        return ask(
            on: open, toRecord: .release(release),
            [isHold ? "End our hold: calls go on." : "They may be called again."],
            words: isHold ? "released" : "may be called again")
    }

    /// `:give NAME TEXT`: the next step of the account goes to a colleague.
    mutating func give(_ words: [Substring]) -> [Effect]? {
        guard let open = account.open, let name = words.first else {
            return notUnderstood("to whom? give ben asks for the copy")
        }
        guard let followUp = open.dossier.facts.followUps.first else {
            return notUnderstood("\(open.name) has no follow-up to give")
        }
        let line = words.dropFirst().joined(separator: " ")
        guard !line.isEmpty else { return notUnderstood("with which line? give \(name) asks for the copy") }
        let shown = "\(followUp.day.short) is \(name)'s now"
        return ask(
            on: open, toRecord: .handOver(HandOver(followUp.part, to: String(name))),
            ["\(followUp.day.short) \(followUp.why) goes to \(name): \u{201C}\(line)\u{201D}"], words: shown, text: line
        )
    }

    /// What was typed stays where it is.
    mutating func notUnderstood(_ sentence: String) -> [Effect]? {
        notice = .plain(sentence)
        return nil
    }
}
