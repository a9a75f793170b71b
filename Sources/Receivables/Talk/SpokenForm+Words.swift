// Words that talk tracks say for what the book knows by a name of its own.
extension SpokenForm {
    /// Several things as one says them: `4,200 pounds and 300 euros`.
    func joined(_ texts: [String]) -> String {
        guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
        let and =
            switch language {
            case .english: "and"
            case .german: "und"
            case .french: "et"
            }
        return texts.dropLast().joined(separator: ", ") + " \(and) \(last)"
    }

    /// `12 days`
    func days(_ count: Int) -> String {
        switch language {
        case .english: "\(count) days"
        case .german: "\(count) Tage"
        case .french: "\(count) jours"
        }
    }

    /// What is wrong, as one tells it the customer again; nil where the reason says too little.
    func words(_ reason: DisputeReason) -> String? {
        switch language {
        case .english: SpokenForm.english(reason)
        case .german: SpokenForm.german(reason)
        case .french: SpokenForm.french(reason)
        }
    }

    private static func english(_ reason: DisputeReason) -> String? {
        switch reason {
        case .price: "the price isn't what was agreed"
        case .quantity: "the quantity isn't right"
        case .quality: "you weren't happy with the quality"
        case .notReceived: "something didn't arrive"
        case .noPurchaseOrder: "the order number is missing"
        case .duplicate: "it was sent to you twice"
        case .tax: "the tax isn't right"
        case .terms: "the payment terms aren't the ones you agreed"
        case .wrongEntity: "it went to the wrong company"
        case .deduction: "you took something off"
        case .other, .inERP: nil
        }
    }

    private static func german(_ reason: DisputeReason) -> String? {
        switch reason {
        case .price: "der Preis ist nicht der vereinbarte"
        case .quantity: "die Menge stimmt nicht"
        case .quality: "mit der Qualität waren Sie nicht zufrieden"
        case .notReceived: "etwas ist nicht angekommen"
        case .noPurchaseOrder: "die Bestellnummer fehlt"
        case .duplicate: "sie kam zweimal"
        case .tax: "die Steuer stimmt nicht"
        case .terms: "die Zahlungsbedingungen sind nicht die vereinbarten"
        case .wrongEntity: "sie ging an die falsche Firma"
        case .deduction: "Sie haben etwas abgezogen"
        case .other, .inERP: nil
        }
    }

    private static func french(_ reason: DisputeReason) -> String? {
        switch reason {
        case .price: "le prix n'est pas celui qui était convenu"
        case .quantity: "la quantité n'est pas la bonne"
        case .quality: "la qualité ne vous a pas convenu"
        case .notReceived: "quelque chose n'est pas arrivé"
        case .noPurchaseOrder: "il manque le numéro de commande"
        case .duplicate: "vous l'avez reçue deux fois"
        case .tax: "la taxe n'est pas juste"
        case .terms: "les conditions de paiement ne sont pas celles qui étaient convenues"
        case .wrongEntity: "elle est allée à la mauvaise société"
        case .deduction: "vous avez déduit quelque chose"
        case .other, .inERP: nil
        }
    }

    /// How often a plan is paid, behind the number of its payments.
    func words(_ cadence: Plan.Cadence) -> String {
        switch (cadence, language) {
        case (.weekly, .english): ", one each week"
        case (.weekly, .german): ", eine jede Woche"
        case (.weekly, .french): ", un chaque semaine"
        case (.fortnightly, .english): ", one every two weeks"
        case (.fortnightly, .german): ", eine alle zwei Wochen"
        case (.fortnightly, .french): ", un toutes les deux semaines"
        case (.monthly, .english): ", one each month"
        case (.monthly, .german): ", eine jeden Monat"
        case (.monthly, .french): ", un chaque mois"
        case (.monthEnd, .english): ", one at each month's end"
        case (.monthEnd, .german): ", eine an jedem Monatsende"
        case (.monthEnd, .french): ", un à chaque fin de mois"
        case (.every, _): ""
        }
    }

    /// What is sent, from how a line of the note names it: `invoice INV-77`, `statement`.
    func document(_ what: String) -> String {
        let words = what.split(separator: " ").map(String.init)
        guard let first = words.first?.lowercased() else { return what }
        let rest = words.dropFirst().joined(separator: " ")
        let names: [String: (english: String, german: String, french: String)] = [
            "invoice": ("the invoice", "die Rechnung", "la facture"),
            "invoices": ("the invoices", "die Rechnungen", "les factures"),
            "statement": ("a statement of your account", "einen Kontoauszug", "un relevé de compte"),
        ]
        guard let name = names[first] else { return what }
        let said =
            switch language {
            case .english: name.english
            case .german: name.german
            case .french: name.french
            }
        return rest.isEmpty || first == "statement" ? said : "\(said) \(rest)"
    }

    /// A department of ours, as one tells a customer who looks after something: `our sales team`. A name that isn't one
    /// of those that reasons have is said as it stands.
    func department(_ owner: String) -> String {
        let names: [String: (english: String, german: String, french: String)] = [
            "sales": ("Our sales team", "Unser Vertrieb", "notre service commercial"),
            "logistics": ("Our logistics team", "Unsere Logistik", "notre service logistique"),
            "quality": ("Our quality team", "Unsere Qualitätsabteilung", "notre service qualité"),
            "billing": ("Our billing team", "Unsere Rechnungsabteilung", "notre service facturation"),
            "credit control": ("Our accounts team", "Unsere Buchhaltung", "notre comptabilité"),
        ]
        guard let name = names[owner.lowercased()] else { return owner }
        switch language {
        case .english: return name.english
        case .german: return name.german
        case .french: return name.french
        }
    }
}
