/// Why a command can't be used just now, or what has to be done first.
enum AvailabilitySentences {
    static let noBook = "there is no book yet"
    static let readOnly = "you are reading another day; nothing can be recorded"
    static let noAccount = "no account is open: Enter on a row opens it"
    static let noCallInNote = "this note has no call, so there is no one to read it back to"
    static let noNote = "there is no note: c calls, o begins one"
    static let noteExists = "there is a note already: i goes back to it"
    static let callIsOpen = "a call is open: w wraps it up"
    static let emptyQueue = "the queue is empty"
    static let itemsNotShown = "the open items are not on screen: F4 shows them"
    static let noOneElseOnTheLine = "no one else shares the number you called last"
    static let isRecordingAct = "the last key is still being recorded"
    static let noStepAhead = "the cadence has no further step"
    static func nothingToTickOff(next step: String) -> String { "nothing to tick off: the next step is \(step)" }
    static func stepIsACall(_ step: String) -> String { "the step that is due is \(step): c calls" }
    static let recordIsWaiting = "the record is waiting for the book"
    static let noCallableRowBelow = "no account further down may be called now"
    static func keyDoesNothing(_ key: String, keys: String) -> String { "\(key) does nothing here: \(keys)" }
    static let pasteNeedsNote = "pasted text goes into the note: o begins one, i goes back to it"
}
