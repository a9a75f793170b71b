/// A call: the head of the pane, its number, the rules against it, a line shared by several customers.
enum CallSentences {
    static let noNumberButClockRuns = "no number on file to dial; the clock runs anyway"
    static let noOtherNumber = "no other number on file"
    static func toDial(_ name: String, _ number: String) -> String { "to dial: \(name) \(number)" }
    static let noNumberToDial = "no number on file to dial"
    static let unnamed = "unnamed"
    static let theyCalled = "they called"
    static func onFile(_ names: [String]) -> String {
        names.isEmpty ? "no contact on file" : "on file: \(names.joined(separator: ", "))"
    }

    // One number for several customers.
    static let numberMustNotBeCalled = "that number must not be called for this customer"
    static func stillOnTheLine(_ name: String, more: Int, key: String) -> String {
        "still on the line: \(name)\(more > 0 ? " and \(more) more" : "") (\(key))"
    }

    // The next number on file.
    static func savedAndNextNumber(_ result: String, _ name: String, _ number: String, key: String) -> String {
        "saved: \(result); \(nextNumber) \(name) \(number) (\(key))"
    }
    static let nextNumber = "next number now:"

    // A call against a rule.
    static func askToCall(_ name: String) -> String { "Call \(name)?" }
    static let noOneWasCalled = "no one was called"
    static let breachNeedsReason = "a call against a rule needs a reason; Esc cancels the call"
    static let whyCall = "Why call?"
}
