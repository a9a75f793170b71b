/// Which parts a part of a workbook refers to: ECMA-376 part 2, 9.3.
final class Relationships: XMLHandler {
    private var found: [(id: String, type: String, target: String)] = []
    private let folder: String

    private init(folder: String) { self.folder = folder }

    /// - Parameter part: the part that refers; empty for the whole file.
    static func read(of part: String, in archive: ZipArchive) throws -> Relationships {
        let folder = part.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        let relationships = Relationships(folder: folder)
        try archive.parse("\(folder)_rels/\(part.dropFirst(folder.count)).rels", relationships)
        return relationships
    }

    func start(_ tag: XMLTag, _ attributes: XMLAttributes) {
        guard tag == "Relationship", let target = attributes.string("Target"), let type = attributes.string("Type"),
            attributes.string("TargetMode") != "External"
        else { return }
        found.append((attributes.string("Id") ?? "", type, path(target)))
    }

    func end(_ tag: XMLTag) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// A target as a name in the archive; it is relative to the folder of the part that refers.
    private func path(_ target: String) -> String {
        var parts: [Substring] = []
        let whole = target.hasPrefix("/") ? target : folder + target
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    /// The part of an id, if it is of a type; the two editions of the standard spell types with different beginnings.
    func part(_ id: String, ofType type: String) -> String? {
        found.first { $0.id == id && $0.type.hasSuffix("/" + type) }?.target
    }

    func part(ofType type: String) -> String? { found.first { $0.type.hasSuffix("/" + type) }?.target }
}

/// What `xl/workbook.xml` says of the sheets.
final class WorkbookOutline: XMLHandler {
    private(set) var sheets: [(sheet: Sheet, id: String)] = []
    private(set) var countsFrom1904 = false

    func start(_ tag: XMLTag, _ attributes: XMLAttributes) {
        if tag == "sheet" {
            let state = attributes.string("state") ?? ""
            let sheet = Sheet(
                name: attributes.string("name") ?? "", isHidden: state == "hidden" || state == "veryHidden")
            sheets.append((sheet, attributes.string("id") ?? ""))
        } else if tag == "workbookPr" {
            countsFrom1904 = attributes.flag("date1904")
        }
    }

    func end(_ tag: XMLTag) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// What `xl/styles.xml` says of numbers: the format of each style that cells name.
final class Styles: XMLHandler {
    private(set) var formats: [NumberFormat] = []
    private var own: [Int: NumberFormat] = [:]
    private var isOfCells = false
    /// Excel allows 65,490.
    private static let most = 1 << 18

    func start(_ tag: XMLTag, _ attributes: XMLAttributes) throws {
        if tag == "numFmt", let id = attributes.number("numFmtId"), let code = attributes.string("formatCode") {
            own[id] = NumberFormat(code: code)
        } else if tag == "cellXfs" {
            isOfCells = true
        } else if tag == "xf", isOfCells {
            let id = attributes.number("numFmtId") ?? 0
            formats.append(own[id] ?? NumberFormat(builtIn: id))
        }
        guard formats.count <= Styles.most, own.count <= Styles.most else {
            throw SheetError.tooLarge(part: "the list of styles")
        }
    }

    func end(_ tag: XMLTag) { if tag == "cellXfs" { isOfCells = false } }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
