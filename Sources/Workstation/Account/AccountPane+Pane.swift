import Receivables
import Terminal

extension AccountPane: Pane {
    func title(in state: State) -> Line {
        switch self {
        case .nothing: Line(AccountSentences.account, .title)
        case .loading(_, let name, _): Line(name, .title)
        case .showing(let open): Line(customer: open.name, open.payer)
        }
    }

    func status(in state: State) -> Line {
        open.map { AccountHead($0.dossier, at: state.now, offset: state.desk.offset).line } ?? Line()
    }

    func draw(on canvas: inout Canvas, in state: State) { AccountView(state).draw(on: &canvas) }

    mutating func move(_ movement: Movement, height: Int) {
        if let count = open?.items?.items.count {
            open?.items?.cursor.move(movement, count: count, height: height - ItemList.chrome)
        } else {
            let count = open?.page?.lines.count ?? 0
            open?.scroll.move(movement, count: count, height: height)
        }
    }
}
