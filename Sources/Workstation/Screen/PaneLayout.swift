import Terminal

/// Where everything stands on a screen of a size.
///
/// From 110 columns on all three panes are visible, each in a frame; below, or zoomed, one pane fills the screen
/// under a line that names the three.
struct PaneLayout {
    let status: Rect
    let body: Rect
    let footer: Rect
    let panes: Panes
    /// An overlay next to the queue covers this.
    let overlay: Rect
    /// The wrap-up leaves the note visible where there is room.
    let wrapUp: Rect
    /// Above the note where it fills the screen: whom the call is with and what about. Nil where the page is visible.
    let callHead: Rect?

    enum Panes {
        case all(queue: Rect, account: Rect, note: Rect)
        case one(tabs: Rect, pane: Rect)
    }

    static let columnsForAll = 110
    static let rowsForAll = 20
    static let columnsForTable = 150
    /// Below this nothing useful can be shown.
    static let smallest = Size(columns: 40, rows: 10)

    init(_ state: State, size: Size) {
        let (status, rest) = Rect(size).cutTop(1)
        let (body, footer) = rest.cutBottom(1)
        self.status = status
        self.body = body
        self.footer = footer
        guard size.columns >= PaneLayout.columnsForAll, size.rows >= PaneLayout.rowsForAll, !state.isZoomed else {
            let (tabs, pane) = body.cutTop(1)
            let hasHead = state.focus == .note && state.note != nil
            let (head, rest) = pane.cutTop(hasHead ? max(2, size.rows / 3 - 1) : 0)
            callHead = hasHead ? head : nil
            panes = .one(tabs: tabs, pane: rest)
            overlay = body
            wrapUp = body
            return
        }
        // From 150 columns on the queue is a table, and has room for its reasons.
        let queueColumns =
            size.columns >= PaneLayout.columnsForTable ? size.columns * 56 / 100 : min(64, size.columns * 38 / 100)
        let columns = body.splitColumns([.cells(queueColumns), .weight(1)])
        let (account, note) = columns[1].cutBottom(max(8, body.rows * 3 / 10))
        panes = .all(queue: columns[0], account: account, note: note)
        callHead = nil
        overlay = columns[1]
        wrapUp = account
    }

    var isOne: Bool {
        if case .one = panes { true } else { false }
    }

    /// Inside of the queue's frame.
    var queueText: Rect {
        switch panes {
        case .all(let queue, _, _): queue.inset()
        case .one(_, let pane): pane
        }
    }

    /// Inside of the account's frame; one pane alone has a line on top that says who it is.
    var accountText: Rect {
        switch panes {
        case .all(_, let account, _): account.inset(columns: 2, rows: 1)
        case .one(_, let pane): pane.cutTop(1).rest
        }
    }

    var noteText: Rect? {
        switch panes {
        case .all(_, _, let note): note.inset(columns: 2, rows: 1)
        case .one(_, let pane): pane
        }
    }

    var pageWidth: Int { accountText.columns }
    var queueRows: Int { PaneLayout.queueRows(in: queueText.size) }

    /// Rows of the queue, two lines each; the last line is for what has changed, the first for a table's heading.
    static func queueRows(in pane: Size) -> Int {
        max(1, (pane.rows - 1 - (QueueView.hasHeading(width: pane.columns) ? 1 : 0)) / 2)
    }

    /// Rows of an overlay that is a page, within its frame.
    var overlayPageRows: Int { max(1, overlay.rows - 2) }
    /// Rows of an overlay that is a list: its field, or its head, and an empty line are not among them.
    var overlayListRows: Int { max(1, overlay.rows - 4) }
}

extension State {
    private var layout: PaneLayout { PaneLayout(self, size: size) }
    var queueHeight: Int { layout.queueRows }
    var accountHeight: Int { max(1, layout.accountText.rows - (account.open?.change == nil ? 0 : 1)) }
    var overlayListRows: Int { layout.overlayListRows }
    var overlayPageRows: Int { layout.overlayPageRows }
    /// Columns of an overlay within its frame.
    var overlayWidth: Int { max(1, layout.overlay.columns - 4) }
    /// Within the frame of an overlay that covers all panes.
    var wholeOverlaySize: Size { Size(columns: max(1, size.columns - 4), rows: max(1, size.rows - 4)) }
    var noteTextSize: Size { layout.noteText?.size ?? size }
}

extension ItemList {
    /// Lines above and below the list: what there is, and what is marked.
    static let chrome = 2
}
