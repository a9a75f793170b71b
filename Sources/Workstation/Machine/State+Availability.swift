import Receivables

// Why a command can't be used just now, as a sentence; nil where it can.
extension State {
    var noBook: String? { hasBook ? nil : "there is no book yet" }
    var readOnly: String? { isReadOnly ? "another day is being read; nothing can be recorded" : nil }
    var noAccount: String? { account.open == nil ? "no account is open: Enter on a row opens it" : nil }
    var noCallInNote: String? { note?.call == nil ? "a note without a call is read back to no one" : nil }
    var noNote: String? { note == nil ? "there is no note: c calls, o begins one" : nil }
    var aNoteAlready: String? { note == nil ? nil : "a note is begun: i goes back to it" }
    var onThePhone: String? { note?.call == nil ? nil : "a call is being noted: w wraps it up" }
    var emptyQueue: String? { queue.rows.isEmpty ? "the queue is empty" : nil }
    var noItems: String? { account.open?.items == nil ? "the items are not on screen: F4" : nil }
    var nothingToCopy: String? { focus == .queue ? emptyQueue : noAccount }
    var nobodyElseOnTheLine: String? { line == nil ? "no one else shares the number that was called last" : nil }
    var isRecordingAct: String? { pendingAct == nil ? nil : "the last key is still being recorded" }
    var noStepToDo: String? {
        // Of an account that has to be opened first it is not known yet.
        if let customer = selectedCustomer, !isOpen(customer) { return nil }
        guard let dossier = account.open?.dossier else { return noAccount }
        if !owedNow.isEmpty { return nil }
        guard let step = dossier.facts.nextStep(by: dossier.rules, on: today) else {
            return "no step of the cadence lies ahead"
        }
        guard step.isDue else { return "nothing to tick off: the next step is \(step.brief)" }
        return step.act.channel == .telephone ? "the step that is due is \(step.words): c calls" : nil
    }
    /// What we owe the customer on screen by today.
    var owedNow: [FollowUp] {
        (account.open?.dossier.facts.followUps ?? []).filter { $0.kind == .owed && $0.day <= today }
    }
    var isRecording: String? { note?.isWaiting == true ? "the record waits for the book" : nil }
}
