/// A header without case, punctuation, spaces and accents, so that `*Fällig am` and `faelligam` are one.
struct HeaderName: Hashable {
    let text: String

    init(_ header: String) {
        var text = ""
        for scalar in header.lowercased().unicodeScalars {
            if let folded = HeaderName.folds[scalar] {
                text += folded
            } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                text.unicodeScalars.append(scalar)
            }
        }
        self.text = text
    }

    private static let folds: [Unicode.Scalar: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e", "ê": "e", "ë": "e", "à": "a", "á": "a",
        "â": "a", "ã": "a", "ç": "c", "ñ": "n", "ó": "o", "ô": "o", "õ": "o", "í": "i", "î": "i", "ú": "u", "û": "u",
        "å": "a", "ø": "o", "æ": "ae", "ł": "l", "ą": "a", "ę": "e", "ś": "s", "ć": "c", "ń": "n", "ź": "z", "ż": "z",
        "№": "no", "°": "o", "º": "o", "ì": "i", "ò": "o", "ù": "u",
    ]
}
