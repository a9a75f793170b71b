import Receivables
import Terminal

/// Asks why a call is made that breaks a rule: one key for what callers say most, or words of their own. Left with Esc,
/// no one is called.
struct BreachPane: Overlay {
    private let name: String
    /// The gravest first.
    private let breaches: [Breach]
    /// The line on which the call would go on, where it isn't dialled.
    private let line: CallLine?
    private var field = LineEditor()

    init(name: String, breaches: [Breach], line: CallLine?) {
        self.name = name
        self.breaches = breaches
        self.line = line
    }

    /// What a key says while nothing has been typed.
    private func usualReason(_ key: Key) -> String? {
        guard field.isEmpty, case .character(let digit) = key, let number = digit.wholeNumberValue,
            BrokenRules.usualReasons.indices.contains(number - 1)
        else { return nil }
        return BrokenRules.usualReasons[number - 1]
    }

    private func broken(because reason: String) -> BrokenRules { BrokenRules(breaches, because: reason) }

    func title(in state: State) -> String { CallSentences.askToCall(name) }

    func hints(in state: State) -> [OverlayHint] {
        [
            OverlayHint("Enter", HintSentences.calls),
            OverlayHint("1-\(BrokenRules.usualReasons.count)", HintSentences.usualReasons),
            OverlayHint("Esc", HintSentences.cancelsTheCall),
        ]
    }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        if let reason = usualReason(key) { return call(because: reason) }
        switch key {
        case .escape: return .closed(saying: .plain(CallSentences.noOneWasCalled))
        case .enter:
            let reason = field.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !reason.isEmpty else {
                return .stays(notice: .plain(CallSentences.breachNeedsReason))
            }
            return call(because: reason)
        default: return field.handle(key) ? .stays : nil
        }
    }

    mutating func paste(_ text: String, in state: State) -> [Effect] {
        field.paste(text)
        return []
    }

    private func call(because reason: String) -> OverlayResponse {
        .closes { [line, broken = broken(because: reason)] in $0.beginCall(.outbound, against: broken, on: line) }
    }

    // MARK: Drawing

    /// The rules in the way, the usual reasons with their keys, and a line for another.
    func draw(on canvas: inout Canvas, in state: State) {
        let usual = BrokenRules.usualReasons.enumerated().reduce(Line()) { line, reason in
            line.then("\(reason.offset + 1)", .key).then(" \(reason.element)   ")
        }
        let below = usual.wrapped(to: canvas.columns)
        var row = 0
        for breach in breaches {
            for line in mark(canvas).then(breach.text, .soon).wrapped(to: canvas.columns, limit: 2)
            where row < canvas.rows - 1 - below.count {
                canvas.put(line, row: row, width: canvas.columns)
                row += 1
            }
        }
        canvas.draw(field, label: Line("\(CallSentences.whyCall)  ", .key), row: row, hasKeyboard: true)
        for (place, line) in below.enumerated() { canvas.put(line, row: row + 1 + place, width: canvas.columns) }
    }

    private func mark(_ canvas: Canvas) -> Line {
        let mark = canvas.theme.mark(.soon)
        return mark.isEmpty ? mark : mark.then(" ")
    }
}

// A call that a contact rule stands against (DOMAIN.md §5, "Contact rules").
extension State {
    /// What stands against a call just now; nil where nothing does.
    ///
    /// - Parameter line: where it goes on that was dialled for another payer; that is no attempt.
    func breach(calling open: OpenAccount, on line: CallLine? = nil) -> BreachPane? {
        let check = ContactCheck(open.dossier, calling: open.phone?.contact, at: now, offset: desk.offset)
        let breaches = check.breaches.filter { line == nil || ![.attemptsPerDay, .attemptsPerWeek].contains($0.rule) }
        return breaches.isEmpty ? nil : BreachPane(name: open.name, breaches: breaches, line: line)
    }
}
