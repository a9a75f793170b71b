import Terminal

// The page's children: looks, the import itself, profiles.
extension ImportPage {
    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? {
        switch event {
        case .pathCompleted(let completion): complete(completion)
        case .looked(let look, let number):
            if looking == number { show(look, in: state) }
        case .progress(.looking(_, let number), let done, let total):
            if looking == number { progress = (done, total) }
        case .ended(.looking(_, let number), let outcome):
            if looking == number { lookEnded(outcome) }
        case .ended(.keepingProfile(_, let name, _), let outcome): profileKept(name, outcome)
        case .ended(.importing, let outcome):
            guard isImporting else { return nil }
            return importEnded(outcome, in: state)
        default: return nil
        }
        return .stays
    }

    private mutating func show(_ look: ImportLook, in state: State) {
        looking = nil
        // What is asked for the first time is gone to; else the cursor stays with what was changed last.
        if look.question != nil, look.question != self.look?.question { target = nil }
        self.look = look
        let rows = rows(in: state)
        // A file that shows nothing to set right is named again.
        if look.columns.isEmpty, let problem = look.problem {
            self.problem = problem
            step = .naming
        }
        let index = target.flatMap { target in rows.firstIndex { $0.target == target } } ?? 0
        cursor.go(to: index, count: rows.count, height: ImportPage.listRows(in: state))
        target = rows.indices.contains(index) ? rows[index].target : nil
    }

    /// A look that ended without an answer.
    private mutating func lookEnded(_ outcome: ChildOutcome) {
        looking = nil
        problem = if case .failed(let why) = outcome { why } else { ImportSentences.fileWasNotRead }
        if look == nil { step = .naming }
    }

    private mutating func profileKept(_ name: String, _ outcome: ChildOutcome) {
        guard case .keeping = step else { return }
        switch outcome {
        case .done:
            step = .adjusting
            message = ImportSentences.profileSaved(as: name)
        case .failed(let why):
            step = .saving(LineEditor(name))
            problem = why
            refusedName = name
        }
    }

    private mutating func importEnded(_ outcome: ChildOutcome, in state: State) -> OverlayResponse {
        switch outcome {
        case .done:
            return .closes { [done] state in
                state.notice = .good(done)
                return state.lookAgain()
            }
        case .failed(let why):
            importFailed(why)
            return .stays(state.lookAgain())
        }
    }

    /// The page shows the file again, and why it was not imported.
    mutating func importFailed(_ why: String) {
        step = .adjusting
        problem = why
    }

    /// `items.csv was imported; 2 refused rows are kept in items.csv.rejects.csv`
    var done: String {
        guard let refused = look?.refused, refused > 0 else { return ImportSentences.imported(fileName) }
        return ImportSentences.imported(fileName, refused: refused)
    }

    /// A page that was left by another command is found again as it was.
    func replaced(in state: inout State) -> [Effect] {
        state.importing = state.importing ?? self
        return []
    }
}
