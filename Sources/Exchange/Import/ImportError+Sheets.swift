import Sheets

extension SheetError {
    /// What is wrong and what to do, as it follows the name of the file.
    var words: String {
        switch self {
        case .damaged(let part, let why):
            "is a damaged workbook: \(part): \(why). Export it again, or open it in a spreadsheet and save it as .xlsx."
        case .cutShort: "is a workbook that was cut short. Copy or export it again."
        case .encrypted: "opens with a password only. Open it and save it without one."
        case .tooLarge(let part):
            "\(part) unpacks to far more data than a sheet can hold. If that is right, export it as CSV."
        case .declaresEntities(let part):
            "declares a document type in \(part), which no spreadsheet writes, and is not read. Open it in a "
                + "spreadsheet and save it as .xlsx."
        case .otherContents(let contents):
            contents == "a zip file"
                ? "is a zip file and no workbook. Unpack it, and import what is in it."
                : "is \(contents), which is not read. Open it and save it as .xlsx or as CSV UTF-8."
        case .noSheets: "has no cells in the sheet that is read. Name another with --sheet, or export it again."
        case .unknownSheet(let said, let sheets):
            "has no sheet “\(said)”. It has \(sheets.prefix(20).map { "“\($0)”" }.joined(separator: ", "))"
                + (sheets.count > 20 ? ", …" : "") + "."
        }
    }
}
