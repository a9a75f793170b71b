import Receivables

// Why a command can't be used just now, as a sentence; nil where it can.
extension State {
    var noBook: String? { hasBook ? nil : AvailabilitySentences.noBook }
    var readOnly: String? { isReadOnly ? AvailabilitySentences.readOnly : nil }
    var noAccount: String? { account.open == nil ? AvailabilitySentences.noAccount : nil }
    var noCallInNote: String? { note?.call == nil ? AvailabilitySentences.noCallInNote : nil }
    var noNote: String? { note == nil ? AvailabilitySentences.noNote : nil }
    var aNoteAlready: String? { note == nil ? nil : AvailabilitySentences.noteExists }
    var onThePhone: String? { note?.call == nil ? nil : AvailabilitySentences.callIsOpen }
    var emptyQueue: String? { queue.rows.isEmpty ? AvailabilitySentences.emptyQueue : nil }
    var noItems: String? { account.open?.items == nil ? AvailabilitySentences.itemsNotShown : nil }
    var nothingToCopy: String? { focus == .queue ? emptyQueue : noAccount }
    var nobodyElseOnTheLine: String? { line == nil ? AvailabilitySentences.noOneElseOnTheLine : nil }
    var isRecordingAct: String? { pendingAct == nil ? nil : AvailabilitySentences.isRecordingAct }
    var noStepToDo: String? {
        // Of an account that has to be opened first it is not known yet.
        if let customer = selectedCustomer, !isOpen(customer) { return nil }
        guard let dossier = account.open?.dossier else { return noAccount }
        if !owedNow.isEmpty { return nil }
        guard let step = dossier.facts.nextStep(by: dossier.rules, on: today) else {
            return AvailabilitySentences.noStepAhead
        }
        guard step.isDue else { return AvailabilitySentences.nothingToTickOff(next: step.brief) }
        return step.act.channel == .telephone ? AvailabilitySentences.stepIsACall(step.words) : nil
    }
    /// What we owe the customer on screen by today.
    var owedNow: [FollowUp] {
        (account.open?.dossier.facts.followUps ?? []).filter { $0.kind == .owed && $0.day <= today }
    }
    var isRecording: String? { note?.isWaiting == true ? AvailabilitySentences.recordIsWaiting : nil }
}
