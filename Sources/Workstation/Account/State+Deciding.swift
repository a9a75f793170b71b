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
            notice = .plain(isERP ? AccountSentences.holdIsTheERPs : AccountSentences.notOnHold(open.name))
            return []
        }
        let isHold = release.what == .hold
        return ask(
            on: open, toRecord: .release(release),
            [isHold ? AccountSentences.endHold : AccountSentences.mayBeCalledAgain],
            words: isHold ? AccountSentences.released : AccountSentences.mayBeCalled)
    }

    /// `:give NAME TEXT`: the next step of the account goes to a colleague.
    mutating func give(_ words: [Substring]) -> [Effect]? {
        guard let open = account.open, let name = words.first else {
            return notUnderstood(AccountSentences.toWhom)
        }
        guard let followUp = open.dossier.facts.followUps.first else {
            return notUnderstood(AccountSentences.noFollowUp(open.name))
        }
        let line = words.dropFirst().joined(separator: " ")
        guard !line.isEmpty else { return notUnderstood(AccountSentences.withWhichLine("\(name)")) }
        let shown = AccountSentences.isTheirsNow(followUp.day, "\(name)")
        return ask(
            on: open, toRecord: .handOver(HandOver(followUp.part, to: String(name))),
            [AccountSentences.goes(followUp.day, followUp.why, to: "\(name)", line)], words: shown, text: line
        )
    }

    /// What was typed stays where it is.
    mutating func notUnderstood(_ sentence: String) -> [Effect]? {
        notice = .plain(sentence)
        return nil
    }
}
