/// The language of a file's headers, as far as it decides how dates are written.
enum HeaderLanguage {
    /// Whether most headers are words of a language other than English: all of those that are known here put the day
    /// first.
    static func isDayFirst(_ names: [String]) -> Bool {
        var (english, other) = (0, 0)
        for name in names where !name.isEmpty {
            let languages = HeaderWords.languages(of: name)
            if languages.contains("en") { english += 1 } else if !languages.isEmpty { other += 1 }
        }
        return other >= 3 && other > english * 2
    }
}
