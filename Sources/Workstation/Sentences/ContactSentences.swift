/// The form for whom to call.
enum ContactSentences {
    static func contact(_ number: Int, of count: Int) -> String { "Contact \(number) of \(count)" }
    static let newContact = "A new contact"
    static let field = "field"
    static let nextOrNew = "next, or a new one"
    static let nothingWasChanged = "nothing was changed"

    // Examples for what to type.
    static let exampleHours = "such as 14:00-17:00, after 3pm, mornings"
    static let exampleLanguage = "such as German"
    static let exampleRole = "such as payables"
}
