import Receivables

@testable import Workstation

/// A book in memory that answers effects at once, as the loop does.
struct FakeBook {
    var dossiers = Fixture.all
    /// Made-up payers behind those with a dossier, for long queues.
    var extraRows = 0
    var journal: [Entry] = [Fixture.entry(1, "10442", "2026-11-02", .note(NoteRecord())), Fixture.northwind.history[0]]
    var drafts: [Draft] = []
    var unreadable: [UnreadableDraft] = []
    var rankedDay = Fixture.today
    var isOrderDue = false
    var later: [LaterRow] = [
        LaterRow(
            payer: AccountNumber("40001"), name: "Mill & Sons", wakes: Fixture.day("2026-11-26"),
            reason: "follow-up: has the cheque come?", collectable: [Money(minor: 120_000, Fixture.gbp)])
    ]
    var appointments: [QueueRow] = []
    var covers: [Covering] = []
    var causes: [CauseCount] = []
    /// What is planned for the days to come.
    var planned: [Day: Int] = [:]
    var returns: [Covered] = []
    var handOffs: [HandOffCase] = []
    /// What the next records come to, instead of being saved.
    var outcomes: [RecordEvent] = []
    /// What the next messages come to, instead of being sent.
    var sendOutcomes: [SendEvent] = []
    /// What a look at a file shows, by what was said about it.
    var look: @Sendable (ImportRequest) -> ImportLook = ImportFixture.look
    /// Ids of messages that the mail command took, or that were marked.
    var sentMessages: Set<String> = []
    /// Looks are answered by the test itself.
    var looksWait = false
    /// Every effect, in order.
    private(set) var log: [Effect] = []

    var about: BookState {
        BookState(
            id: "b", rules: Fixture.rules, accounts: dossiers.count, entries: Int64(journal.count),
            rankedDay: rankedDay,
            isOrderDue: isOrderDue, cashKnownTo: Fixture.day("2026-11-23"), head: "",
            collectors: Set(dossiers.map(collector)).subtracting([""]).sorted(), covers: covers)
    }

    private func collector(_ dossier: Dossier) -> String { dossier.facts.accounts.first?.account.collector ?? "" }

    mutating func answer(_ effect: Effect) -> [Event] {
        log.append(effect)
        switch effect {
        case .load(let query): return reply(to: query).map { [.loaded($0)] } ?? []
        case .record(let entry, let seen): return [record(entry, seen: seen)]
        case .saveDraft(let draft):
            drafts.removeAll { $0.id == draft.id }
            drafts.append(draft)
            return [.draftSaved(id: draft.id)]
        case .writeHandOff(let request):
            return [.written(path: "/tmp/\(request.recipient.title).\(request.isMessage ? "eml" : "csv")")]
        case .deleteDraft(let id):
            drafts.removeAll { $0.id == id }
            return []
        case .run(.looking(let request, let number)):
            let look = looksWait ? nil : self.look(request)
            return look.map {
                [.looked($0, number: number), .ended(.looking(request: request, number: number), .done)]
            } ?? []
        case .send(let request, let shown): return send(shown.record, id: request.id, to: request.account)
        case .remind(let id, let payer): return remind(payer, id: id)
        case .outbox(let act, let message): return outbox(act, message)
        case .setRate(let currency, let rate, _): return [.rateSet(currency, rate)]
        case .previewLater, .completePath, .stopWaiting, .takeBackMessage, .keepPaste, .edit, .copy, .dial, .run, .stop,
            .repaint,
            .ring, .suspend,
            .quit:
            return []
        }
    }

    mutating func add(_ act: Act, id: String, to payer: AccountNumber) {
        _ = record(
            NewEntry(id: id, payer: payer, at: Fixture.now, day: Fixture.today, author: "ana", act: act), seen: nil)
    }

    private mutating func record(_ entry: NewEntry, seen: Int64?) -> Event {
        if !outcomes.isEmpty { return .recorded(id: entry.id, outcomes.removeFirst()) }
        let seq = Int64(journal.count + 1)
        let recorded = Entry(
            seq: seq, id: entry.id, payer: entry.payer, at: entry.at, day: entry.day, author: entry.author,
            text: entry.text, act: entry.act, undoes: entry.undoes, hash: [])
        journal.append(recorded)
        for place in dossiers.indices where dossiers[place].facts.payer == entry.payer {
            dossiers[place].history.insert(recorded, at: 0)
            if let undone = entry.undoes { dossiers[place].undone.insert(undone) }
        }
        return .recorded(id: entry.id, .saved(seq))
    }

    private func reply(to query: Query) -> Reply? {
        switch query {
        case .about: return .about(about)
        case .queue(let query): return .queue(page(query), query)
        case .later: return .later(later)
        case .overview: return .overview(overview)
        case .returns(_, let isAsked): return .returns(returns, isAsked: isAsked)
        case .handOffs(let query): return .handOffs(handOffs.filter { query.mayWant($0.recipient) }, query)
        case .appointments: return .appointments(appointments)
        case .dossier(let number, _, let purpose):
            return dossiers.first { $0.asked == number }.map { .dossier($0, purpose) }
        case .causes: return .causes(causes)
        case .receipts(let payer, _):
            return .receipts(dossiers.first { $0.facts.payer == payer }?.receipts ?? [], payer)
        case .message(let request, _): return .message(message(request), request)
        case .reminders: return .reminders(reminders)
        case .unsent: return .unsent(unsent)
        case .letter: return .letter(["To: someone", "", "Dear Sir"])
        case .find(let words, let limit): return .found(find(words, limit), words: words)
        case .drafts: return .drafts(drafts, unreadable: unreadable)
        case .planned: return .planned(planned)
        case .journal(let query, let purpose):
            let entries = journal.reversed().filter { entry in
                (query.author == nil || query.author == entry.author)
                    && (query.kind == nil || query.kind == entry.act.kind)
                    && (query.from.map { $0 <= entry.day } ?? true)
            }
            return .journal(Array(entries.prefix(query.limit ?? .max)), purpose)
        }
    }

    private func page(_ query: QueueQuery) -> QueuePage {
        let shown = dossiers.filter { dossier in query.people.map { $0.contains(collector(dossier)) } ?? true }
        let all =
            shown.enumerated().map { Fixture.row($1, $0 + 1) }
            + (0..<extraRows).map { place in
                var row = Fixture.row(Fixture.pim, dossiers.count + place + 1)
                row.payer = AccountNumber("9\(place)")
                row.name = "Customer \(place)"
                return row
            }
        let stored = all.filter { row in
            (query.cell ?? row.standing.cell) == row.standing.cell
                && (query.tier ?? row.standing.tier) == row.standing.tier
        }
        let rows = stored.dropFirst(query.offset).prefix(query.limit ?? .max)
        return QueuePage(
            day: rankedDay, base: Fixture.gbp, cashKnownTo: Fixture.day("2026-11-23"), rows: Array(rows),
            total: stored.count)
    }

    private var overview: QueueOverview {
        var overview = QueueOverview(day: rankedDay, base: Fixture.gbp)
        for dossier in dossiers {
            overview.add(
                QueueOverview.Part(payers: 1, stake: dossier.standing.stakeInBase), tier: dossier.standing.tier,
                task: .call,
                cell: dossier.standing.cell, isWithoutStake: dossier.standing.isWithoutStake,
                isBroken: dossier.standing.isBroken)
        }
        overview.add(
            QueueOverview.Part(payers: later.count), tier: .resting, task: nil, cell: .watch, isWithoutStake: true,
            isBroken: false)
        return overview
    }

    private func find(_ words: String, _ limit: Int) -> [Found] {
        dossiers.filter { $0.facts.name.lowercased().contains(words.lowercased()) }.prefix(limit).map {
            let open = $0.standing.figures.map { Money(minor: $0.toCollect, $0.currency) }.filter { $0.minor > 0 }
            return Found(
                account: $0.asked, payer: $0.facts.payer, name: $0.facts.name, matched: "", open: open,
                zone: $0.askedFacts?.account.zone ?? "", lastContact: $0.facts.tally.lastContact)
        }
    }
}
