/// How a file's bytes spell text.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16 LE"
    case utf16BigEndian = "UTF-16 BE"
    case windows1252 = "Windows-1252"
    /// Sequences that are UTF-8 stay, every other byte is Windows-1252.
    case mixed = "UTF-8 and Windows-1252"
    case iso8859Part15 = "ISO-8859-15"
    case windows1250 = "Windows-1250"
    case iso8859Part2 = "ISO-8859-2"
    case windows1254 = "Windows-1254"
    case windows1253 = "Windows-1253"
    case iso8859Part7 = "ISO-8859-7"
    case windows1251 = "Windows-1251"
    case koi8r = "KOI8-R"
    case koi8u = "KOI8-U"
    case iso8859Part5 = "ISO-8859-5"
    case cp866 = "CP866"
    case cp437 = "CP437"
    case cp850 = "CP850"
    case cp852 = "CP852"
    case macRoman = "Mac Roman"
    case shiftJIS = "Shift-JIS"
    case eucJP = "EUC-JP"
    case gb18030 = "GB18030"
    case big5 = "Big5"
    case eucKR = "EUC-KR"
    // These are read where somebody says so, and never guessed.
    case cp737 = "CP737"
    case cp857 = "CP857"
    case macCyrillic = "Mac Cyrillic"
    case windows1255 = "Windows-1255"
    case windows1256 = "Windows-1256"
    case windows1257 = "Windows-1257"
    case windows1258 = "Windows-1258"
    case windows874 = "Windows-874"

    /// The byte order mark that goes with it.
    var mark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        default: []
        }
    }

    /// Whether a character may take two bytes of which the first is above 0x7F.
    var isDoubleByte: Bool {
        switch self {
        case .shiftJIS, .eucJP, .gb18030, .big5, .eucKR: true
        default: false
        }
    }

    /// Whether an unmarked file can be asked for it: its lines end by a line feed of one byte.
    var isOfBytes: Bool { self != .utf16LittleEndian && self != .utf16BigEndian }
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
