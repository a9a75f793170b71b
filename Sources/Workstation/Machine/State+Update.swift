import Receivables
import Terminal

/// Handles an event, and says what is to be done outside.
///
/// - Parameters:
///   - state: changed in place.
///   - event: a key, a reply, a tick of the clock.
///   - now: when the event happened. What it starts or ends is timed by it.
/// - Returns: effects, to be run in order before the next event.
public func update(_ state: inout State, _ event: Event, at now: Instant) -> [Effect] {
    let before = state.now
    state.now = state.desk.asOf ?? now
    var effects = state.handle(event)
    effects += state.timePassed(since: before)
    effects += state.draftToSave()
    state.settle()
    return effects
}

extension State {
    fileprivate mutating func handle(_ event: Event) -> [Effect] {
        switch event {
        case .key(let key): return press(key)
        case .paste(let text): return paste(text)
        case .ended(let child, _): if child.changesBook { work = nil }
        default: break
        }
        return offerToOverlay(event) ?? handleBelowOverlay(event)
    }

    private mutating func handleBelowOverlay(_ event: Event) -> [Effect] {
        switch event {
        case .key, .paste, .tick: return []
        case .started: return start()
        case .shown: return firstScreenIsUp()
        case .resize(let size): self.size = size
        case .previewDue: return preview()
        case .loaded(let reply): return handle(reply)
        case .bookChanged: return lookAgain()
        case .recorded(let id, let outcome): return handle(outcome, of: id)
        case .sent(_, let outcome): return sentLate(outcome)
        case .mailed(let outcome): notice = outcome.notice
        case .draftSaved(let id): if note?.id == id, note?.saving == .pending { note?.saving = .saved }
        case .edited(let id, let text): return takeEdited(text, of: id)
        case .pasteKept(let path): notice = .plain(DeskSentences.pasteKept(in: path))
        case .rateSet(let currency, let rate):
            notice = .plain(DeskSentences.rateSet(currency, rate.text, rules.base))
            return lookAgain()
        case .written(let path): notice = .plain(DeskSentences.written(to: path))
        case .progress(let child, let done, let total):
            if child.changesBook { work = Work(child: child, done: done, total: total) }
        // For a page that has been left.
        case .looked, .backtested, .pathCompleted: break
        case .ended(let child, let outcome): return ended(child, outcome)
        case .opened(let book): return opened(book) + firstScreenIsUp()
        case .failed(let failure): return handle(failure)
        case .ending: return leave()
        }
        return []
    }

    /// Whatever changed the note, it goes to disk.
    fileprivate mutating func draftToSave() -> [Effect] {
        guard var changed = note, changed.isDirty else { return [] }
        changed.isDirty = false
        // A note that has been emptied again leaves nothing to find.
        guard changed.isWorthKeeping else {
            let wasSaved = changed.saving != .nothing
            changed.saving = .nothing
            note = changed
            return wasSaved ? [.deleteDraft(id: changed.id)] : []
        }
        changed.saving = .pending
        note = changed
        return [.saveDraft(changed.draft(at: now))]
    }

    /// What is kept for drawing: the page's lines at the width that it has now, the text field's scroll.
    fileprivate mutating func settle() {
        let layout = PaneLayout(self, size: size)
        preparePictures(layout.queueText)
        if account.open != nil {
            account.open?.prepare(width: layout.pageWidth, theme: desk.theme, offset: desk.offset)
        }
        checkReadBack()
        prepareTrack()
        if let head = layout.callHead, account.open != nil {
            let isInbound = note?.call?.direction == .inbound
            account.open?.prepareCallHead(
                isInbound: isInbound, width: head.columns, theme: desk.theme, offset: desk.offset)
        }
        if let rows = layout.noteText, note != nil {
            let context = noteContext
            _ = note?.edit(in: context) { editor in
                editor.settle(in: rows.size)
                return false
            }
        }
    }

    private mutating func preparePictures(_ pane: Rect) {
        let occasion = RowPictures.Occasion(
            width: pane.columns, minute: now.milliseconds / 60_000, done: queue.done.count,
            parked: parked.map(\.account))
        // The view holds the whole state: with the pictures in it, each new one would have to copy all of them.
        var pictures = queue.pictures
        queue.pictures = RowPictures()
        let view = QueueView(self)
        pictures.prepare(view.visible(in: pane.size), for: occasion) { view.picture(of: $0, width: pane.columns, &$1) }
        queue.pictures = pictures
    }

    // MARK: Coming and going

    private mutating func start() -> [Effect] {
        guard let book else { return [] }
        return opened(book)
    }

    private mutating func opened(_ book: BookState) -> [Effect] {
        opening = .book(book)
        work = nil
        queue.isUpToDate(with: book)
        lookWhose()
        // The rows that are seen first; the others come when they are up.
        return [.load(.queue(queue.query(at: moment, rows: queueHeight)))]
    }

    private mutating func firstScreenIsUp() -> [Effect] {
        guard let book else { return [] }
        var effects: [Effect] =
            queue.queryForMore(at: moment, margin: QueuePane.pageSize).map { [.load(.queue($0))] } ?? []
        if let first = desk.complaints.first {
            notice = .alert(DeskSentences.complaint(first, more: desk.complaints.count - 1))
        }
        guard !isReadOnly else { return effects }
        effects += [.load(.drafts), loadActivity(), loadAppointments(), loadPlanned()] + loadReturns()
        if book.rankedDay != today || book.isOrderDue { effects.append(rankToday()) }
        return effects
    }

    private mutating func rankToday() -> Effect {
        work = Work(child: .morning)
        return .run(.morning)
    }

    /// What a new minute or a new day brings, whichever event came with it.
    fileprivate mutating func timePassed(since before: Instant) -> [Effect] {
        guard !isReadOnly, hasBook, now.milliseconds / 60_000 != before.milliseconds / 60_000 else { return [] }
        suggestBreak()
        guard today != local(before).day else { return [loadAppointments()] + rankWhatWasLeft() }
        // A cover may have ended with the day.
        lookWhose()
        notice = .plain(DeskSentences.dayHasBegun(today))
        return (work == nil ? [rankToday()] : []) + [loadActivity(), loadPlanned()]
    }

    /// Who took an import in and was stopped before its order was stored left that to the next program.
    private mutating func rankWhatWasLeft() -> [Effect] {
        guard let book, book.isOrderDue, work == nil else { return [] }
        return [rankToday()]
    }

    /// Not during a call, and not over a sentence that says something else.
    private mutating func suggestBreak() {
        guard let minutes = desk.targets.breakAfter, note?.call?.isRunning != true, notice == nil,
            sitting.isBreakDue(after: minutes, at: now)
        else { return }
        notice = .plain(DeskSentences.timeForABreak(after: minutes))
    }

    private mutating func ended(_ child: Child, _ outcome: ChildOutcome) -> [Effect] {
        // What reads only was for a page that has been left.
        guard child.changesBook else { return [] }
        if case .importing = child, importEnded(outcome) { return lookAgain() }
        guard case .failed(let why) = outcome else { return lookAgain() }
        if case .welcome(var welcome) = opening {
            welcome.problem = why
            welcome.stage = .choosing
            opening = .welcome(welcome)
        } else {
            notice = .alert(why)
        }
        return []
    }

    /// The terminal goes away or the program has to: what was typed is on disk before.
    mutating func leave() -> [Effect] {
        guard let note, note.isWorthKeeping else { return [.quit] }
        self.note?.isDirty = false
        return [.saveDraft(note.draft(at: now)), .quit]
    }

    // MARK: What others did

    /// Asks what has changed in the book. No effects if there is none, or if another day is being read.
    func lookAgain() -> [Effect] {
        // What is read for another moment doesn't change.
        guard hasBook, !isReadOnly else { return [] }
        var effects: [Effect] = [.load(.about)]
        if let open = account.open { effects.append(.load(.dossier(open.dossier.asked, moment, .compare))) }
        return effects
    }

    private func loadPlanned() -> Effect {
        .load(.planned(owner: desk.author, from: today, through: today.advanced(by: PlannedLoad.reach)))
    }

    func loadActivity() -> Effect {
        var query = JournalQuery()
        query.author = desk.author
        query.from = today
        query.to = today
        return .load(.journal(query, .activity))
    }

    /// Reads the queue again, and the account on screen if something has changed on it.
    mutating func reload() -> [Effect] {
        lookWhose()
        queue.reset()
        var effects: [Effect] = [.load(.about), .load(.queue(queue.query(at: moment)))]
        if let open = account.open, open.change != nil { effects += readAgain(open.payer) }
        // The cursor is on another row by then: its page follows, as it does after a move.
        return effects + (focus == .queue ? [.previewLater] : [])
    }

    private mutating func handle(_ failure: EffectFailure) -> [Effect] {
        switch failure.what {
        case .load(.dossier(_, _, .open)):
            account = .nothing
        case .load(.dossier): return []
        case .load(.queue): queue.loadingFailed()
        case .draft(let id):
            if note?.id == id { note?.saving = .failed(failure.sentence) }
        case .load, .other: break
        }
        notice = .alert(failure.sentence)
        return []
    }
}
