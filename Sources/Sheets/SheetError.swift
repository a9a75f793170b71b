/// Why a workbook or a table can't be read.
public enum SheetError: Error, Sendable, Hashable {
    /// A part of the file isn't what it has to be.
    ///
    /// - Parameters:
    ///   - part: the part's name within the file, such as `xl/workbook.xml`.
    ///   - why: what is wrong with it, in words.
    case damaged(part: String, why: String)
    /// It ends before it is complete, as after a copy that was broken off.
    case cutShort
    /// It opens with a password only.
    case encrypted
    /// A part unpacks to more than any sheet does.
    case tooLarge(part: String)
    /// A part declares a document type, by which entities could be made to unfold without end.
    case declaresEntities(part: String)
    /// A zip file that holds something else; in words.
    case otherContents(String)
    /// It has no sheet with cells.
    case noSheets
    /// No sheet has that name or number; those that there are.
    case unknownSheet(String, sheets: [String])
}
