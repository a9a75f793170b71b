import Receivables
import Terminal

/// A message as it would be sent, to be read, turned into one of another kind, and sent with one key.
struct MessagePane: Overlay {
    private(set) var request: MessageRequest
    private var phase = Phase.reading
    private var scroll = Scroll()
    /// Whether the book has changed it since it was shown first.
    private var isChanged = false

    private enum Phase: Sendable, Hashable {
        case reading
        case showing(MessageDraft)
        case none(String)
        case sending(MessageDraft)
    }

    init(_ request: MessageRequest) { self.request = request }

    var draft: MessageDraft? {
        switch phase {
        case .showing(let draft), .sending(let draft): draft
        case .reading, .none: nil
        }
    }

    var customer: SelectedCustomer? { SelectedCustomer(payer: request.account, name: request.name) }

    func title(in state: State) -> String { MessageSentences.message(to: request.name) }

    func hints(in state: State) -> [OverlayHint] {
        (draft == nil
            ? [] : [OverlayHint("Enter", HintSentences.putsIntoOutbox), OverlayHint("E", HintSentences.edits)])
            + [OverlayHint("Tab", HintSentences.anotherKind), .scroll, .back]
    }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        if case .sending = phase { return .stays }
        switch key {
        case .escape, .character("q"): return .closed(saying: .plain(MessageSentences.nothingWasSent))
        case .enter:
            guard let draft else { return .stays }
            phase = .sending(draft)
            return .stays([.send(request, shown: draft)])
        case .character("E"):
            guard let draft else { return .stays }
            return .stays([.edit(id: request.id, text: draft.lines.joined(separator: "\n"))])
        case .tab, .right, .character("l"): return turn(by: 1, in: state)
        case .backTab, .left, .character("h"): return turn(by: -1, in: state)
        default:
            guard let movement = Movement(readingKey: key) else { return nil }
            let count = lines(width: state.overlayWidth, theme: state.desk.theme).count
            scroll.move(movement, count: count, height: state.overlayPageRows)
            return .stays
        }
    }

    /// Asks for the kind so many steps on from this one.
    private mutating func turn(by step: Int, in state: State) -> OverlayResponse {
        let all = MessageKind.allCases
        let index = all.firstIndex(of: request.kind) ?? 0
        var request = request
        request.kind = all[(index + step + all.count) % all.count]
        request.words = nil
        self = MessagePane(request)
        return .stays([.load(.message(request, state.moment))])
    }

    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? {
        switch event {
        case .loaded(.message(let answer, let request)):
            guard request == self.request, phase == .reading else { return .stays }
            switch answer {
            case .draft(let draft): phase = .showing(draft)
            case .problem(let why): phase = .none(why)
            }
            return .stays
        case .edited(let id, let text) where id == request.id: return change(to: text, in: state)
        case .sent(let id, let outcome) where id == request.id: return handle(outcome)
        default: return nil
        }
    }

    /// The body as it came back from the editor.
    private mutating func change(to text: String, in state: State) -> OverlayResponse {
        var words = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while words.last?.allSatisfy(\.isWhitespace) ?? false { words.removeLast() }
        guard !words.isEmpty else {
            return .stays(notice: .plain("a message without words isn't sent: it is as it was"))
        }
        guard words + [""] != draft?.lines, words != draft?.lines else { return .stays }
        request.words = words
        phase = .reading
        scroll = Scroll()
        return .stays([.load(.message(request, state.moment))])
    }

    private mutating func handle(_ outcome: SendEvent) -> OverlayResponse {
        switch outcome {
        case .saved(let record, let place): return .closes { [request] in $0.sent(request, record, place) }
        case .changed(let draft):
            phase = .showing(draft)
            isChanged = true
        case .leftOut(let why): phase = .none(why)
        case .failed(let why):
            if let draft { phase = .showing(draft) }
            return .stays(notice: .alert(why))
        }
        return .stays
    }

    // MARK: Drawing

    func draw(on canvas: inout Canvas, in state: State) {
        canvas.draw(lines(width: canvas.columns, theme: canvas.theme), scroll)
    }

    /// The message as it would be sent, to whom, and what else it could be.
    private func lines(width: Int, theme: Theme) -> [Line] {
        let kinds = MessageKind.allCases.reduce(Line()) { line, kind in
            let isChosen = kind == request.kind
            return line.then(isChosen ? theme.glyphs[.pointer] : " ", .key).then(
                kind.title, isChosen ? .selected : .muted
            ).then(" ")
        }
        var lines = kinds.wrapped(to: width) + [Line()]
        switch phase {
        case .reading: lines.append(Line(MessageSentences.writing, .muted))
        case .none(let why): lines += Line(MessageSentences.nothingToSend(why), .soon).wrapped(to: width)
        case .showing(let draft), .sending(let draft):
            if isChanged {
                let words =
                    request.words == nil ? MessageSentences.messageHasChanged : MessageSentences.yourWordsMayBeOld
                lines += Line(words, .soon).wrapped(to: width)
            }
            lines += label(
                MessageSentences.toField,
                draft.record.contact.isEmpty ? draft.record.to : "\(draft.record.contact) <\(draft.record.to)>",
                width)
            lines += label(MessageSentences.subjectField, draft.subject, width)
            if request.words != nil { lines.append(Line(MessageSentences.edited, .muted)) }
            lines.append(Line())
            lines += draft.lines.flatMap { $0.isEmpty ? [Line()] : Line($0).wrapped(to: width) }
        }
        return lines
    }

    private func label(_ name: String, _ text: String, _ width: Int) -> [Line] {
        (Line("\(name)  ".padding(to: 9), .key) + Line(text, .strong)).wrapped(to: width)
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
