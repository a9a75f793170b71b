/// A sheet of a workbook, or a table of a page.
public struct Sheet: Sendable, Hashable {
    /// As its tab names it.
    public var name: String
    /// Its tab doesn't show.
    public var isHidden: Bool

    /// Creates a sheet of a name.
    public init(name: String, isHidden: Bool = false) {
        self.name = name
        self.isHidden = isHidden
    }

    /// The place of the sheet that somebody means: by its name as it is written, else in any case, else by its number
    /// from 1.
    ///
    /// - Throws: `SheetError.unknownSheet`.
    public static func place(of said: String, in sheets: [Sheet]) throws(SheetError) -> Int {
        if let place = sheets.firstIndex(where: { $0.name == said }) { return place }
        let lower = said.lowercased()
        if let place = sheets.firstIndex(where: { $0.name.lowercased() == lower }) { return place }
        if let number = Int(said), sheets.indices.contains(number - 1) { return number - 1 }
        throw .unknownSheet(said, sheets: sheets.map(\.name))
    }
}
