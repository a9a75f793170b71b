import Receivables
import Sheets

/// Which sheet of a workbook is read.
struct SheetChoice {
    /// The name or number that was said; nil leaves it to the sheets.
    var said: String?
    /// How the text of a page or of XML is encoded, where it was said.
    var encoding: TextEncoding?
    /// Headers that profiles know.
    var names: Set<String> = []

    /// A sheet's first rows.
    typealias Start = [[String]]

    /// Rows of a sheet among which its header stands.
    static let rowsLookedAt = MarkupSheet.rowsKept

    /// The sheet that was said, else the first one that shows and has a header, else the first that shows.
    ///
    /// - Parameter start: gives the first rows of a sheet by its place.
    /// - Throws: `ImportError.rivalSheets` where another one has the same header; `SheetError.unknownSheet`.
    func place(in sheets: [Sheet], file: String, start: (Int) throws -> Start) throws -> Int {
        if let said { return try Sheet.place(of: said, in: sheets) }
        let visible = sheets.indices.filter { !sheets[$0].isHidden }
        guard visible.count > 1 else { return visible.first ?? 0 }
        let headers = try visible.map { (place: $0, header: header(of: try start($0))) }
        guard let first = headers.first(where: { $0.header != nil }) else { return visible[0] }
        let rivals = headers.filter { $0.header == first.header }
        guard rivals.count == 1 else {
            throw ImportError.rivalSheets(file: file, sheets: rivals.map { sheets[$0.place].name })
        }
        return first.place
    }

    /// The names of a sheet's columns; nil where no row is a header with rows below.
    private func header(of rows: Start) -> [HeaderName]? {
        let scores = rows.map { HeaderFinder.score($0, names) }
        guard let best = scores.max(), best >= HeaderFinder.leastScore, let place = scores.firstIndex(of: best),
            place < rows.count - 1
        else { return nil }
        return rows[place].map { HeaderName($0) }
    }
}
