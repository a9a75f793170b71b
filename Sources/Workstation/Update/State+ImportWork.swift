import Terminal

// The import page's children: looks, the import itself, profiles.
extension State {
    /// Takes the file in, where the page shows it as it would be taken.
    mutating func startImport(_ page: ImportPage) -> [Effect] {
        var page = page
        guard page.looking == nil, let look = page.look else {
            notice = .plain("the file is still being read")
            return []
        }
        guard look.isReady else {
            notice = .plain(
                look.question == nil ? "it can't be taken yet: see above" : "answer what is asked: Tab, Enter")
            return []
        }
        guard !isReadOnly else {
            notice = .plain("another day is being read; nothing can be recorded")
            return []
        }
        guard work == nil else {
            notice = .plain("\(work?.text ?? "") one moment")
            return []
        }
        // What was shown is what is taken.
        page.request.contents = look.contents
        let child = Child.importing(page.request)
        work = Work(child: child)
        page.step = .importing
        page.problem = nil
        if !hasBook {
            overlay = .importPage(page)
        } else {
            // The shift goes on meanwhile.
            importing = page
            overlay = nil
            notice = .plain("\(State.fileName(page.request.path)) is being imported")
        }
        return [.run(child)]
    }

    /// On the first start there is nothing else to do than to wait, or to stop it; else one may go back to work.
    mutating func stopImport(_ key: Key, _ page: ImportPage) -> [Effect] {
        if key == .character("x") || key == .escape && !hasBook { return [.stop(.importing(page.request))] }
        if key == .escape {
            importing = page
            overlay = nil
        }
        return []
    }

    mutating func handle(_ look: ImportLook, number: Int) -> [Effect] {
        guard case .importPage(var page) = overlay, page.looking == number else { return [] }
        page.looking = nil
        // What is asked for the first time is gone to; else the cursor stays with what was changed last.
        if look.question != nil, look.question != page.look?.question { page.target = nil }
        page.look = look
        let rows = importRows(page)
        // A file that shows nothing to set right is named anew.
        if look.columns.isEmpty, let problem = look.problem {
            page.problem = problem
            page.step = .naming
        }
        let place = page.target.flatMap { target in rows.firstIndex { $0.target == target } } ?? 0
        page.cursor.go(to: place, count: rows.count, height: importHeight(page))
        page.target = rows.indices.contains(place) ? rows[place].target : nil
        overlay = .importPage(page)
        return []
    }

    mutating func importProgress(_ number: Int, _ done: Int, _ total: Int) {
        guard case .importPage(var page) = overlay, page.looking == number else { return }
        page.progress = (done, total)
        overlay = .importPage(page)
    }

    /// A look that ended without an answer.
    mutating func lookEnded(_ number: Int, _ outcome: ChildOutcome) {
        guard case .importPage(var page) = overlay, page.looking == number else { return }
        page.looking = nil
        page.problem = if case .failed(let why) = outcome { why } else { "The file was not looked at." }
        if page.look == nil { page.step = .naming }
        overlay = .importPage(page)
    }

    mutating func profileKept(_ name: String, _ outcome: ChildOutcome) {
        guard case .importPage(var page) = overlay, case .keeping = page.step else { return }
        switch outcome {
        case .done:
            page.step = .adjusting
            page.message = "kept as \(name): files with this header are read so from now on"
        case .failed(let why):
            page.step = .saving(LineEditor(name))
            page.problem = why
            page.refusedName = name
        }
        overlay = .importPage(page)
    }

    /// - Returns: whether the page has something to say about it, so that nobody else has to.
    mutating func importEnded(_ outcome: ChildOutcome) -> Bool {
        if case .importPage(var page) = overlay, case .importing = page.step {
            switch outcome {
            case .done:
                overlay = nil
                notice = .good(State.words(forTaken: page))
            case .failed(let why):
                page.step = .adjusting
                page.problem = why
                overlay = .importPage(page)
            }
            return true
        }
        guard var page = importing, case .importing = page.step else { return false }
        switch outcome {
        case .done:
            importing = nil
            notice = .good(State.words(forTaken: page))
        case .failed(let why):
            page.step = .adjusting
            page.problem = why
            importing = page
            notice = .alert("\(State.fileName(page.request.path)) was not imported: :import shows why")
        }
        return true
    }

    private static func words(forTaken page: ImportPage) -> String {
        let name = fileName(page.request.path)
        guard let refused = page.look?.refused, refused > 0 else { return "\(name) was imported" }
        return
            """
            \(name) was imported; \(refused) refused \(refused == 1 ? "row is" : "rows are") kept in \
            \(name).rejects.csv
            """
    }

    static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    func importRows(_ page: ImportPage) -> [ImportRows.Row] {
        ImportRows(page, width: size.columns - ImportPage.margin - 1, theme: desk.theme).rows
    }

    /// Rows of the page's list.
    func importHeight(_ page: ImportPage) -> Int {
        max(1, size.rows - ImportPage.rowsAround)
    }
}

extension ImportPage {
    /// The file's name.
    static let headRows = 1
    /// Columns of frame and edge.
    static let margin = 4
    /// Status, footer, frame and head.
    static let rowsAround = 4 + headRows
}
