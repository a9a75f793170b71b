/// The sentences of a read-back in English, German and French, one function each.
struct ReadBackWords {
    private let form: SpokenForm
    private let today: Day

    init(_ form: SpokenForm, _ today: Day) {
        self.form = form
        self.today = today
    }

    private func day(_ day: Day) -> String { form.text(day, today: today) }
    private func money(_ money: Money) -> String { form.text(money) }

    /// `by Friday the 27th of November`, or `today`.
    private func by(_ day: Day) -> String {
        switch form.language {
        case .english: day == today ? "today" : "by \(self.day(day))"
        case .german: day == today ? "heute" : "bis \(self.day(day))"
        case .french: day == today ? "aujourd'hui" : "d'ici \(self.day(day))"
        }
    }

    /// ` for INV-1 and INV-2`; of more than three only how many.
    private func items(_ items: [String]) -> String {
        guard !items.isEmpty else { return "" }
        let count = items.count
        switch form.language {
        case .english: return count > 3 ? " for \(count) invoices" : " for \(form.joined(items))"
        case .german: return count > 3 ? " für \(count) Rechnungen" : " für \(form.joined(items))"
        case .french: return count > 3 ? " pour \(count) factures" : " pour \(form.joined(items))"
        }
    }

    func promise(_ promise: PlannedPromise) -> String {
        let (amount, by) = (money(promise.amount), by(promise.day))
        let items = items(promise.shares.map(\.item.number))
        return switch form.language {
        case .english: "I have \(amount)\(items) \(by)."
        case .german: "Sie zahlen \(amount)\(items) \(by)."
        case .french: "Vous payez \(amount)\(items) \(by)."
        }
    }

    func plan(_ plan: PlannedPlan) -> String {
        let (total, count) = (money(plan.total), plan.instalments.count)
        let often = form.words(plan.cadence)
        let isAgreed = plan.status == .active
        let head =
            switch form.language {
            case .english: "\(total) in \(count) payments\(often)"
            case .german: "\(total) in \(count) Raten\(often)"
            case .french: "\(total) en \(count) versements\(often)"
            }
        guard let first = plan.instalments.first, let last = plan.instalments.last else { return head + "." }
        let (amount, start, end) = (money(first.amount), by(first.day), by(last.day))
        return switch form.language {
        case .english:
            "\(head). The first is \(amount) \(start). The last is due \(end)."
                + (isAgreed ? "" : " I have to get that approved.")
        case .german:
            "\(head). Die erste sind \(amount) \(start). Die letzte kommt \(end)."
                + (isAgreed ? "" : " Das lasse ich freigeben.")
        case .french:
            "\(head). Le premier est de \(amount) \(start). Le dernier vient \(end)."
                + (isAgreed ? "" : " Je dois le faire valider.")
        }
    }

    func claim(_ claim: PlannedClaim) -> String {
        let day = day(claim.day)
        let amount = claim.amount.map(money)
        return switch form.language {
        case .german: "Sie haben \(amount.map { "\($0) " } ?? "")am \(day) bezahlt. Ich suche die Zahlung."
        case .french: "Vous avez payé \(amount.map { "\($0) " } ?? "")\(day). Je recherche le paiement."
        case .english: "You paid \(amount.map { "\($0) " } ?? "")on \(day). I will look for it."
        }
    }

    func dispute(_ dispute: PlannedDispute) -> String {
        let (number, by) = (dispute.item.number, by(dispute.due))
        let owner = form.department(dispute.owner)
        let amount = dispute.amount.map(money)
        let wrong = form.words(dispute.reason)
        switch form.language {
        case .english:
            let what = "On \(number), \(wrong ?? "something isn't right")\(amount.map { "; it is about \($0)" } ?? "")."
            return what + (owner.isEmpty ? " I will have it checked \(by)." : " \(owner) will check it \(by).")
        case .german:
            let what = "Zu \(number): \(wrong ?? "etwas stimmt nicht")\(amount.map { "; es geht um \($0)" } ?? "")."
            return what + (owner.isEmpty ? " Ich lasse das \(by) prüfen." : " \(owner) prüft das \(by).")
        case .french:
            let what =
                "Pour \(number) : \(wrong ?? "quelque chose ne va pas")\(amount.map { " ; il s'agit de \($0)" } ?? "")."
            return what + (owner.isEmpty ? " Je le fais vérifier \(by)." : " Je le fais vérifier par \(owner) \(by).")
        }
    }

    /// nil where the words are none that a message does.
    func owed(_ followUp: PlannedFollowUp) -> String? {
        let by = by(followUp.day)
        switch OwedAct(followUp.why) {
        case .documents(let what)?, .statement(let what)?:
            let said = form.document(what)
            return switch form.language {
            case .german: "Ich schicke Ihnen \(said) \(by)."
            case .french: "Je vous envoie \(said) \(by)."
            case .english: "I will send you \(said) \(by)."
            }
        case .answer?, nil: return nil
        }
    }

    func contact(_ contact: PlannedContact) -> String? {
        let parts = [contact.phone, contact.email].filter { !$0.isEmpty }
        guard !parts.isEmpty else { return nil }
        let said = form.joined(parts)
        return switch form.language {
        case .english: "I have \(said) for \(contact.name)."
        case .german: "Für \(contact.name) habe ich \(said)."
        case .french: "Pour \(contact.name), j'ai \(said)."
        }
    }

    func appointment(_ time: LocalTime) -> String {
        let (isToday, clock) = (time.day == today, time.time.text)
        let day = day(time.day)
        return switch form.language {
        case .german: "Ich rufe Sie \(isToday ? "heute" : "am \(day)") um \(clock) Uhr an."
        case .french: "Je vous appelle \(isToday ? "aujourd'hui" : day) à \(clock)."
        case .english: "I will call you \(isToday ? "today" : "on \(day)") at \(clock)."
        }
    }

    /// What is not called any more.
    func noCall(_ wish: PlannedNoCall) -> String {
        switch (wish.scope, form.language) {
        case (.account, .english): "We will not call you any more. We will write instead."
        case (.account, .german): "Wir rufen Sie nicht mehr an. Wir schreiben Ihnen."
        case (.account, .french): "Nous ne vous appelons plus. Nous vous écrirons."
        case (.number, .english): "We will not use this number any more."
        case (.number, .german): "Diese Nummer rufen wir nicht mehr an."
        case (.number, .french): "Nous n'appelons plus ce numéro."
        case (.person(let name), .english): "We will not call \(name) any more."
        case (.person(let name), .german): "\(name) rufen wir nicht mehr an."
        case (.person(let name), .french): "Nous n'appelons plus \(name)."
        }
    }

    var question: String {
        switch form.language {
        case .german: "Habe ich das richtig verstanden?"
        case .french: "Ai-je bien compris ?"
        case .english: "Did I get that right?"
        }
    }
}
