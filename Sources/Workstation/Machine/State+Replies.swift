import Receivables

extension State {
    /// Handles what the book has answered to the panes. Answers that are no longer awaited are dropped.
    mutating func handle(_ reply: Reply) -> [Effect] {
        switch reply {
        case .about(let book): return handle(book)
        case .queue(let page, let query): return handle(page, query)
        case .appointments(let rows): return handle(appointments: rows)
        case .dossier(let dossier, .open): return show(dossier)
        case .dossier(let dossier, .compare): compare(dossier)
        case .drafts(let drafts, let unreadable): park(drafts, unreadable)
        case .planned(let counts): planned = PlannedLoad(counts)
        case .journal(let entries, .activity): activity = Activity(entries)
        case .journal(let entries, .lastRecord): askToUndo(lastRecord(in: entries))
        case .journal(let entries, .comments(let isAsked)): take(comments: entries, isAsked: isAsked)
        case .returns(let rows, let isAsked): if !isAsked { offerReturns(rows) }
        // For overlays that have been left.
        case .overview, .later, .handOffs, .causes, .receipts, .message, .reminders, .unsent, .letter, .found: break
        }
        return []
    }

    private mutating func handle(_ book: BookState) -> [Effect] {
        opening = .book(book)
        // What has been written since says nothing about the day that is being read.
        guard !isReadOnly else {
            queue.isUpToDate(with: book)
            return []
        }
        // Everybody is being ranked again: the book says so again when that is done.
        guard !book.isOrderDue else { return [] }
        // A queue that no one has touched yet may change: nothing is under the cursor that could move.
        let isUntouched = queue.cursor.index == 0 && note == nil && overlay == nil
        // Covering somebody widens what there is to look at, and moves nothing.
        lookWhose()
        if let ranked = queue.rankedDay, book.rankedDay != ranked, isUntouched, account.open == nil {
            queue.isUpToDate(with: book)
            return [.load(.queue(queue.query(at: moment)))]
        }
        if queue.isBeingRead {
            queue.isUpToDate(with: book)
        } else {
            queue.compare(book)
        }
        return []
    }

    private mutating func handle(_ page: QueuePage, _ query: QueueQuery) -> [Effect] {
        let isWhole = query.offset == 0 && queue.isBeingRead
        queue.show(page, query, isWhole: isWhole)
        if isWhole { queue.cursor.go(to: queue.cursor.index, count: queue.rows.count, height: queueHeight) }
        return []
    }

    /// Parks the drafts on disk, perhaps of a program that was killed, each on its own account.
    private mutating func park(_ drafts: [Draft], _ unreadable: [UnreadableDraft]) {
        let known = Set(parked.map(\.id) + [note?.id].compactMap(\.self))
        let fresh = drafts.filter { !known.contains($0.id) }
        parked = fresh + parked
        let isNews = unreadable != unreadableDrafts
        unreadableDrafts = unreadable
        let phone = desk.bindings.label(of: .phoneRings)
        if let first = unreadable.first, isNews {
            let name = first.file.split(separator: "/").last.map(String.init) ?? first.file
            notice = .alert(
                DeskSentences.draftsUnreadable(unreadable.count, first: name, key: phone))
            return
        }
        guard let newest = fresh.last else { return }
        notice = .plain(
            DeskSentences.draftsWereKept(fresh.count, lastFor: newest.name, key: phone))
    }

    /// One line that says what has changed on the account on screen; the page stays as it was read.
    private mutating func compare(_ fresh: Dossier) {
        guard let open = account.open, open.payer == fresh.facts.payer else { return }
        var parts: [String] = []
        let ours = open.dossier.seen
        if let entry = fresh.history.first(where: { $0.seq > ours }) { parts.append(State.words(for: entry)) }
        let before = State.overdue(open.dossier), after = State.overdue(fresh)
        if before != after {
            parts.append(DeskSentences.overdueChanged(from: before, to: after, arrow: desk.theme.glyphs[.arrow]))
        }
        guard !parts.isEmpty else { return }
        let change = "\(local(now).time.text) " + parts.joined(separator: " \(desk.theme.glyphs[.bullet]) ")
        account.open?.change = change
    }

    private static func overdue(_ dossier: Dossier) -> String {
        let sums = dossier.standing.figures.filter { $0.overdue != 0 }.map { $0.money(\.overdue).withCurrency }
        return sums.isEmpty ? DeskSentences.nothingOverdue : sums.joined(separator: " + ")
    }

    /// `Ana: call, will check`
    static func words(for entry: Entry) -> String {
        switch entry.act {
        case .call(let call): DeskSentences.called(entry.author, call.result.title)
        case .undo: DeskSentences.tookBack(entry.author)
        case .hold, .decision, .release, .handOver, .message:
            DeskSentences.recorded(entry.author, entry.act.plainText ?? entry.act.kind)
        default: DeskSentences.recorded(entry.author, entry.act.kind)
        }
    }
}
