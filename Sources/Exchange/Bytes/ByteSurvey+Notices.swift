extension ByteSurvey {
    /// What somebody should know of how the file spells text, in sentences.
    ///
    /// - Parameter faults: what couldn't be decoded.
    func notices(_ faults: TextBlocks.Faults) -> [String] {
        var notices: [String] = []
        switch spelling.encoding {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: break
        case .mixed:
            notices.append("parts of the file are UTF-8 and parts Windows-1252; each was read as what it is")
        default:
            notices.append(
                "the file is not UTF-8; read as \(spelling.encoding.words)")
        }
        if nuls.count > 0 {
            let words = nuls.count == 1 ? "1 NUL byte was" : "\(nuls.count) NUL bytes were"
            notices.append("\(words) left out, the first on line \(nuls.firstLine)")
        }
        if faults.count > 0 {
            let words = faults.count == 1 ? "1 character" : "\(faults.count) characters"
            notices.append(
                """
                \(words) can’t be read as \(spelling.encoding.rawValue), the first on line \(faults.firstLine); \
                \u{FFFD} stands for each
                """)
        }
        return notices
    }
}
