import Receivables
import Terminal

/// Whom one calls there, as a form. What was changed goes into the note as a line, and counts once it is recorded.
struct ContactForm: Overlay {
    private let contacts: [Contact]
    /// The one that is shown; behind the last stands a new one.
    private var place: Int
    /// What was typed, for each of them.
    private var typed: [[LineEditor]]
    private var field = 0
    /// Esc was pressed with something changed.
    private var isLeaving = false

    private enum Field: String, CaseIterable {
        case name, role, number, email = "e-mail", language, best

        func value(of contact: Contact) -> String {
            switch self {
            case .name: contact.name
            case .role: contact.role
            case .number: contact.phone
            case .email: contact.email
            case .language: contact.language
            case .best: contact.preferred?.text ?? ""
            }
        }

        /// What stands before its value in a line of the note.
        var mark: String {
            switch self {
            case .name, .number: ""
            case .role: "role "
            case .email: "mail "
            case .language: "speaks "
            case .best: "best "
            }
        }

        var example: String {
            switch self {
            case .best: ContactSentences.exampleHours
            case .language: ContactSentences.exampleLanguage
            case .role: ContactSentences.exampleRole
            default: ""
            }
        }
    }

    /// - Parameter shown: the one to begin with; nil for a new one.
    init(_ contacts: [Contact], at shown: Contact?) {
        self.contacts = contacts
        place = shown.flatMap { shown in contacts.firstIndex { $0.name == shown.name } } ?? 0
        typed = (contacts + [Contact(name: "")]).map { contact in
            Field.allCases.map { LineEditor($0.value(of: contact)) }
        }
        field = contacts.isEmpty ? 0 : 2
    }

    func title(in state: State) -> String {
        contacts.indices.contains(place)
            ? ContactSentences.contact(place + 1, of: contacts.count) : ContactSentences.newContact
    }

    func hints(in state: State) -> [OverlayHint] {
        [
            OverlayHint("Enter", HintSentences.intoNote), OverlayHint("Tab", ContactSentences.field),
            OverlayHint("PgDn", ContactSentences.nextOrNew),
            .back,
        ]
    }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        let wasLeaving = isLeaving
        isLeaving = false
        switch key {
        case .escape:
            guard !lines.isEmpty, !wasLeaving else { return .closed }
            isLeaving = true
            return .stays(notice: .plain(ContactSentences.leave))
        case .enter:
            guard !lines.isEmpty else { return .stays(notice: .plain(ContactSentences.nothingWasChanged)) }
            return .closes { [lines] in $0.isReadOnly ? [] : $0.addLines(lines.joined(separator: "\n")) }
        case .tab, .down: field = (field + 1) % Field.allCases.count
        case .backTab, .up: field = (field + Field.allCases.count - 1) % Field.allCases.count
        case .pageDown, .pageUp:
            place = (place + (key == .pageDown ? 1 : typed.count - 1)) % typed.count
            field = contacts.indices.contains(place) ? 2 : 0
        default:
            if typed[place][field].handle(key) { return .stays }
            // Another command: what was typed goes into the note before.
            guard !lines.isEmpty, !state.isReadOnly else { return nil }
            return .closes { [lines] state in
                let effects = state.addLines(lines.joined(separator: "\n"))
                return effects + state.press(key)
            }
        }
        return .stays
    }

    mutating func paste(_ text: String, in state: State) -> [Effect] {
        typed[place][field].paste(text)
        return []
    }

    /// A line for each contact that was changed.
    private var lines: [String] { typed.indices.compactMap(line) }

    private func text(_ field: Field, of place: Int) -> String {
        let text = typed[place][Field.allCases.firstIndex(of: field) ?? 0].text
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// `/contact Jane Moss +44 113 496 0182 mail jane@acme.example`; nil where nothing was changed.
    private func line(of place: Int) -> String? {
        let old = contacts.indices.contains(place) ? contacts[place] : Contact(name: "")
        // Under another name it is another person.
        let name = text(.name, of: place)
        let isSame = name == old.name
        let changed = Field.allCases.filter { field in
            let said = text(field, of: place)
            return field != .name && !said.isEmpty && !(isSame && said == field.value(of: old))
        }
        guard !name.isEmpty, !changed.isEmpty else { return nil }
        // The number stands behind the name.
        let ordered = changed.filter { $0 == .number } + changed.filter { $0 != .number }
        let parts = ordered.map { $0.mark + PlannedContact.typed(text($0, of: place)) }
        return "/contact " + ([PlannedContact.typed(name)] + parts).joined(separator: " ")
    }

    func draw(on canvas: inout Canvas, in state: State) {
        for (row, name) in Field.allCases.enumerated() {
            let label = Line(name.rawValue, row == field ? .key : .muted).padded(to: 10)
            canvas.draw(typed[place][row], label: label, row: row, hasKeyboard: row == field)
            if typed[place][row].isEmpty, row != field {
                canvas.put(Line(name.example, .muted), row: row, column: 10, width: max(0, canvas.columns - 10))
            }
        }
        let head = Line(lines.isEmpty ? ContactSentences.nothingWasChanged : ContactSentences.intoTheNote, .muted)
        let shown = [head] + lines.flatMap { Line($0, .structured).wrapped(to: canvas.columns) }
        for (row, line) in shown.enumerated() {
            canvas.put(line, row: Field.allCases.count + 1 + row, width: canvas.columns)
        }
    }
}

extension State {
    mutating func showContacts() -> [Effect] {
        guard let open = account.open else { return [] }
        overlay = ContactForm(open.dossier.contacts.map(\.contact), at: open.phone?.contact)
        return []
    }
}
