import Receivables
import Terminal

// The talk track of the call on screen.
extension State {
    /// What the call on screen is about: as the caller says, else as the facts speak for it.
    var situation: CallSituation { chosenSituation ?? likelySituation }

    private var chosenSituation: CallSituation? {
        note?.track.situation ?? account.open?.situation ?? saidSituation
    }

    var likelySituation: CallSituation { account.open?.filled?.likely ?? .firstLate }

    /// The code of the language in which the customer is spoken to: as was learned on this call, else as it is on file.
    var spokenLanguage: String {
        let said = note?.facts.agreed
        let learned = (said?.languages.map(\.language) ?? []) + (said?.contacts.map(\.language) ?? [])
        let onFile = [
            account.open?.phone?.contact.language ?? "",
            account.open?.dossier.facts.accounts.first?.account.language ?? "",
        ]
        return (learned.reversed() + onFile).lazy.compactMap { LanguageCode.code(of: $0) }.first
            ?? SpokenTongue.english.rawValue
    }

    /// What the lines of the note turn the call into; nil where they don't.
    private var saidSituation: CallSituation? {
        guard let agreed = note?.facts.agreed else { return nil }
        if !agreed.plans.isEmpty { return .plan }
        if !agreed.disputes.isEmpty { return .disputed }
        if !agreed.claims.isEmpty { return .paidAlready }
        return agreed.causes.contains(.customerCash) ? .hardship : nil
    }

    /// Fills the track in, unless that was done for this situation and contact: it reads every item of the account.
    mutating func prepareTrack() {
        guard let open = account.open, note?.call != nil || overlay is TrackPage else { return }
        let isInbound = note?.call?.direction == .inbound
        let occasion = FilledTrack.Occasion(
            chosen: chosenSituation, isInbound: isInbound, contact: isInbound ? "" : open.phone?.contact.name ?? "",
            language: spokenLanguage)
        if let filled = open.filled, filled.occasion == occasion {
            note?.track.likely = filled.likely
            return
        }
        let likely = CallSituation.likely(open.dossier, isInbound: isInbound)
        note?.track.likely = likely
        let situation = occasion.chosen ?? likely
        let track = desk.tracks.track(situation, occasion.language).map { track, language in
            // Who called us isn't told that we call them.
            let begun = isInbound ? desk.tracks.track(.inbound, occasion.language)?.track : nil
            return SpokenTrack(
                begun.map { track.opening(as: $0) } ?? track, for: situation, open.dossier, caller: desk.caller,
                contact: occasion.contact,
                in: SpokenForm.named(language))
        }
        account.open?.filled = FilledTrack(track: track, likely: likely, occasion: occasion)
    }

    /// Ticks the step that is to be said now; the next one then stands above the note.
    mutating func tickStep() -> [Effect] {
        guard let track = account.open?.filled?.track, let step = note?.track.current(in: track) else {
            notice = .plain(TrackSentences.everyStepIsTicked)
            return []
        }
        note?.track.tick(step)
        note?.isDirty = true
        return []
    }

    mutating func showTrack() -> [Effect] {
        guard account.open != nil else { return [] }
        if overlay is BreachPane || overlay is Question {
            notice = .plain(TrackSentences.answerFirst)
            return []
        }
        overlay = TrackPage()
        prepareTrack()
        guard let track = account.open?.filled?.track else {
            overlay = nil
            notice = .plain(TrackSentences.noTrack)
            return []
        }
        overlay = TrackPage(at: note?.track.current(in: track), in: track)
        if desk.caller.company.isEmpty { notice = .plain(TrackSentences.noCompany) }
        return []
    }

    /// Another situation than the facts speak for.
    mutating func choose(_ situation: CallSituation) {
        account.open?.situation = situation
        note?.track.begin(situation)
        if note?.call != nil { note?.isDirty = true }
        prepareTrack()
    }

    /// Shows where a fact stands.
    mutating func show(_ source: TalkFact.Source) -> [Effect] {
        guard let open = account.open else { return [] }
        let page = AccountPage(
            open.dossier, dialling: open.phone, width: PaneLayout(self, size: size).pageWidth, theme: desk.theme,
            offset: desk.offset)
        switch source {
        case .desk:
            notice = .plain(TrackSentences.fromSettings)
            return []
        case .item(let number): showItems(of: open) { $0.items.firstIndex { $0.number == number } ?? 0 }
        case .items: showItems(of: open) { _ in 0 }
        case .customer: showPage(at: 0)
        case .habit: showPage(at: page.start(of: .habit))
        case .matters: showPage(at: page.start(of: .promised))
        case .entry(let seq): showPage(at: page.start(ofEntry: seq))
        }
        return []
    }

    private mutating func showItems(of open: OpenAccount, _ place: (ItemList) -> Int) {
        var list = ItemList(ItemsPage(open.dossier, theme: desk.theme))
        list.cursor.go(to: place(list), count: list.items.count, height: max(1, accountHeight - ItemList.chrome))
        account.open?.items = list
        focus = .account
    }

    private mutating func showPage(at line: Int) {
        account.open?.items = nil
        account.open?.scroll = Scroll(top: line)
        focus = .account
    }
}
