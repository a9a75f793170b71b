import Terminal

extension ImportPage {
    func hints(in state: State) -> [OverlayHint] {
        switch step {
        case .naming:
            return [
                OverlayHint("Enter", HintSentences.previewsFile), OverlayHint("Tab", HintSentences.completes), .back,
            ]
        case .adjusting:
            if case .answer? = target {
                return [OverlayHint("Enter", HintSentences.answers), OverlayHint("Tab", HintSentences.next), .back]
            }
            if look?.isReady == false {
                return [
                    OverlayHint("Tab", look?.question == nil ? HintSentences.next : HintSentences.answers),
                    OverlayHint("Space", HintSentences.changes),
                    .scroll, .back,
                ]
            }
            return [
                OverlayHint("Enter", HintSentences.imports), OverlayHint("Space", HintSentences.changes),
                OverlayHint("s", HintSentences.profile),
                OverlayHint("Tab", HintSentences.next), .scroll, .back,
            ]
        case .choosing: return [OverlayHint("Enter", HintSentences.choosesIt), .back]
        case .saving(let field):
            return [
                OverlayHint("Enter", refusedName == field.text ? HintSentences.replacesIt : HintSentences.savesIt),
                .back,
            ]
        case .keeping: return []
        case .importing:
            return [OverlayHint("x", HintSentences.stopsImport)]
                + (state.hasBook ? [OverlayHint("Esc", HintSentences.backToWork)] : [])
        }
    }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        switch step {
        case .naming: name(key)
        case .adjusting: adjust(key, in: state)
        case .choosing(let chooser): choose(key, chooser, in: state)
        case .saving(let field): saveProfile(key, field)
        case .keeping: .stays
        case .importing: wait(key, in: state)
        }
    }

    mutating func paste(_ text: String, in state: State) -> [Effect] {
        switch step {
        case .naming: field.paste(text)
        case .choosing(var chooser):
            chooser.field.paste(text)
            chooser.cursor = ListCursor()
            step = .choosing(chooser)
        case .saving(var field):
            field.paste(text)
            step = .saving(field)
        case .adjusting, .keeping, .importing: break
        }
        return []
    }

    private mutating func name(_ key: Key) -> OverlayResponse? {
        switch key {
        case .escape:
            let effects = stopLooking()
            return .closes { [self] state in
                state.importing = field.isEmpty ? nil : self
                return effects
            }
        case .enter: return .stays(field.isEmpty ? [] : lookAtNamedFile())
        case .tab: return .stays([.completePath(TypedPath.name(in: field.text))])
        default:
            guard field.handle(key) else { return nil }
            completion = nil
            return .stays
        }
    }

    /// Types what all files share whose names begin so.
    mutating func complete(_ found: PathCompletion) {
        // Somebody has typed on meanwhile.
        guard case .naming = step, TypedPath.name(in: field.text) == found.typed else { return }
        field = LineEditor(found.shared)
        completion = found
    }

    /// Looks at the file that the field names.
    mutating func lookAtNamedFile() -> [Effect] {
        // What was said of another file says nothing of this one.
        let path = TypedPath.name(in: field.text)
        completion = nil
        if request.path != path {
            request = ImportRequest(path: path)
            look = nil
            target = nil
            cursor = ListCursor()
        }
        step = .adjusting
        return lookAgain()
    }

    private mutating func adjust(_ key: Key, in state: State) -> OverlayResponse? {
        switch key {
        case .escape:
            step = .naming
            problem = nil
            message = nil
            return .stays(stopLooking())
        case .enter:
            if case .answer? = target { return .stays(answer()) }
            return startImport(in: state)
        case .character(" "):
            guard let target else {
                return .stays(notice: .plain(ImportSentences.moveToASetting))
            }
            if case .answer = target { return .stays(answer()) }
            step = .choosing(ImportChooser(target: target, choices: choices(of: target)))
        case .left, .right: return .stays(turn(by: key == .left ? -1 : 1))
        case .character("s"):
            guard look?.isReady == true, looking == nil else {
                return .stays(notice: .plain(ImportSentences.profileNeedsReadableFile))
            }
            step = .saving(LineEditor())
            problem = nil
        case .tab, .backTab: skip(by: key == .tab ? 1 : -1, in: state)
        default:
            guard let movement = Movement(readingKey: key) else { return nil }
            let rows = rows(in: state), height = ImportPage.listRows(in: state)
            cursor.move(movement, count: rows.count, height: height)
            target = rows.indices.contains(cursor.index) ? rows[cursor.index].target : nil
        }
        return .stays
    }

    private mutating func answer() -> [Effect] {
        guard let target else { return [] }
        say(nil, of: target)
        self.target = nil
        cursor = ListCursor()
        return lookAgain()
    }

    /// The next of what a setting or a column can be.
    private mutating func turn(by step: Int) -> [Effect] {
        guard let target, case let choices = choices(of: target), choices.count > 1 else { return [] }
        let now = choices.firstIndex { $0.key == said(of: target) } ?? 0
        say(choices[(now + step + choices.count) % choices.count].key, of: target)
        return lookAgain()
    }

    /// To the next thing that can be changed.
    private mutating func skip(by step: Int, in state: State) {
        let rows = rows(in: state)
        let indices = rows.indices.filter { rows[$0].target != nil }
        let next =
            step > 0
            ? indices.first { $0 > cursor.index } ?? indices.first
            : indices.last { $0 < cursor.index } ?? indices.last
        guard let next else { return }
        cursor.go(to: next, count: rows.count, height: ImportPage.listRows(in: state))
        target = rows[next].target
    }

    private mutating func choose(_ key: Key, _ chooser: ImportChooser, in state: State) -> OverlayResponse? {
        var chooser = chooser
        switch key {
        case .escape: step = .adjusting
        case .enter:
            guard let chosen = chooser.selected else { return .stays }
            say(chosen.key, of: chooser.target)
            step = .adjusting
            return .stays(lookAgain())
        default:
            if let movement = Movement(key) {
                chooser.cursor.move(movement, count: chooser.matches.count, height: state.overlayListRows)
            } else {
                let before = chooser.field.text
                guard chooser.field.handle(key) else { return nil }
                if chooser.field.text != before { chooser.cursor = ListCursor() }
            }
            step = .choosing(chooser)
        }
        return .stays
    }

    private mutating func saveProfile(_ key: Key, _ field: LineEditor) -> OverlayResponse? {
        var field = field
        switch key {
        case .escape:
            step = .adjusting
            problem = nil
            refusedName = nil
        case .enter:
            guard !field.isEmpty else { return .stays }
            step = .keeping
            problem = nil
            let replaces = refusedName == field.text
            return .stays([.run(.keepingProfile(request: request, name: field.text, replaces: replaces))])
        default:
            guard field.handle(key) else { return nil }
            step = .saving(field)
        }
        return .stays
    }

    /// Imports the file, if the page shows it as it would be imported.
    private mutating func startImport(in state: State) -> OverlayResponse {
        guard looking == nil, let look else { return .stays(notice: .plain(ImportSentences.stillReading)) }
        guard look.isReady else {
            return .stays(
                notice: .plain(
                    look.question == nil ? ImportSentences.cannotImportYet : ImportSentences.answerFirst))
        }
        if let why = state.readOnly { return .stays(notice: .plain(why)) }
        if let work = state.work { return .stays(notice: .plain(ImportSentences.oneMoment(work.text))) }
        // What was shown is what is imported.
        request.contents = look.contents
        step = .importing
        problem = nil
        return .closes { [self] in $0.startImport(self) }
    }

    /// On the first start there is nothing else to do than to wait, or to stop it; else one may go back to work.
    private func wait(_ key: Key, in state: State) -> OverlayResponse {
        if key == .character("x") || key == .escape && !state.hasBook { return .stays([.stop(.importing(request))]) }
        guard key == .escape else { return .stays }
        return .closes { [self] state in
            state.importing = self
            return []
        }
    }
}
