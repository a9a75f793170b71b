import Receivables
import Terminal

/// The preparation page of a payer, section by section, as lines of a width: what the pane scrolls and what
/// `duly account` prints.
public struct AccountPage {
    let dossier: Dossier
    let brief: Brief
    /// The number chosen to be dialled, marked where there are several.
    let dialling: Telephone?
    let width: Int
    let theme: Theme
    /// Seconds east of UTC of a time zone at a moment; nil for a zone that is not known.
    let offset: ZoneOffset

    /// Prepares the page of a payer.
    ///
    /// - Parameters:
    /// - dialling: the number that is marked as the one to dial; nil for none.
    /// - width: columns; at least 20 are used.
    public init(
        _ dossier: Dossier, dialling: Telephone? = nil, width: Int, theme: Theme, offset: @escaping ZoneOffset
    ) {
        self.dossier = dossier
        self.dialling = dialling
        self.width = max(20, width)
        self.theme = theme
        self.offset = offset
        brief = Brief(dossier)
    }

    /// The whole page, its parts one after the other.
    public var lines: [Line] { Part.allCases.flatMap(lines) }

    /// The parts of the page, in their order.
    enum Part: CaseIterable {
        case contact, sharing, retry, limits, stake, ageing, habit, family, nextStep, promised, agreed, news, agenda
        case expect, history
    }

    private func lines(of part: Part) -> [Line] {
        switch part {
        case .contact: contact
        case .sharing: sharing
        case .retry: retry
        case .limits: limits
        case .stake: stake
        case .ageing: ageing
        case .habit: habit
        case .family: family
        case .nextStep: nextStep
        case .promised: promised
        case .agreed: agreed
        case .news: news
        case .agenda: agenda
        case .expect: expect
        case .history: history
        }
    }

    /// The line with which a part begins.
    func start(of part: Part) -> Int {
        Part.allCases.prefix { $0 != part }.reduce(0) { $0 + lines(of: $1).count }
    }

    var today: Day { dossier.moment.day }
    func glyph(_ glyph: Glyph) -> String { theme.glyphs[glyph] }

    /// `Northwind Traders 10442`
    public var title: Line {
        Line(customer: dossier.facts.name, dossier.facts.payer)
    }

    /// The customer's own clock and the matrix cell, as the page was made.
    public var state: Line { AccountHead(dossier, at: dossier.moment.at, offset: offset).line }

    /// A heading and what stands under it, or nothing at all.
    func section(_ heading: String, _ lines: [Line]) -> [Line] {
        lines.isEmpty ? [] : [Line(heading, .title)] + lines
    }

    /// Text under a heading, indented, wrapped to the page.
    func paragraph(_ line: Line, indent: Int = 2, hanging: Int = 0) -> [Line] {
        let room = max(10, width - indent - hanging)
        return line.wrapped(to: room).enumerated().map { place, part in
            Line(String(repeating: " ", count: indent + (place == 0 ? 0 : hanging))) + part
        }
    }
}
