import Terminal

// The import page opens, and an import goes on behind the panes.
extension State {
    /// With a book open, or from the welcome page; an import that failed is found as it was left.
    ///
    /// - Parameter path: the file to look at, if it was named already. One that is being imported goes before it.
    mutating func openImport(_ path: String = "") -> [Effect] {
        var page = importing ?? ImportPage()
        importing = nil
        let effects: [Effect]
        if !path.isEmpty, !page.isImporting {
            page.field = LineEditor(path)
            effects = page.lookAtNamedFile()
        } else {
            // A look whose answer came while the page was away is made again.
            effects = page.looking == nil ? [] : page.lookAgain()
        }
        overlay = page
        return effects
    }

    mutating func startImport(_ page: ImportPage) -> [Effect] {
        let child = Child.importing(page.request)
        work = Work(child: child)
        if !hasBook {
            overlay = page
        } else {
            // The shift goes on meanwhile.
            importing = page
            notice = .plain(ImportSentences.isBeingImported(page.fileName))
        }
        return [.run(child)]
    }

    /// An import behind the panes has ended.
    ///
    /// - Returns: false if there is none; the caller has to say what became of it.
    mutating func importEnded(_ outcome: ChildOutcome) -> Bool {
        guard var page = importing, page.isImporting else { return false }
        switch outcome {
        case .done:
            importing = nil
            notice = .good(page.done)
        case .failed(let why):
            page.importFailed(why)
            importing = page
            notice = .alert(ImportSentences.wasNotImported(page.fileName))
        }
        return true
    }
}
