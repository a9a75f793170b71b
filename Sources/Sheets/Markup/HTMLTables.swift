/// Reads the tables of a page that a program calls an Excel file: unclosed tags, merged cells, tables within cells.
public final class HTMLTables: MarkupReader {
    /// The tables that were found so far.
    public private(set) var found: [MarkupSheet] = []
    private let place: Int?
    private let body: (SheetRow) throws -> Void
    private var tokens = HTMLTokens()
    /// Tables that are open, each inside a cell of the one before.
    private var open: [OpenTable] = []
    private var unseen = UnseenElement()

    /// Tables inside tables: deeper ones are text of the cell that they are in.
    private static let mostOpen = 8
    /// A page with more is no list; those behind it are left out.
    private static let most = 500

    /// - Parameters:
    ///   - place: of the table whose rows are wanted; nil to learn what tables there are.
    ///   - body: called with every row of that table that has cells, in their order.
    public init(sheet place: Int?, _ body: @escaping (SheetRow) throws -> Void = { _ in }) {
        self.place = place
        self.body = body
    }

    /// Takes the next block of UTF-8 text.
    public func feed(_ block: UnsafeBufferPointer<UInt8>) throws {
        // The tokens belong to this class: taken out, they may call it.
        var tokens = self.tokens
        defer { self.tokens = tokens }
        try tokens.feed(block) { token in
            switch token {
            case .text(let byte): addText(byte)
            case .tag(let name, let tag): try take(name, tag)
            }
        }
    }

    /// The text has ended.
    ///
    /// - Throws: `SheetError.noSheets` if there is no table.
    public func finish() throws {
        flattened = 0
        while !open.isEmpty { try closeTable() }
        for place in found.indices {
            // What lays out a page shows no list.
            let rows = found[place].start.filter { $0.count { !$0.isEmpty } >= 2 }
            found[place].sheet.isHidden = rows.count < 2
        }
        if found.isEmpty { throw SheetError.noSheets }
    }

    private func addText(_ byte: UInt8) {
        guard !unseen.isInside else { return }
        for place in open.indices { open[place].add(byte) }
    }

    /// Tags between which a browser leaves room.
    private static let breaks: Set = [
        "br", "p", "/p", "div", "/div", "li", "/li", "tr", "/tr", "td", "/td", "th", "/th",
    ]

    private func take(_ name: String, _ tag: [UInt8]) throws {
        unseen.take(name, tag)
        if HTMLTables.breaks.contains(name) { addText(0x20) }
        switch name {
        case "table": try openTable()
        case "/table": try closeTable()
        // Inside a table that is only text.
        case _ where flattened > 0: return
        case "tr", "/tr", "thead", "tbody", "tfoot", "/thead", "/tbody", "/tfoot":
            try endRow()
            if name == "tr", !open.isEmpty { open[open.count - 1].beginRow() }
        case "td", "th":
            guard !open.isEmpty else { return }
            open[open.count - 1].beginCell(
                across: HTMLTokens.number("colspan", in: tag, most: 1000),
                down: HTMLTokens.number("rowspan", in: tag, most: 65_534), number: HTMLTokens.storedNumber(in: tag))
        case "/td", "/th":
            if !open.isEmpty { open[open.count - 1].endCell() }
        default: break
        }
    }

    private func openTable() throws {
        // One that stands outside of the cells of another follows it: the end of that was forgotten.
        if let last = open.last, !last.isInCell { try closeTable() }
        let number = found.count
        guard open.count < HTMLTables.mostOpen, number < HTMLTables.most else { return flattened += 1 }
        found.append(MarkupSheet(name: "table \(number + 1)"))
        open.append(OpenTable(place: number))
    }

    /// Tables that are open and only text.
    private var flattened = 0

    private func closeTable() throws {
        if flattened > 0 { return flattened -= 1 }
        try endRow()
        _ = open.popLast()
    }

    private func endRow() throws {
        guard !open.isEmpty, let row = open[open.count - 1].endRow() else { return }
        let number = open[open.count - 1].place
        guard !row.cells.isEmpty else { return }
        if place == nil { found[number].keep(row) }
        if number == place { try body(row) }
    }
}
