import Receivables
import Terminal

/// The account on screen: its page, or its items.
struct AccountView {
    let state: State

    init(_ state: State) { self.state = state }

    private var theme: Theme { state.desk.theme }

    func draw(on canvas: inout Canvas) {
        switch state.account {
        case .nothing:
            canvas.put(
                Line(AccountSentences.noAccountIsOpen, .muted), row: 0, width: canvas.columns)
        case .loading(_, let name, _):
            canvas.put(Line(AccountSentences.reading(name), .muted), row: 0, width: canvas.columns)
        case .showing(let open):
            var area = canvas.bounds
            if let change = open.change {
                let line = theme.mark(.soon).then(" ").then(change, .soon)
                canvas.put(line, row: 0, width: canvas.columns)
                area = area.cutTop(1).rest
            }
            canvas.within(area) { inner in
                if let items = open.items {
                    draw(items, of: open, on: &inner)
                } else {
                    draw(page: open, on: &inner)
                }
            }
        }
    }

    private func draw(page open: OpenAccount, on canvas: inout Canvas) {
        // A picture of another size than the state's own is made for the occasion.
        let lines =
            open.page.flatMap { $0.width == canvas.columns ? $0.lines : nil }
            ?? AccountPage(
                open.dossier, dialling: open.phone, width: canvas.columns, theme: theme, offset: state.desk.offset
            ).lines
        canvas.draw(lines, open.scroll)
        if state.place == .account { canvas.placeCursor(row: 0, column: 0) }
    }

    private func draw(_ list: ItemList, of open: OpenAccount, on canvas: inout Canvas) {
        let page = ItemsPage(open.dossier, theme: theme)
        canvas.put(list.head, row: 0, width: canvas.columns)
        let height = max(1, canvas.rows - ItemList.chrome)
        var cursor = list.cursor
        cursor.go(to: cursor.index, count: list.items.count, height: height)
        for (row, index) in (cursor.top..<min(list.items.count, cursor.top + height)).enumerated() {
            let isMarked = list.marked.contains(index)
            let sign = Line("\(theme.glyphs[isMarked ? .marked : .unmarked]) ", isMarked ? .key : .muted)
            canvas.put(sign + page.row(list.items[index], width: canvas.columns - 2), row: row + 1)
            guard index == cursor.index, state.focus == .account else { continue }
            canvas.restyle(row: row + 1, .selected)
            if state.place == .items { canvas.placeCursor(row: row + 1, column: 0) }
        }
        let marked = list.markedItems
        guard !marked.isEmpty else { return }
        canvas.put(
            Line("\(AccountSentences.marked(marked.count)) ", .muted).then(ItemsPage.sum(marked), .strong),
            row: canvas.rows - 1,
            width: canvas.columns)
    }
}
