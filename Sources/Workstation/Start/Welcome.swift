/// The first start, without a book: import a file, or look at the demo.
public struct Welcome: Sendable {
    var stage = Stage.choosing
    /// Why the last attempt failed.
    var problem: String?

    enum Stage: Sendable {
        case choosing
        case working
    }

    var hints: [OverlayHint] {
        switch stage {
        case .choosing:
            [
                OverlayHint("i", HintSentences.importFile), OverlayHint("d", HintSentences.demo),
                OverlayHint("q", HintSentences.leave),
            ]
        case .working: []
        }
    }
}
