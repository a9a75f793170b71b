/// An element whose text a browser doesn't show as a part of the cell: a hidden one, or a mark of a footnote.
struct UnseenElement {
    /// The name of the element; nil outside of one.
    private var name: String?
    /// How many elements of that name are open, the first included.
    private var depth = 0

    var isInside: Bool { name != nil }

    /// Rows and cells stay, though they be hidden: a filter hides what is in the list all the same.
    private static let parts: Set = [
        "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "col", "colgroup", "html", "body",
    ]
    /// They have no end and hold no text.
    private static let empty: Set = ["br", "hr", "img", "input", "link", "meta", "wbr", "area", "source", "embed"]

    /// - Parameters:
    ///   - tag: its name in lower case, `/` before it for an end.
    ///   - whole: all that stands between its brackets.
    mutating func take(_ tag: String, _ whole: [UInt8]) {
        if let name {
            if tag == name {
                depth += 1
            } else if tag.dropFirst() == name, tag.hasPrefix("/") {
                depth -= 1
            } else if UnseenElement.endsCell(tag) {
                // Its end was forgotten.
                depth = 0
            }
            if depth == 0 { self.name = nil }
        } else if UnseenElement.isUnseen(tag, whole) {
            name = tag
            depth = 1
        }
    }

    private static func endsCell(_ tag: String) -> Bool {
        parts.contains(tag) || tag.hasPrefix("/") && parts.contains(String(tag.dropFirst()))
    }

    private static func isUnseen(_ tag: String, _ whole: [UInt8]) -> Bool {
        if tag == "sup" || tag == "template" { return true }
        guard !tag.hasPrefix("/"), !tag.hasPrefix("!"), !parts.contains(tag), !empty.contains(tag), whole.last != 0x2F,
            whole.count > tag.utf8.count
        else { return false }
        let text = String(decoding: whole, as: UTF8.self).lowercased().filter { $0 != " " && $0 != "\n" }
        return text.contains("display:none") || text.contains("visibility:hidden") || hasHidden(whole)
    }

    /// The attribute `hidden`, with or without a value.
    private static func hasHidden(_ tag: [UInt8]) -> Bool {
        tag.split { $0 <= 0x20 }.dropFirst().contains { word in
            String(decoding: word, as: UTF8.self).lowercased().split(separator: "=").first == "hidden"
        }
    }
}
