import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("Screens")
struct ScreenTests {
    static let sizes = [
        Size(columns: 80, rows: 24), Size(columns: 120, rows: 36), Size(columns: 200, rows: 60),
        Size(columns: 40, rows: 10),
    ]

    /// Every page and pane, by the keys that lead to it.
    static let pages: [(name: String, keys: String)] = [
        ("queue", "j"),
        ("account", "<enter>"),
        ("items", "<F4>aj<space>"),
        (
            "note",
            "cSpoke to Jane, run is on Fridays.<enter>/next fri was it in the run?<enter>/promise 4200 fri<enter>"
        ),
        ("wrap-up", "c/callback thu 14.30 she looks for INV-2210<enter>/promise x<F8>"),
        ("phone-rings", "cmid-sentence<F9>"),
        ("find", "/b"),
        ("palette", ":re"),
        ("help", "?"),
        ("reasons", "x"),
        ("resting", "B"),
        ("batches", "bj"),
        ("matrix", "mj"),
        ("offers", "<enter>Ojjj"),
        ("breach", "jjc"),
        ("do-not-call", "c<F8>o"),
        ("quit", "ohalf a thought<esc>q"),
    ]

    @Test("Every page and pane, at every size", arguments: sizes)
    func pages(size: Size) throws {
        for page in ScreenTests.pages {
            var machine = Machine(size: size)
            // The items are those of an open account.
            try machine.press(page.name == "items" ? "<enter>" + page.keys : page.keys)
            expectScreen(machine.screen, "\(page.name)-\(size)")
        }
    }

    @Test("The first start", arguments: sizes)
    func welcome(size: Size) throws {
        var machine = Machine(size: size, hasBook: false)
        expectScreen(machine.screen, "welcome-\(size)")
        try machine.press("i")
        machine.send(.paste("open-items.csv"))
        expectScreen(machine.screen, "import-\(size)")
        try machine.press("<enter>")
        expectScreen(machine.screen, "import-question-\(size)")
        try machine.press("<tab><enter>")
        expectScreen(machine.screen, "import-look-\(size)")
        try machine.press("G")
        expectScreen(machine.screen, "import-changes-\(size)")
        try machine.press("g<tab> ")
        expectScreen(machine.screen, "import-choose-\(size)")
    }
}
