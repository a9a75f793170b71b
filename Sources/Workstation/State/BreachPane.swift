import Receivables
import Terminal

/// Asks why a call is made that breaks a rule: one key for what callers say most, or words of their own. Left with Esc,
/// nobody is called.
struct BreachPane: Sendable {
    let name: String
    /// The gravest first.
    let breaches: [Breach]
    /// The line on which the call would go on, where it isn't dialled.
    var line: CallLine?
    var field = LineEditor()

    /// What a key says while nothing has been typed.
    func usualReason(_ key: Key) -> String? {
        guard field.isEmpty, case .character(let digit) = key, let place = digit.wholeNumberValue,
            BrokenRules.usualReasons.indices.contains(place - 1)
        else { return nil }
        return BrokenRules.usualReasons[place - 1]
    }

    func broken(because reason: String) -> BrokenRules { BrokenRules(breaches, because: reason) }
}
