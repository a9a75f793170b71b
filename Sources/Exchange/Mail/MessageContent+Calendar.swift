import Receivables

extension MessageContent {
    /// The days of what was promised or planned, for the customer's calendar; nil where the message has none.
    ///
    /// - Parameters:
    ///   - id: of the message; events have ids by it.
    ///   - language: of the message.
    ///   - made: when the message is made.
    public func calendar(id: String, in language: MessageLanguage, made: Instant) -> CalendarFile? {
        guard !promised.isEmpty, kind == .promiseConfirmation || kind == .plan else { return nil }
        return CalendarFile(
            promised.enumerated().map { nth, promise in
                CalendarFile.Event(
                    id: "\(id)-\(nth + 1)", when: .day(promise.day),
                    title: "\(language.payment): \(language.text(promise.amount)), \(account)",
                    text: promise.items.map(\.number).joined(separator: ", "))
            }, made: made)
    }
}
