/// What the keys of pages, lists and questions do, as the footer shows them behind each key.
enum HintSentences {
    // Keys that many pages share.
    static let back = "back"
    static let move = "move"
    static let scroll = "scroll"
    static let opens = "opens"

    // Lists and pages.
    static let worksThrough = "works through it"
    static let calls = "calls"
    static let usualReasons = "usual reasons"
    static let cancelsTheCall = "cancels the call"
    static let putsIntoOutbox = "puts it into the outbox"
    static let anotherKind = "another kind"
    static let edits = "edits it"
    static let backToOutbox = "back to the outbox"
    static let reads = "reads"
    static let sendsAgain = "sends again"
    static let wasSent = "was sent"
    static let deletes = "deletes"
    static let leavesOut = "leaves out"
    static func sends(_ count: Int) -> String { "sends \(count)" }
    static let stops = "stops"
    static let backToQueue = "back to the queue"
    static let doesIt = "does it"
    static let completes = "completes"
    static let asMessage = "as a message"
    static let asCSV = "as CSV"
    static let all = "all"
    static let chooses = "chooses"
    static let choosesTheSelected = "chooses the marked one"
    static let intoNote = "into the note"
    static let stopsIt = "stops it"
    static let otherNumberOfCalls = "another number of calls"
    static let panes = "panes"

    // The first start.
    static let importFile = "import"
    static let demo = "demo"
    static let leave = "leave"

    // The wrap-up.
    static let stopsWaiting = "stops waiting; the draft is kept"
    static let recordsAnyway = "records it anyway"
    static let backToNote = "back to the note"
    static let records = "records"
    static let fields = "fields"

    // The import page.
    static let previewsFile = "previews it"
    static let answers = "answers"
    static let next = "next"
    static let changes = "changes"
    static let imports = "imports"
    static let profile = "profile"
    static let choosesIt = "chooses it"
    static let replacesIt = "replaces it"
    static let savesIt = "saves it"
    static let stopsImport = "stops it; nothing is changed"
    static let backToWork = "back to work"
}
