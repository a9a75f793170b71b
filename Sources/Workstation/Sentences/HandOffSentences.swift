/// What others have to do for a customer.
enum HandOffSentences {
    static let forOthersToDo = "For others to do"
    static func asked(by name: String) -> String { "asked by \(name)" }
    static let nothingWaits = "No one else has anything to do."
    static let nothingIsDue = "Nothing is due from anyone else; a shows what is not due yet."
    static func due(_ day: String) -> String { "due \(day)" }
    static func since(_ day: String) -> String { "since \(day)" }
}
