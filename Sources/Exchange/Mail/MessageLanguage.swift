import Receivables

/// The words that tables of facts need, and how a language writes days and amounts.
public struct MessageLanguage: Sendable, Hashable {
    /// ISO 639-1.
    public let code: String
    let number, order, due, amount, days: String
    let disputed, promised: String
    /// Above what stands apart from what is asked for.
    let apart: String
    let notDue, credits, cash: String
    /// Columns of a statement, and what its ageing calls items not due yet.
    let date, balance, current: String
    let by: String
    let with, answered: String
    /// What a calendar calls a day on which money was promised.
    let payment: String
    private let disputeReasons: [DisputeReason: String]
    private let months: [String]
    /// `,` or `.` between thousands; the other before decimals.
    private let grouping: Character

    /// Those in which there are words.
    public static let all = [english, german, french]

    /// English, with commas between thousands; also what stands in for a language without words.
    public static let english = MessageLanguage(
        code: "en", number: "Number", order: "Your order", due: "Due", amount: "Amount", days: "days late",
        disputed: "disputed",
        promised: "promised", apart: "Not part of this request:", notDue: "Not due yet:", credits: "Credits:",
        cash: "Received and not yet matched", date: "Date", balance: "Balance", current: "not due", by: "by",
        with: "with",
        answered: "answered", payment: "Payment",
        disputeReasons: Dictionary(
            uniqueKeysWithValues: DisputeReason.allCases.map { ($0, $0 == .inERP ? "disputed" : $0.rawValue) }),
        months: Day.monthNames, grouping: ",")

    /// German, with points between thousands.
    public static let german = MessageLanguage(
        code: "de", number: "Nummer", order: "Ihre Bestellung", due: "Fällig", amount: "Betrag",
        days: "Tage überfällig",
        disputed: "in Klärung", promised: "zugesagt", apart: "Nicht Teil dieser Bitte:", notDue: "Noch nicht fällig:",
        credits: "Gutschriften:", cash: "Eingegangen und noch nicht zugeordnet", date: "Datum", balance: "Saldo",
        current: "nicht fällig", by: "bis", with: "bei", answered: "beantwortet", payment: "Zahlung",
        disputeReasons: [
            .price: "Preis", .quantity: "Menge", .quality: "Qualität", .notReceived: "nicht erhalten",
            .noPurchaseOrder: "ohne Bestellnummer", .duplicate: "doppelt berechnet", .tax: "Steuer",
            .terms: "Zahlungsbedingungen",
            .wrongEntity: "falscher Rechnungsempfänger", .deduction: "Abzug", .inERP: "strittig", .other: "Sonstiges",
        ],
        months: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
        grouping: ".")

    /// French, with spaces between thousands.
    public static let french = MessageLanguage(
        code: "fr", number: "Numéro", order: "Votre commande", due: "Échéance", amount: "Montant",
        days: "jours de retard",
        disputed: "contesté", promised: "promis", apart: "Hors de cette demande :", notDue: "Non échu :",
        credits: "Avoirs :",
        cash: "Reçu et pas encore affecté", date: "Date", balance: "Solde", current: "non échu", by: "pour le",
        with: "auprès de", answered: "répondu", payment: "Paiement",
        disputeReasons: [
            .price: "prix", .quantity: "quantité", .quality: "qualité", .notReceived: "non reçu",
            .noPurchaseOrder: "sans numéro de commande", .duplicate: "facturé en double", .tax: "taxe",
            .terms: "conditions de paiement",
            .wrongEntity: "mauvais destinataire", .deduction: "déduction", .inERP: "contestée", .other: "autre",
        ],
        months: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
        grouping: " ")

    /// English where there are no words in a language.
    public static func language(_ code: String?) -> MessageLanguage { all.first { $0.code == code } ?? english }

    func text(_ reason: DisputeReason) -> String { disputeReasons[reason] ?? reason.rawValue }

    func text(_ day: Day) -> String {
        let (year, month, date) = day.civil
        return code == "de" ? "\(date). \(months[month - 1]) \(year)" : "\(date) \(months[month - 1]) \(year)"
    }

    func text(_ money: Money) -> String {
        guard grouping != "," else { return money.withCurrency }
        let turned = money.grouped.map { character -> Character in
            switch character {
            case ",": grouping
            case ".": ","
            default: character
            }
        }
        return String(turned) + " " + money.currency.code
    }
}
