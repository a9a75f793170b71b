import Receivables
import Terminal

extension State {
    mutating func startWrapUp() -> [Effect] {
        overlay = nil
        guard let current = note else { return [] }
        let context = noteContext
        switch current.stage {
        case .wrappingUp: return []
        case .writing(var left):
            left?.look(at: current.facts, in: context)
            // What was wrong may have been put right in the note.
            left?.phase = .choosing(problem: nil)
            var wrapUp = left ?? WrapUp(choice: nil, in: context, facts: current.facts)
            // Who calls us may be anybody there.
            if current.call?.direction == .outbound { wrapUp.offer(contact: account.open?.phone?.contact.name ?? "") }
            note?.stage = .wrappingUp(wrapUp)
        }
        return []
    }

    /// Keys of the wrap-up; nil for those that it has no use for.
    mutating func pressOnWrapUp(_ key: Key) -> [Effect]? {
        guard let wrapUp = note?.wrapUp else { return nil }
        if case .waiting = wrapUp.phase { return key == .escape ? stopRecording() : nil }
        switch key {
        case .escape:
            note?.stage = .writing(left: wrapUp)
            focus = .note
        case .enter: return recordWrapUp()
        case .tab where wrapUp.field == .with && withCompletion != nil: completeWith()
        case .tab: turnField(by: 1)
        case .backTab: turnField(by: -1)
        case .up where wrapUp.field == .result: chooseResult(by: -1)
        case .down where wrapUp.field == .result: chooseResult(by: 1)
        case .up where wrapUp.field == .with: turnContact(by: -1)
        case .down where wrapUp.field == .with: turnContact(by: 1)
        case .character(let letter) where wrapUp.field == .result:
            guard let result = CallResult.allCases.first(where: { $0.key == letter }), note?.call != nil else {
                let problem = note?.call == nil ? nil : WrapUpSentences.noResult(withKey: letter)
                note?.wrapUp?.phase = .choosing(problem: problem)
                return []
            }
            choose(result)
            return recordWrapUp()
        default:
            return typeOnWrapUp { $0.handle(key) } ? [] : nil
        }
        return []
    }

    /// - Returns: whether the field had a use for it.
    mutating func typeOnWrapUp(_ change: (inout LineEditor) -> Bool) -> Bool {
        let isHandled = note?.wrapUp?.type(change) ?? false
        // What the result needs may settle what happens next.
        if let facts = note?.facts, note?.wrapUp?.field == .need {
            let context = noteContext
            note?.wrapUp?.look(at: facts, in: context)
        }
        return isHandled
    }

    // MARK: Whom they spoke to

    /// The people on file, each once.
    var contactNames: [String] {
        let all = (account.open?.dossier.contacts ?? []).map(\.contact.name).filter { !$0.isEmpty }
        return all.enumerated().filter { all.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }

    /// The person on file whose name, or a word of it, begins as typed; nil where nothing is typed or no one's does.
    var withCompletion: String? {
        guard let typed = note?.wrapUp?.with.text.lowercased(), !typed.isEmpty else { return nil }
        return contactNames.first { name in
            let lower = name.lowercased()
            return lower != typed
                && (lower.hasPrefix(typed) || lower.split(separator: " ").contains { $0.hasPrefix(typed) })
        }
    }

    private mutating func completeWith() {
        guard let name = withCompletion else { return }
        setWith(name)
    }

    private mutating func turnContact(by step: Int) {
        let names = contactNames
        guard !names.isEmpty, let typed = note?.wrapUp?.with.text else { return }
        let place = names.firstIndex(of: typed).map { ($0 + step + names.count) % names.count }
        setWith(names[place ?? (step > 0 ? 0 : names.count - 1)])
    }

    private mutating func setWith(_ name: String) {
        _ = typeOnWrapUp { field in
            field.replaceAll(with: name)
            return true
        }
    }

    private mutating func turnField(by step: Int) {
        guard let facts = note?.facts, let text = note?.text else { return }
        note?.wrapUp?.turnField(by: step, besides: facts, text)
    }

    private mutating func chooseResult(by step: Int) {
        guard note?.call != nil else { return }
        let all = CallResult.allCases
        guard let choice = note?.wrapUp?.choice, let place = all.firstIndex(of: choice) else {
            choose(step > 0 ? all[0] : all[all.count - 1])
            return
        }
        choose(all[(place + step + all.count) % all.count])
    }

    private mutating func choose(_ result: CallResult) {
        let context = noteContext, facts = note?.facts ?? []
        note?.wrapUp?.choose(result, in: context, facts: facts)
        note?.isDirty = true
    }

    /// Sends the one entry to the book; or says what is missing, with the keyboard on it.
    mutating func recordWrapUp() -> [Effect] {
        guard let note, let wrapUp = note.wrapUp, let account = account.open else { return [] }
        if case .stale(var entry, let newer) = wrapUp.phase {
            if newer.contains(where: { $0.id == entry.id }) {
                entry.id = desk.newID()
                self.note?.part(as: entry.id)
                return [.deleteDraft(id: note.id)] + send(entry, seen: newer.last?.seq ?? note.seen)
            }
            return send(entry, seen: newer.last?.seq ?? note.seen)
        }
        switch entry(of: wrapUp, note, account) {
        case .success(let entry): return send(entry, seen: note.seen)
        case .failure(let problem):
            self.note?.wrapUp?.phase = .choosing(problem: problem.sentence)
            switch problem {
            case .step(let step): self.note?.wrapUp?.field = step == .rule(.farWithoutReason) ? .why : .when
            case .need, .words: self.note?.wrapUp?.field = .need
            case .whoAsked: self.note?.wrapUp?.field = .with
            case .noResult: break
            }
            overlay = choice(for: problem, in: wrapUp, note)
            return []
        }
    }

    private mutating func send(_ entry: NewEntry, seen: Int64) -> [Effect] {
        guard var current = note else { return [] }
        current.wrapUp?.phase = .waiting(entry, until: nil)
        current.isDirty = false
        note = current
        // The draft is what waits where the book can't be written: it has to be on disk first.
        return [.saveDraft(current.draft(at: now)), .record(entry, seen: seen)]
    }

    /// Back to the wrap-up while the book is busy: the draft is kept, nothing was recorded.
    private mutating func stopRecording() -> [Effect] {
        guard let id = note?.id else { return [] }
        note?.wrapUp?.phase = .choosing(problem: WrapUpSentences.notRecorded)
        return [.stopWaiting(id: id)]
    }

    // MARK: What became of it

    mutating func handle(_ outcome: RecordEvent, of id: String) -> [Effect] {
        if note?.id != id || !(note?.isWaiting ?? false) {
            return handle(act: outcome, of: id) ?? handle(undo: outcome, of: id)
        }
        guard case .waiting(let entry, _) = note?.wrapUp?.phase else { return [] }
        switch outcome {
        case .saved(let seq): return saved(entry, seq)
        case .stale(let newer): note?.wrapUp?.phase = .stale(entry, newer: newer)
        case .busy: note?.wrapUp?.phase = .waiting(entry, until: .busy)
        case .replaced: note?.wrapUp?.phase = .waiting(entry, until: .replaced)
        case .failed(let why):
            note?.wrapUp?.phase = .choosing(problem: WrapUpSentences.noteIsKept(because: why))
        }
        return []
    }

    private mutating func saved(_ entry: NewEntry, _ seq: Int64) -> [Effect] {
        guard let payer = entry.payer else { return [] }
        let next = numberToTryNow(after: entry)
        line = lineLeft(after: entry)
        note = nil
        planned.add(entry.act.followUps)
        if let next { return tryNow(next, after: entry, payer) }
        queue.markDone(payer, entry.act.outcome)
        ringing.drop(payer)
        let recorded = account.open
        let effects = [.deleteDraft(id: entry.id), loadActivity()] + prepareNext(after: payer)
        sayDone(savedText(entry) + (lineText.map { "; \($0)" } ?? ""))
        return effects + draftWhatTheyWant(entry, of: recorded)
    }

    /// Also what came of the batch that ends with it.
    mutating func sayDone(_ text: String) {
        notice = .good(queue.summary.map { "\(text); \($0)" } ?? text)
    }

    private func savedText(_ entry: NewEntry) -> String {
        var text = WrapUpSentences.saved
        if case .call(let call) = entry.act { text = WrapUpSentences.saved(call.result.title) }
        if let next = entry.act.followUps.min(by: { $0.day < $1.day }) {
            text += ", " + WrapUpSentences.next(next.at.map(whenText) ?? next.day.short)
        }
        let phone = desk.bindings.label(of: .phoneRings)
        return parked.isEmpty ? text : text + " " + WrapUpSentences.parked(parked.count, key: phone)
    }

    /// Opens the next account of the queue that may be called now; where none may, the next one all the same, with
    /// its hours in its head: who works late goes on.
    private mutating func prepareNext(after payer: AccountNumber) -> [Effect] {
        let from = queue.cursor.index
        let row =
            queue.next(from: from, mayCall: mayCall) ?? queue.next(from: 0, mayCall: mayCall)
            ?? queue.next(from: from) { _ in true } ?? queue.next(from: 0) { _ in true }
        guard let row else {
            account = .nothing
            focus = .queue
            return []
        }
        queue.cursor.go(to: row, count: queue.rows.count, height: queueHeight)
        return openRow(then: .show) + loadMoreRows()
    }
}

extension WrapUp {
    mutating func turnField(by step: Int, besides facts: [NoteFact], _ text: String) {
        let count = Field.allCases.count
        repeat {
            field = Field(rawValue: (field.rawValue + step + count) % count) ?? .result
        } while field == .need && need(besides: facts) == nil && question(about: text) == nil
    }
}
