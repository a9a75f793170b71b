import Receivables
import Terminal

/// Whom one calls there, as a form. What was changed goes into the note as a line, and counts once it is recorded.
struct ContactForm: Overlay {
    private let contacts: [Contact]
    /// The one that is shown; behind the last stands a new one.
    private var place: Int
    private var fields: [LineEditor] = []
    private var field = 0

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
        fill()
    }

    private mutating func fill() {
        fields = Field.allCases.map {
            LineEditor(contacts.indices.contains(place) ? $0.value(of: contacts[place]) : "")
        }
        field = contacts.indices.contains(place) ? 2 : 0
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
        switch key {
        case .escape: return .closed
        case .enter:
            guard let line else { return .stays([], notice: .plain(ContactSentences.nothingWasChanged)) }
            return .closes { $0.isReadOnly ? [] : $0.beginLine(line) }
        case .tab, .down: field = (field + 1) % fields.count
        case .backTab, .up: field = (field + fields.count - 1) % fields.count
        case .pageDown, .pageUp:
            let count = contacts.count + 1
            place = (place + (key == .pageDown ? 1 : count - 1)) % count
            fill()
        default: return fields[field].handle(key) ? .stays : nil
        }
        return .stays
    }

    mutating func paste(_ text: String, in state: State) -> [Effect] {
        fields[field].paste(text)
        return []
    }

    private func text(_ field: Field) -> String {
        let place = Field.allCases.firstIndex(of: field) ?? 0
        return fields[place].text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// `/contact Jane Moss +44 113 496 0182 mail jane@acme.example`; nil where nothing was changed.
    private var line: String? {
        let old = contacts.indices.contains(place) ? contacts[place] : Contact(name: "")
        // Under another name it is another person.
        let isSame = text(.name) == old.name
        let changed = Field.allCases.filter {
            $0 != .name && !text($0).isEmpty && !(isSame && text($0) == $0.value(of: old))
        }
        guard !text(.name).isEmpty, !changed.isEmpty else { return nil }
        // The number stands behind the name.
        let ordered = changed.filter { $0 == .number } + changed.filter { $0 != .number }
        return "/contact " + ([text(.name)] + ordered.map { $0.mark + text($0) }).joined(separator: " ")
    }

    func draw(on canvas: inout Canvas, in state: State) {
        for (row, name) in Field.allCases.enumerated() {
            let label = Line(name.rawValue, row == field ? .key : .muted).padded(to: 10)
            canvas.draw(fields[row], label: label, row: row, hasKeyboard: row == field)
            if fields[row].isEmpty, row != field {
                canvas.put(Line(name.example, .muted), row: row, column: 10, width: max(0, canvas.columns - 10))
            }
        }
        let line = line.map { Line("\(HintSentences.intoNote): ", .muted).then($0, .structured) }
        for (row, line) in (line ?? Line(ContactSentences.nothingWasChanged, .muted)).wrapped(to: canvas.columns)
            .enumerated()
        {
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
