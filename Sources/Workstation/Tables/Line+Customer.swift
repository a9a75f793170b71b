import Receivables
import Terminal

extension Line {
    /// `Northwind Traders 10442`: a customer by name and number. Where an ERP has no numbers, or no names, one stands
    /// for the other, and is shown once.
    init(customer name: String, _ number: AccountNumber, _ style: Style = .title, gap: Int = 1) {
        let isSame = name == number.text
        self = Line(name, style).then(isSame ? "" : String(repeating: " ", count: gap) + number.text, .muted)
    }
}
