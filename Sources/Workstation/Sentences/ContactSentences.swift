/// What the form of contacts says.
enum ContactSentences {
    static let leave = "Enter puts it into the note; Esc again leaves it"
    static let nothingWasChanged = "nothing was changed"
    static let intoTheNote = "into the note:"
}
