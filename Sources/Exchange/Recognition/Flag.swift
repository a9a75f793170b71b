/// A yes or a no as systems write it.
enum Flag {
    case yes, no

    init?(_ text: String) {
        switch text.lowercased() {
        case "yes", "y", "true", "t", "1", "x", "ja", "j", "wahr", "oui", "vrai", "si", "sí", "sì", "sim", "verdadero",
            "vero", "waar", "tak", "prawda", "paid", "bezahlt":
            self = .yes
        case "no", "n", "false", "f", "0", "nein", "falsch", "non", "faux", "não", "nao", "falso", "nee", "onwaar",
            "nej",
            "nei", "nie", "-", "unpaid", "offen":
            self = .no
        default: return nil
        }
    }
}
