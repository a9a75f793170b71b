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
        return switch form.code {
        case "de": "Sie zahlen \(amount) bis \(day)."
        case "fr": "Vous payez \(amount) d'ici \(day)."
        default: "I have \(amount) by \(day)."
        }
    }

    func plan(_ plan: PlannedPlan) -> String {
        let (total, count) = (money(plan.total), plan.instalments.count)
        let first = plan.instalments.first.map { (money($0.amount), day($0.day)) }
        let isAgreed = plan.status == .active
        return switch form.code {
        case "de":
            "\(total) in \(count) Raten"
                + (first.map { ", die erste mit \($0) bis \($1)" } ?? "")
                + (isAgreed ? "." : "; das lasse ich freigeben.")
        case "fr":
            "\(total) en \(count) versements"
                + (first.map { ", le premier de \($0) d'ici \($1)" } ?? "")
                + (isAgreed ? "." : " ; je dois le faire valider.")
        default:
            "\(total) in \(count) payments"
                + (first.map { ", the first of \($0) by \($1)" } ?? "")
                + (isAgreed ? "." : "; I have to get that approved.")
        }
    }

    func claim(_ claim: PlannedClaim) -> String {
        let day = day(claim.day)
        let amount = claim.amount.map(money)
        return switch form.code {
        case "de": "Sie haben \(amount.map { "\($0) " } ?? "")am \(day) bezahlt. Ich suche die Zahlung."
        case "fr": "Vous avez payé \(amount.map { "\($0) " } ?? "")\(day). Je recherche le paiement."
        default: "You paid \(amount.map { "\($0) " } ?? "")on \(day). I will look for it."
        }
    }

    func dispute(_ dispute: PlannedDispute) -> String {
        let (number, owner, day) = (dispute.item.number, dispute.owner, day(dispute.due))
        return switch form.code {
        case "de":
            owner.isEmpty
                ? "Ich lasse \(number) bis \(day) prüfen." : "\(owner) prüft für Sie \(number) bis \(day)."
        case "fr":
            owner.isEmpty
                ? "Je fais vérifier \(number) d'ici \(day)." : "\(owner) vérifie \(number) pour vous d'ici \(day)."
        default:
            owner.isEmpty
                ? "I will have \(number) checked by \(day)." : "I will have \(owner) check \(number) by \(day)."
        }
    }

    /// nil where the words are none that a message does.
    func owed(_ followUp: PlannedFollowUp) -> String? {
        let day = day(followUp.day)
        switch OwedAct(followUp.why) {
        case .documents(let what)?, .statement(let what)?:
            return switch form.code {
            case "de": "Ich schicke Ihnen bis \(day): \(what)."
            case "fr": "Je vous envoie d'ici \(day) : \(what)."
            default: "I will send you \(what) by \(day)."
            }
        case .answer?, nil: return nil
        }
    }

    func appointment(_ time: LocalTime) -> String {
        let day = day(time.day)
        return switch form.code {
        case "de": "Ich rufe Sie am \(day) um \(time.time.text) Uhr an."
        case "fr": "Je vous appelle \(day) à \(time.time.text)."
        default: "I will call you on \(day) at \(time.time.text)."
        }
    }

    var noCall: String {
        switch form.code {
        case "de": "Wir rufen Sie nicht mehr an."
        case "fr": "Nous ne vous appelons plus."
        default: "We will not call you any more."
        }
    }

    var question: String {
        switch form.code {
        case "de": "Habe ich das richtig verstanden?"
        case "fr": "Ai-je bien compris ?"
        default: "Did I get that right?"
        }
    }
}
