/// How a file's bytes spell text.
public enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16 LE"
    case utf16BigEndian = "UTF-16 BE"
    case windows1252 = "Windows-1252"

    /// `utf-8`, `utf-16le`, `utf-16be`, `windows-1252` (which `latin-1` is a part of, as far as letters go).
    public init?(name: String) {
        switch name.lowercased() {
        case "utf-8", "utf8": self = .utf8
        case "utf-16le", "utf16le": self = .utf16LittleEndian
        case "utf-16be", "utf16be": self = .utf16BigEndian
        case "windows-1252", "cp1252", "latin-1", "latin1", "iso-8859-1": self = .windows1252
        default: return nil
        }
    }

    /// The byte order mark that goes with it.
    var mark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .windows1252: []
        }
    }
}

/// What a file is, where it is no text.
public enum ForeignFormat: String, Sendable {
    case workbook = "an Excel workbook"
    case oldWorkbook = "an old Excel workbook or one with a password"
    case pdf = "a PDF"
    case html = "a web page"
    case table = "a table in HTML"
    case workbookXML = "an Excel 2003 workbook in XML"
    case gzip = "compressed"

    /// How much of a file's start tells its format.
    static let startSize = 65_536

    /// The format that the first bytes of a file give away.
    init?(start: UnsafeRawBufferPointer) {
        func begins(with bytes: [UInt8]) -> Bool { start.starts(with: bytes) }
        if begins(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .workbook
        } else if begins(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldWorkbook
        } else if begins(with: Array("%PDF".utf8)) {
            self = .pdf
        } else if begins(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if let markup = ForeignFormat(markup: start) {
            self = markup
        } else {
            return nil
        }
    }

    private init?(markup start: UnsafeRawBufferPointer) {
        // Marks of encodings, and every other byte of UTF-16, say nothing here.
        let text = start.prefix(ForeignFormat.startSize).lazy.filter { $0 != 0 }
            .drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) }
        guard text.first == 0x3C else { return nil }
        let lower = String(decoding: text, as: UTF8.self).lowercased()
        let starts = [
            "<!doctype", "<html", "<head", "<meta", "<style", "<body", "<!--", "<?xml", "<table", "<workbook",
        ]
        guard starts.contains(where: { lower.hasPrefix($0) }) else { return nil }
        if lower.contains("excel.sheet") || lower.contains("schemas-microsoft-com:office:spreadsheet") {
            self = .workbookXML
        } else {
            // A page to log in on may be laid out by a table, but asks for a password.
            self = lower.contains("<table") && !lower.contains("password") ? .table : .html
        }
    }
}
