import Receivables

// Decisions on the open account, typed behind a command's name in the palette.
extension State {
    /// `:hold REASON [DAY] [OWNER]`
    mutating func hold(_ words: [Substring]) -> [Effect]? {
        guard let open = account.open else { return nil }
        switch noteContext.contacts.hold(words) {
        case .failure(let problem): return notUnderstood(problem.sentence)
        case .success(let understood): return lay(.hold(understood.fact), on: open.payer, name: open.name, words: understood.shown)
        }
    }

    /// `:decide CHOICE [DAY] [OWNER]`, on the row under the cursor, or on the open account where the keyboard is there.
    mutating func decide(_ words: [Substring]) -> [Effect]? {
        let row = focus == .queue ? queue.selected.map { ($0.payer, $0.name) } : nil
        guard let (payer, name) = row ?? account.open.map({ ($0.payer, $0.name) }) else { return nil }
        switch noteContext.contacts.decision(words) {
        case .failure(let problem): return notUnderstood(problem.sentence)
        case .success(let understood):
            overlay = .question(
                Question(
                    title: "\(name) \(payer.text)", lines: [understood.shown], yes: "record",
                    answer: .decide(understood.fact, payer, name: name)))
            return []
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
        return lay(.release(release), on: open.payer, name: open.name, words: release.what == .hold ? "released" : "may be called again")
    }

    /// `:give NAME TEXT`: the next step of the open account goes to a colleague.
    mutating func give(_ words: [Substring]) -> [Effect]? {
        guard let open = account.open, let name = words.first else { return notUnderstood("to whom? give ben asks for the copy") }
        guard let followUp = open.dossier.facts.followUps.first else { return notUnderstood("\(open.name) has no follow-up to give") }
        let line = words.dropFirst().joined(separator: " ")
        guard !line.isEmpty else { return notUnderstood("with which line? give \(name) asks for the copy") }
        return lay(
            .handOver(HandOver(followUp.part, to: String(name))), on: open.payer, name: open.name, words: "\(followUp.day.short) is \(name)'s now",
            text: line)
    }

    /// What was typed stays where it is.
    mutating func notUnderstood(_ sentence: String) -> [Effect]? {
        notice = .plain(sentence)
        return nil
    }
}
