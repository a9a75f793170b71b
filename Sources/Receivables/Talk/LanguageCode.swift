/// The code of a language, from what books and people write for it.
public enum LanguageCode {
    /// ISO 639-1, from `de`, `DE`, `de-AT`, `German` or `Deutsch`; nil where the text names no language.
    public static func code(of text: String) -> String? {
        let word = text.lowercased().prefix { $0.isLetter }
        if word.count == 2 { return String(word) }
        return names.first { $0.value.contains(String(word)) }?.key
    }

    private static let names: [String: Set<String>] = [
        "en": ["english", "eng"], "de": ["german", "deutsch", "deu", "ger"],
        "fr": ["french", "français", "francais", "fra", "fre"],
        "es": ["spanish", "español", "espanol", "spa"], "it": ["italian", "italiano", "ita"],
        "pl": ["polish", "polski", "pol"],
        "nl": ["dutch", "nederlands", "nld", "dut"], "pt": ["portuguese", "português", "por"],
    ]
}
