import Receivables
import Terminal

// The backbone of a call beside its note.
extension State {
    /// What the call on screen is about: as the caller says, else as the facts speak for it.
    var situation: CallSituation { chosenSituation ?? likelySituation }

    private var chosenSituation: CallSituation? { note?.track.situation ?? account.open?.situation }

    var likelySituation: CallSituation { account.open?.filled?.likely ?? .firstLate }

    /// In what language the customer is spoken to, as far as a track is there for it.
    private var language: String {
        let ofAccount = account.open?.dossier.facts.accounts.first?.account.language ?? ""
        let spoken = [account.open?.phone?.contact.language ?? "", ofAccount]
        return spoken.lazy.compactMap { LanguageCode.code(of: $0) }.first ?? SpokenTongue.english.rawValue
    }

    /// Fills the track in, unless that was done for this situation and contact: it reads every item of the account.
    mutating func prepareTrack() {
        guard let open = account.open, note?.call != nil || overlay is TrackPage else { return }
        let isInbound = note?.call?.direction == .inbound
        let occasion = FilledTrack.Occasion(
            chosen: chosenSituation, isInbound: isInbound, contact: isInbound ? "" : open.phone?.contact.name ?? "")
        if let filled = open.filled, filled.occasion == occasion {
            note?.track.likely = filled.likely
            return
        }
        let likely = CallSituation.likely(open.dossier, isInbound: isInbound)
        note?.track.likely = likely
        let situation = occasion.chosen ?? likely
        let track = desk.tracks.track(situation, language).map { track, language in
            SpokenTrack(
                track, for: situation, open.dossier, caller: desk.caller, contact: occasion.contact,
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
        overlay = TrackPage()
        prepareTrack()
        guard let track = account.open?.filled?.track else {
            overlay = nil
            notice = .plain(TrackSentences.noTrack)
            return []
        }
        overlay = TrackPage(at: note?.track.current(in: track), in: track)
        return []
    }

    /// Another situation than the facts speak for.
    mutating func choose(_ situation: CallSituation) {
        account.open?.situation = situation
        note?.track.situation = situation
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
            notice = .plain(TrackSentences.comesFromSettings)
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
