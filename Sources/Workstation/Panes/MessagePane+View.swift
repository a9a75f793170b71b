import Receivables
import Terminal

extension MessagePane {
    /// The message as it would be sent, to whom, and what else it could be.
    func lines(width: Int, theme: Theme) -> [Line] {
        let kinds = MessageKind.allCases.reduce(Line()) { line, kind in
            let isChosen = kind == request.kind
            return line.then(isChosen ? theme.glyphs[.pointer] : " ", .key).then(
                kind.title, isChosen ? .selected : .muted
            ).then(" ")
        }
        var lines = kinds.wrapped(to: width) + [Line()]
        switch phase {
        case .reading: lines.append(Line("writing\u{2026}", .muted))
        case .none(let why): lines += Line("Nothing to send: \(why).", .soon).wrapped(to: width)
        case .showing(let draft), .sending(let draft):
            if isChanged {
                lines += Line("The book has changed meanwhile: this is how it reads now.", .soon).wrapped(to: width)
            }
            lines += label(
                "To", draft.record.contact.isEmpty ? draft.record.to : "\(draft.record.contact) <\(draft.record.to)>",
                width)
            lines += label("Subject", draft.subject, width)
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
