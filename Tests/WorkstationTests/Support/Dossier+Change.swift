import Receivables

extension Dossier {
    /// Changes the facts, and judges them again by the dossier's rules for its day.
    mutating func change(_ change: (inout PayerFacts) -> Void) {
        var changed = facts.facts
        change(&changed)
        facts = changed.judged(by: rules, on: moment.day)
    }
}
