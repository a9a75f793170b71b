/// The form for whom to call.
enum ContactSentences {
    static let leave = "Enter puts it into the note; Esc again leaves it"
    static let nothingWasChanged = "nothing was changed"
    static let intoTheNote = "into the note:"
    static func contact(_ number: Int, of count: Int) -> String { "Contact \(number) of \(count)" }
    static let newContact = "A new contact"
    static let field = "field"
    static let nextOrNew = "next, or a new one"

    // Examples of what to type.
    static let exampleHours = "such as 14:00-17:00, after 3pm, mornings"
    static let exampleLanguage = "such as German"
    static let exampleRole = "such as payables"
}
