import Terminal

// Keys on the import page.
extension State {
    /// With a book open, or from the welcome page; an import that failed is found as it was left.
    ///
    /// - Parameter path: the file to look at, where it was named already. One that is being taken goes before it.
    mutating func openImport(_ path: String = "") -> [Effect] {
        var page = importing ?? ImportPage()
        importing = nil
        if !path.isEmpty, !page.isImporting {
            page.field = LineEditor(path)
            return look(at: page)
        }
        // A look whose answer came while the page was away is taken again.
        let effects = page.looking == nil ? [] : page.lookAgain()
        overlay = .importPage(page)
        return effects
    }

    /// A page that was left by another command is found again as it was.
    mutating func keepImport(_ before: Overlay?) {
        guard case .importPage(let page) = before else { return }
        if case .importPage = overlay { return }
        importing = importing ?? page
    }

    mutating func press(_ key: Key, on page: ImportPage) -> [Effect]? {
        switch page.step {
        case .naming: name(key, page)
        case .adjusting: adjust(key, page)
        case .choosing(let chooser): choose(key, chooser, page)
        case .saving(let field): saveProfile(key, field, page)
        case .keeping: []
        case .importing: stopImport(key, page)
        }
    }

    mutating func paste(_ text: String, on page: ImportPage) -> [Effect] {
        var page = page
        switch page.step {
        case .naming: page.field.paste(text)
        case .choosing(var chooser):
            chooser.field.paste(text)
            chooser.cursor = ListCursor()
            page.step = .choosing(chooser)
        case .saving(var field):
            field.paste(text)
            page.step = .saving(field)
        case .adjusting, .keeping, .importing: break
        }
        overlay = .importPage(page)
        return []
    }

    private mutating func name(_ key: Key, _ page: ImportPage) -> [Effect]? {
        var page = page
        switch key {
        case .escape:
            let effects = page.stopLooking()
            importing = page.field.isEmpty ? nil : page
            overlay = nil
            return effects
        case .enter:
            return page.field.isEmpty ? [] : look(at: page)
        default:
            guard page.field.handle(key) else { return nil }
            overlay = .importPage(page)
            return []
        }
    }

    /// Looks at the file that the page's field names.
    private mutating func look(at page: ImportPage) -> [Effect] {
        var page = page
        // What was said of another file says nothing of this one.
        if page.request.path != page.field.text {
            page.request = ImportRequest(path: page.field.text)
            page.look = nil
            page.target = nil
            page.cursor = ListCursor()
        }
        page.step = .adjusting
        let effects = page.lookAgain()
        overlay = .importPage(page)
        return effects
    }

    private mutating func adjust(_ key: Key, _ page: ImportPage) -> [Effect]? {
        var page = page
        var effects: [Effect] = []
        switch key {
        case .escape:
            page.step = .naming
            page.problem = nil
            page.message = nil
            effects = page.stopLooking()
        case .enter:
            if case .answer? = page.target { effects = answer(&page) } else { return startImport(page) }
        case .character(" "):
            guard let target = page.target else { return say("move to a setting or a column to change it", on: page) }
            if case .answer = target {
                effects = answer(&page)
            } else {
                page.step = .choosing(ImportChooser(target: target, choices: page.choices(of: target)))
            }
        case .left, .right: effects = turn(&page, by: key == .left ? -1 : 1)
        case .character("s"):
            guard page.look?.isReady == true, page.looking == nil else {
                return say("a profile is kept once the file can be read", on: page)
            }
            page.step = .saving(LineEditor())
            page.problem = nil
        case .tab, .backTab: skip(&page, by: key == .tab ? 1 : -1)
        default:
            guard let movement = Movement(readingKey: key) else { return nil }
            let rows = importRows(page)
            page.cursor.move(
                movement.distance(height: importHeight(page)), count: rows.count, height: importHeight(page))
            page.target = rows.indices.contains(page.cursor.index) ? rows[page.cursor.index].target : nil
        }
        overlay = .importPage(page)
        return effects
    }

    private mutating func say(_ text: String, on page: ImportPage) -> [Effect] {
        notice = .plain(text)
        return []
    }

    private func answer(_ page: inout ImportPage) -> [Effect] {
        guard let target = page.target else { return [] }
        page.say(nil, of: target)
        page.target = nil
        page.cursor = ListCursor()
        return page.lookAgain()
    }

    /// The next of what a setting or a column can be.
    private func turn(_ page: inout ImportPage, by step: Int) -> [Effect] {
        guard let target = page.target, case let choices = page.choices(of: target), choices.count > 1 else {
            return []
        }
        let now = choices.firstIndex { $0.key == page.said(of: target) } ?? 0
        page.say(choices[(now + step + choices.count) % choices.count].key, of: target)
        return page.lookAgain()
    }

    /// To the next thing that can be changed.
    private func skip(_ page: inout ImportPage, by step: Int) {
        let rows = importRows(page)
        let places = rows.indices.filter { rows[$0].target != nil }
        let next =
            step > 0
            ? places.first { $0 > page.cursor.index } ?? places.first
            : places.last { $0 < page.cursor.index } ?? places.last
        guard let next else { return }
        page.cursor.go(to: next, count: rows.count, height: importHeight(page))
        page.target = rows[next].target
    }

    private mutating func choose(_ key: Key, _ chooser: ImportChooser, _ page: ImportPage) -> [Effect]? {
        var page = page
        var chooser = chooser
        var effects: [Effect] = []
        switch key {
        case .escape: page.step = .adjusting
        case .enter:
            guard let chosen = chooser.selected else { return [] }
            page.say(chosen.key, of: chooser.target)
            page.step = .adjusting
            effects = page.lookAgain()
        default:
            if let movement = Movement(key) {
                chooser.cursor.move(
                    movement.distance(height: aboveHeight), count: chooser.matches.count, height: aboveHeight)
            } else {
                let before = chooser.field.text
                guard chooser.field.handle(key) else { return nil }
                if chooser.field.text != before { chooser.cursor = ListCursor() }
            }
            page.step = .choosing(chooser)
        }
        overlay = .importPage(page)
        return effects
    }

    private mutating func saveProfile(_ key: Key, _ field: LineEditor, _ page: ImportPage) -> [Effect]? {
        var page = page
        var field = field
        var effects: [Effect] = []
        switch key {
        case .escape:
            page.step = .adjusting
            page.problem = nil
            page.refusedName = nil
        case .enter:
            guard !field.isEmpty else { return [] }
            page.step = .keeping
            page.problem = nil
            let replaces = page.refusedName == field.text
            effects = [.run(.keepingProfile(request: page.request, name: field.text, replaces: replaces))]
        default:
            guard field.handle(key) else { return nil }
            page.step = .saving(field)
        }
        overlay = .importPage(page)
        return effects
    }
}
