extension TextEncoding {
    /// What a file may be that isn't UTF-8, and nobody says what it is.
    static let guessed: [TextEncoding] = [
        .windows1252, .mixed, .utf8, .iso8859Part15, .windows1250, .iso8859Part2, .windows1254, .windows1253,
        .iso8859Part7, .windows1251, .koi8r, .koi8u, .iso8859Part5, .cp866, .cp437, .cp850, .cp852, .macRoman,
        .shiftJIS, .eucJP, .gb18030, .big5, .eucKR,
    ]

    /// The languages written in it, by the codes of `letter-costs.txt`.
    var languages: [String] {
        switch self {
        case .windows1250, .iso8859Part2, .cp852: ["pl", "cs", "sk", "hu", "ro", "sh", "sl", "de"]
        case .windows1254: ["tr", "de", "fr"]
        case .windows1253, .iso8859Part7: ["el"]
        case .windows1251, .iso8859Part5: ["ru", "uk", "bg"]
        case .koi8r: ["ru"]
        case .koi8u: ["ru", "uk"]
        case .cp866: ["ru", "bg"]
        case .shiftJIS, .eucJP: ["ja"]
        case .gb18030: ["zh"]
        case .big5: ["tw"]
        case .eucKR: ["ko"]
        default: ["de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "is"]
        }
    }

    /// How rare it is, in bits: what speaks for the code page of Western Windows where little is to be told by.
    var prior: Int {
        switch self {
        case .windows1252: 0
        case .mixed: 1
        case .utf8, .iso8859Part15: 2
        case .windows1251: 3
        case .windows1253, .shiftJIS, .gb18030, .big5, .eucKR: 4
        case .windows1250, .windows1254: 5
        case .iso8859Part7, .koi8r, .cp866, .cp850, .macRoman, .eucJP: 6
        case .iso8859Part2, .koi8u, .cp437, .cp852: 7
        default: 8
        }
    }
}
