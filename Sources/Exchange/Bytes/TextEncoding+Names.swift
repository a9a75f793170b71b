extension TextEncoding {
    /// The encoding of a name, as `--encoding` and profiles have it, whatever its case.
    public init?(name: String) {
        let name = name.lowercased()
        guard let found = TextEncoding.allCases.first(where: { $0.names.contains(name) }) else { return nil }
        self = found
    }

    /// The name by which somebody says it: `windows-1250`.
    public var name: String { names[0] }

    /// Its names, the usual one first.
    private var names: [String] {
        switch self {
        case .utf8: ["utf-8", "utf8"]
        case .utf16LittleEndian: ["utf-16le", "utf16le"]
        case .utf16BigEndian: ["utf-16be", "utf16be"]
        // Latin-1 is a part of it, as far as letters go.
        case .windows1252: ["windows-1252", "cp1252", "latin-1", "latin1", "iso-8859-1"]
        case .mixed: ["mixed"]
        case .iso8859Part15: ["iso-8859-15", "latin-9"]
        case .windows1250: ["windows-1250", "cp1250"]
        case .iso8859Part2: ["iso-8859-2", "latin-2"]
        case .windows1254: ["windows-1254", "cp1254", "iso-8859-9", "latin-5"]
        case .windows1253: ["windows-1253", "cp1253"]
        case .iso8859Part7: ["iso-8859-7"]
        case .windows1251: ["windows-1251", "cp1251"]
        case .koi8r: ["koi8-r"]
        case .koi8u: ["koi8-u"]
        case .iso8859Part5: ["iso-8859-5"]
        case .cp866: ["cp866"]
        case .cp437: ["cp437"]
        case .cp850: ["cp850"]
        case .cp852: ["cp852"]
        case .macRoman: ["mac-roman", "macintosh"]
        case .shiftJIS: ["shift-jis", "shift_jis", "sjis", "cp932", "windows-31j"]
        case .eucJP: ["euc-jp"]
        case .gb18030: ["gb18030", "gbk", "gb2312", "cp936"]
        case .big5: ["big5", "cp950"]
        case .eucKR: ["euc-kr", "cp949"]
        case .cp737: ["cp737"]
        case .cp857: ["cp857"]
        case .macCyrillic: ["mac-cyrillic"]
        case .windows1255: ["windows-1255", "cp1255"]
        case .windows1256: ["windows-1256", "cp1256"]
        case .windows1257: ["windows-1257", "cp1257"]
        case .windows1258: ["windows-1258", "cp1258"]
        case .windows874: ["windows-874", "cp874", "tis-620"]
        }
    }

    /// What iconv calls it. The tables of Microsoft hold more characters than the standards that they extend.
    var iconvName: String {
        switch self {
        case .utf8, .mixed: "UTF-8"
        case .macRoman: "MACINTOSH"
        case .macCyrillic: "MAC-CYRILLIC"
        case .shiftJIS: "CP932"
        case .eucJP: "EUC-JP-MS"
        case .eucKR: "CP949"
        case .windows1250, .windows1251, .windows1252, .windows1253, .windows1254, .windows1255, .windows1256,
            .windows1257, .windows1258, .windows874:
            "CP" + rawValue.dropFirst("Windows-".count)
        default: rawValue.replacing(" ", with: "-").uppercased()
        }
    }

    /// With where it comes from: `Windows-1250, the code page of Central European Windows`.
    public var words: String { "\(rawValue), \(origin)" }

    /// Where it comes from, in words.
    public var origin: String {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: "Unicode"
        case .windows1252: "the code page of Western Windows"
        case .mixed: "each part as what it is"
        case .iso8859Part15: "Western Europe on Unix"
        case .windows1250: "the code page of Central European Windows"
        case .iso8859Part2: "Central Europe on Unix"
        case .windows1254: "the code page of Turkish Windows"
        case .windows1253: "the code page of Greek Windows"
        case .iso8859Part7: "Greek on Unix"
        case .windows1251: "the code page of Cyrillic Windows"
        case .koi8r: "Russian on Unix"
        case .koi8u: "Ukrainian on Unix"
        case .iso8859Part5: "Cyrillic, an ISO standard"
        case .cp866: "Cyrillic DOS"
        case .cp437: "DOS"
        case .cp850: "Western DOS"
        case .cp852: "Central European DOS"
        case .macRoman: "old Macs"
        case .shiftJIS: "Japanese Windows"
        case .eucJP: "Japanese on Unix"
        case .gb18030: "simplified Chinese, as GBK and GB2312"
        case .big5: "traditional Chinese"
        case .eucKR: "Korean"
        case .cp737: "Greek DOS"
        case .cp857: "Turkish DOS"
        case .macCyrillic: "old Macs, Cyrillic"
        case .windows1255: "Hebrew"
        case .windows1256: "Arabic"
        case .windows1257: "Baltic"
        case .windows1258: "Vietnamese"
        case .windows874: "Thai"
        }
    }
}
