/// One payment of a plan.
public struct Instalment: Hashable, Sendable, Codable {
    /// The day by which it is to be paid.
    public var day: Day
    /// How much is to be paid, above zero.
    public var amount: Money

    /// Creates one payment of a plan.
    public init(day: Day, amount: Money) {
        self.day = day
        self.amount = amount
    }
}

/// Into how many payments a sum is cut: so many, or so much each.
public enum PlanSize: Hashable, Sendable, Codable {
    case count(Int)
    case each(Money)
}

/// Why a plan can't be made so.
public enum PlanProblem: Error, Hashable, Sendable {
    case nothingToPay
    case tooFew
    /// More instalments than anybody would watch.
    case tooMany(Int)
    /// An instalment would come to nothing.
    case instalmentOfNothing
    case downPaymentTooLarge
    case otherCurrency(Currency, Currency)
    case startsInThePast(Day)
    case downPaymentAfterStart

    /// Why the plan can't be made, as the caller reads it.
    public var sentence: String {
        switch self {
        case .nothingToPay: "there is nothing to pay"
        case .tooFew: "a plan has at least one instalment"
        case .tooMany(let count): "\(count) instalments: at most \(Plan.mostInstalments)"
        case .instalmentOfNothing: "an instalment would come to nothing: fewer, please"
        case .downPaymentTooLarge: "the down payment leaves nothing to pay in instalments"
        case .otherCurrency(let one, let other): "\(one.code) is not \(other.code)"
        case .startsInThePast(let day): "\(day.long) is past"
        case .downPaymentAfterStart: "the down payment comes after the first instalment"
        }
    }
}

extension Plan {
    /// The most instalments that a plan may have.
    public static let mostInstalments = 120

    /// The payments of a plan: half-up shares at the currency's exponent, the last taking the remainder, so that
    /// they sum to the total exactly; none is zero or below (DOMAIN.md §4).
    ///
    /// - Parameters:
    ///   - total: what is paid in all, `down` included.
    ///   - size: how many instalments, or how much each.
    ///   - first: the day of the first instalment.
    ///   - cadence: how often they fall due.
    ///   - down: a first payment before the instalments, on its own day.
    public static func instalments(
        of total: Money, size: PlanSize, first: Day, cadence: Cadence, down: Instalment? = nil
    ) -> Result<[Instalment], PlanProblem> {
        guard total.minor > 0 else { return .failure(.nothingToPay) }
        var rest = total.minor
        var list: [Instalment] = []
        if let down {
            guard down.amount.currency == total.currency else {
                return .failure(.otherCurrency(down.amount.currency, total.currency))
            }
            guard down.amount.minor > 0 else { return .failure(.instalmentOfNothing) }
            guard down.amount.minor < rest else { return .failure(.downPaymentTooLarge) }
            guard down.day <= first else { return .failure(.downPaymentAfterStart) }
            rest -= down.amount.minor
            list = [down]
        }
        switch shares(of: rest, in: total.currency, size) {
        case .failure(let problem): return .failure(problem)
        case .success(let shares):
            for (nth, share) in shares.enumerated() {
                list.append(Instalment(day: cadence.day(nth, from: first), amount: Money(minor: share, total.currency)))
            }
            return .success(list)
        }
    }

    private static func shares(of rest: Int64, in currency: Currency, _ size: PlanSize) -> Result<[Int64], PlanProblem>
    {
        switch size {
        case .count(let count):
            guard count >= 1 else { return .failure(.tooFew) }
            guard count <= mostInstalments else { return .failure(.tooMany(count)) }
            let share = (rest / Int64(count)) + (rest % Int64(count) * 2 >= Int64(count) ? 1 : 0)
            let last = rest - share * Int64(count - 1)
            guard share > 0, last > 0 else { return .failure(.instalmentOfNothing) }
            return .success(Array(repeating: share, count: count - 1) + [last])
        case .each(let each):
            guard each.currency == currency else { return .failure(.otherCurrency(each.currency, currency)) }
            guard each.minor > 0 else { return .failure(.instalmentOfNothing) }
            let whole = rest / each.minor
            let count = whole + (rest % each.minor == 0 ? 0 : 1)
            guard count <= Int64(mostInstalments) else { return .failure(.tooMany(Int(clamping: count))) }
            let last = rest % each.minor
            return .success(Array(repeating: each.minor, count: Int(whole)) + (last == 0 ? [] : [last]))
        }
    }
}
