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

    func promise(_ promise: PlannedPromise) -> String {
        let (amount, day) = (money(promise.amount), day(promise.day))
        return switch form.language {
        case .german: "Sie zahlen \(amount) bis \(day)."
        case .french: "Vous payez \(amount) d'ici \(day)."
        case .english: "I have \(amount) by \(day)."
        }
    }

    func plan(_ plan: PlannedPlan) -> String {
        let (total, count) = (money(plan.total), plan.instalments.count)
        let first = plan.instalments.first.map { (money($0.amount), day($0.day)) }
        let isAgreed = plan.status == .active
        return switch form.language {
        case .german:
            "\(total) in \(count) Raten"
                + (first.map { ", die erste mit \($0) bis \($1)" } ?? "")
                + (isAgreed ? "." : "; das lasse ich freigeben.")
        case .french:
            "\(total) en \(count) versements"
                + (first.map { ", le premier de \($0) d'ici \($1)" } ?? "")
                + (isAgreed ? "." : " ; je dois le faire valider.")
        case .english:
            "\(total) in \(count) payments"
                + (first.map { ", the first of \($0) by \($1)" } ?? "")
                + (isAgreed ? "." : "; I have to get that approved.")
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
        let (number, owner, day) = (dispute.item.number, dispute.owner, day(dispute.due))
        return switch form.language {
        case .german:
            owner.isEmpty
                ? "Ich lasse \(number) bis \(day) prüfen." : "\(owner) prüft für Sie \(number) bis \(day)."
        case .french:
            owner.isEmpty
                ? "Je fais vérifier \(number) d'ici \(day)." : "\(owner) vérifie \(number) pour vous d'ici \(day)."
        case .english:
            owner.isEmpty
                ? "I will have \(number) checked by \(day)." : "I will have \(owner) check \(number) by \(day)."
        }
    }

    /// nil where the words are none that a message does.
    func owed(_ followUp: PlannedFollowUp) -> String? {
        let day = day(followUp.day)
        switch OwedAct(followUp.why) {
        case .documents(let what)?, .statement(let what)?:
            return switch form.language {
            case .german: "Ich schicke Ihnen bis \(day): \(what)."
            case .french: "Je vous envoie d'ici \(day) : \(what)."
            case .english: "I will send you \(what) by \(day)."
            }
        case .answer?, nil: return nil
        }
    }

    func appointment(_ time: LocalTime) -> String {
        let day = day(time.day)
        return switch form.language {
        case .german: "Ich rufe Sie am \(day) um \(time.time.text) Uhr an."
        case .french: "Je vous appelle \(day) à \(time.time.text)."
        case .english: "I will call you on \(day) at \(time.time.text)."
        }
    }

    var noCall: String {
        switch form.language {
        case .german: "Wir rufen Sie nicht mehr an."
        case .french: "Nous ne vous appelons plus."
        case .english: "We will not call you any more."
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
