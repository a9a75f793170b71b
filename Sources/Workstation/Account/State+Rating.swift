import Receivables

extension State {
    /// `:rate CURRENCY AMOUNT`
    mutating func rate(_ words: [Substring]) -> [Effect]? {
        do {
            let read = try RateWords.read(words, base: rules.base)
            return [.setRate(read.currency, read.rate, Moment(at: now, day: today))]
        } catch {
            return notUnderstood(error.sentence)
        }
    }
}
