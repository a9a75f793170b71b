import Terminal

/// The import page: a file is named, looked at, set right, and imported, or kept as a profile.
struct ImportPage: Overlay {
    var step = Step.naming
    /// The file's name as typed.
    var field = LineEditor()
    var request = ImportRequest(path: "")
    /// What the newest look showed; it stays while the next one is under way.
    var look: ImportLook?
    /// The look under way, by its number.
    var looking: Int?
    var progress: (done: Int, total: Int) = (0, 0)
    var cursor = ListCursor()
    /// What the cursor stands on, so that a new look doesn't move it elsewhere.
    var target: ImportTarget?
    /// Why the last step failed.
    var problem: String?
    /// The name under which no profile could be kept, perhaps because there is one: once more, and it is replaced.
    var refusedName: String?
    /// What went well.
    var message: String?
    private(set) var looks = 0
    /// Files that begin as the name in the field does, once that was asked for.
    var completion: PathCompletion?

    enum Step: Sendable {
        case naming
        case adjusting
        case choosing(ImportChooser)
        /// The name for a profile.
        case saving(LineEditor)
        /// The profile is being written.
        case keeping
        case importing
    }

    var isImporting: Bool { if case .importing = step { true } else { false } }

    /// Starts a look at the file as it is understood now, in place of the one under way.
    mutating func lookAgain() -> [Effect] {
        var effects: [Effect] = []
        if let looking { effects.append(.stop(.looking(request: asked ?? request, number: looking))) }
        looks += 1
        looking = looks
        request.contents = nil
        asked = request
        progress = (0, 0)
        problem = nil
        message = nil
        return effects + [.run(.looking(request: request, number: looks))]
    }

    /// What the look under way was asked for.
    private var asked: ImportRequest?

    /// Gives up the look under way.
    mutating func stopLooking() -> [Effect] {
        guard let number = looking else { return [] }
        looking = nil
        return [.stop(.looking(request: asked ?? request, number: number))]
    }

    /// The key of a column's meaning as it is now: as said, else as found.
    func meaning(of column: ImportLook.Column) -> String? {
        guard let said = request.meanings[column.header] else { return column.meaning }
        return said.isEmpty ? nil : said
    }

    var area: OverlayArea { .wholeBody }

    func title(in state: State) -> String { ImportSentences.importTitle }

    /// The file's name, without its folders.
    var fileName: String { request.fileName }

    /// How the page words a column's meaning.
    func words(of column: ImportLook.Column) -> String {
        guard let key = meaning(of: column) else { return ImportSentences.leftAside }
        return look?.meanings.first { $0.key == key }?.words ?? key
    }

    /// What a setting or a column could be, the first one leaving it to the file.
    func choices(of target: ImportTarget) -> [(key: String?, words: String)] {
        switch target {
        case .setting(let setting):
            [(nil, setting.unsaid)] + setting.choices(in: look).map { ($0.key, $0.words) }
        case .column:
            [(nil, ImportSentences.asFound), ("", ImportSentences.leftAside)]
                + (look?.meanings ?? []).map { ($0.key, $0.words) }
        case .answer: []
        }
    }

    func said(of target: ImportTarget) -> String? {
        switch target {
        case .setting(let setting): request.settings[setting]
        case .column(let header): request.meanings[header]
        case .answer: nil
        }
    }

    mutating func say(_ key: String?, of target: ImportTarget) {
        switch target {
        case .setting(let setting): request.settings[setting] = key
        case .column(let header): request.say(key, of: header)
        case .answer(.setting(let setting), let answer): request.settings[setting] = answer
        case .answer(.column(let meaning), let header): request.say(meaning, of: header)
        case .answer(.meaning(let header), let meaning): request.say(meaning, of: header)
        }
    }
}
