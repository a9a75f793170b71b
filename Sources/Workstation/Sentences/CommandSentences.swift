/// The palette, the list of keys, and the keys that a user binds.
enum CommandSentences {
    static let commands = "Commands"
    static func works(_ command: String, in scope: String) -> String { "\(command) works in: \(scope)" }
    static let noCommandMatches = "no command matches"
    static func notNow(_ why: String) -> String { "not now: \(why)" }
    static let keysAndCommands = "Keys and commands"
    static let linesOfANote = "Lines of a note"
    static let noKey = "none"
    static let whereYouAre = "where you are"

    // Where a command works.
    static let everywhere = "everywhere"
    static let panes = "panes"
    static let queue = "queue"
    static let account = "account"
    static let items = "items"
    static let note = "note"

    // Where the keyboard is.
    static let keyboardInQueue = "QUEUE"
    static let keyboardInAccount = "ACCOUNT"
    static let keyboardInItems = "ITEMS"
    static let keyboardInNote = "NOTE"

    // Keys of the user's own.
    static func invalidKey(_ problem: String, command: String) -> String { "\(command): \(problem)" }
    static func notOneKey(_ text: String, command: String) -> String {
        "\(command): \u{201C}\(text)\u{201D} is not one key"
    }
    static func keyTwice(_ key: String, _ command: String, _ other: String) -> String {
        "\(key) would be both \(command) and \(other); give one of them another key"
    }
    static func noSuchCommand(_ name: String, nearest: String?) -> String {
        "there is no command \u{201C}\(name)\u{201D}"
            + (nearest.map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? "; `duly keys` lists them")
    }
}
