/// Judges all of a payer's promises together, because each unit of money serves one of them: the earliest promised
/// day first (DOMAIN.md §4).
///
/// Money on named items goes before money that landed elsewhere, so that a promise does not live off what another
/// was kept with.
public struct PromiseJudge {
    private let calendar: BusinessCalendar
    /// Business days.
    private let tolerance: Int
    private let cash: CashKnown
    private let day: Day
    private var cases: [Case]
    private var money: [MoneySeen]
    private var returns: [MoneySeen]

    /// A promise while money is handed out.
    private struct Case {
        let promise: Promise
        let windowEnd: Day
        /// What counts must have been seen before this entry: from there on another promise stands in its place.
        let before: Int64
        var lowered: Int64 = 0
        var came: Int64 = 0
        var lastCame: Day?
        var lateAmount: Int64 = 0
        var lateOn: Day?
        var isElsewhere = false
        var shares: [Share]

        var expected: Int64 { max(0, (promise.isReplaced ? promise.amount.minor : promise.remaining) - lowered) }
        var covered: Set<ItemKey>
        /// The company codes of its items.
        let companies: Set<String>
    }

    /// Where money landed, seen from a promise: the order in which it counts.
    private enum Landing: Int { case covered, unmatched, elsewhere }

    /// Prepares the judging of promises on a day.
    ///
    /// - Parameters:
    ///   - promises: of one payer, instalments of plans included.
    ///   - money: what imports up to the day have shown.
    ///   - cash: up to when money is known, as on the day.
    ///   - rules: the calendar and the tolerance.
    ///   - day: the day for which they are judged.
    public init(
        _ promises: [Promise], money: [MoneySeen], cash: CashKnown, rules: Rules, on day: Day
    ) {
        calendar = rules.calendar
        tolerance = rules.promiseTolerance
        self.cash = cash.upTo(day)
        self.day = day
        let known = money.filter { $0.day <= day }
        returns = known.filter { $0.amount.minor < 0 && !$0.isCorrection }
        self.money = known.withoutReturned().sorted { ($0.day, $0.seen) < ($1.day, $1.seen) }
        cases = []
        for promise in promises.sorted(by: PromiseJudge.isEarlier) {
            let end = PromiseJudge.windowEnd(of: promise.day, rules)
            let replaced = promise.isReplaced ? promise.replacement : nil
            cases.append(
                Case(
                    promise: promise, windowEnd: end,
                    before: replaced.flatMap { $0.on <= end ? $0.by.entry : nil } ?? .max,
                    shares: promise.shares.compactMap { $0.left > 0 ? Share($0.item, $0.left) : nil },
                    covered: Set(promise.shares.map(\.item)), companies: Set(promise.shares.map(\.item.company))))
        }
    }

    /// The last day on which money still keeps a promise for a day.
    public static func windowEnd(of day: Day, _ rules: Rules) -> Day {
        rules.calendar.adding(rules.promiseTolerance, to: day)
    }

    private static func isEarlier(_ left: Promise, _ right: Promise) -> Bool {
        (left.day, left.part, left.instalment ?? 0) < (right.day, right.part, right.instalment ?? 0)
    }

    /// The verdicts, by promised day.
    public mutating func verdicts() -> [JudgedPromise] {
        lower()
        for landing in [Landing.covered, .unmatched] { handOut(landing, isLate: false) }
        handOut(.elsewhere, isLate: false)
        for landing in [Landing.covered, .unmatched, .elsewhere] { handOut(landing, isLate: true) }
        var judged = cases.map(judged)
        for place in judged.indices { judged[place].level = level(of: judged[place], among: judged) }
        return judged
    }

    // MARK: Handing out

    /// Credits, write-offs and adjustments on covered items leave less to pay.
    private mutating func lower() {
        for unit in money.indices where money[unit].isCorrection {
            for place in cases.indices where counts(money[unit], for: cases[place]) {
                guard let share = cases[place].shares.firstIndex(where: { $0.item == money[unit].item }) else {
                    continue
                }
                let part = min(money[unit].amount.minor, cases[place].shares[share].amount)
                cases[place].lowered += part
                cases[place].shares[share].amount -= part
                consume(part, of: unit)
            }
        }
    }

    private mutating func handOut(_ landing: Landing, isLate: Bool) {
        for place in cases.indices where !isLate || cases[place].windowEnd < day {
            for unit in money.indices where money[unit].kind == .payment && money[unit].amount.minor > 0 {
                let need = cases[place].expected - cases[place].came - cases[place].lateAmount
                guard need > 0 else { break }
                guard self.landing(of: money[unit], for: cases[place]) == landing,
                    isLate ? countsLate(money[unit], for: cases[place]) : counts(money[unit], for: cases[place])
                else { continue }
                if !isLate { catchUp(before: place, with: unit) }
                let part = min(need, money[unit].amount.minor)
                if part > 0 { give(part, of: unit, to: place, landing, isLate: isLate) }
            }
        }
    }

    /// Money that comes before an instalment is due makes good what earlier instalments of its plan are short of:
    /// who pays one late and the next ahead of time is not one behind for ever.
    private mutating func catchUp(before place: Int, with unit: Int) {
        let promise = cases[place].promise
        guard promise.instalment != nil, money[unit].earliest < promise.day else { return }
        for earlier in cases[..<place].indices where cases[earlier].promise.part == promise.part {
            let need = cases[earlier].expected - cases[earlier].came - cases[earlier].lateAmount
            guard need > 0, countsLate(money[unit], for: cases[earlier]) else { continue }
            give(min(need, money[unit].amount.minor), of: unit, to: earlier, .covered, isLate: true)
        }
    }

    private func landing(of money: MoneySeen, for promise: Case) -> Landing {
        // Without named items any money counts alike, on whatever item it landed: which ones they pay first is theirs
        // to choose, and the earliest promised day is served first all the same.
        guard promise.promise.namesItems, let item = money.item else { return .unmatched }
        return promise.covered.contains(item) ? .covered : .elsewhere
    }

    /// First seen after the recording, whatever its value date, and dated by the window's end.
    private func counts(_ money: MoneySeen, for promise: Case) -> Bool {
        countsAtAll(money, for: promise) && money.earliest <= promise.windowEnd
    }

    private func countsLate(_ money: MoneySeen, for promise: Case) -> Bool {
        countsAtAll(money, for: promise) && money.earliest > promise.windowEnd
    }

    private func countsAtAll(_ money: MoneySeen, for promise: Case) -> Bool {
        money.amount.currency == promise.promise.amount.currency && money.amount.minor > 0
            && money.seen > promise.promise.part.entry && money.seen < promise.before
    }

    private mutating func give(_ part: Int64, of unit: Int, to place: Int, _ landing: Landing, isLate: Bool) {
        let came = money[unit]
        if isLate {
            cases[place].lateAmount += part
            cases[place].lateOn = latest(cases[place].lateOn, came.day)
        } else {
            cases[place].came += part
            cases[place].lastCame = latest(cases[place].lastCame, min(came.day, cases[place].windowEnd))
            if landing == .elsewhere { cases[place].isElsewhere = true }
            if let share = cases[place].shares.firstIndex(where: { $0.item == came.item }) {
                let settled = min(part, cases[place].shares[share].amount)
                cases[place].shares[share].amount -= settled
            }
        }
        consume(part, of: unit)
    }

    private mutating func consume(_ part: Int64, of unit: Int) {
        money[unit].amount = Money(minor: money[unit].amount.minor - part, money[unit].amount.currency)
    }

    // MARK: Judging

    private func judged(_ promise: Case) -> JudgedPromise {
        let verdict = verdict(on: promise)
        let late = promise.lateOn.map { on in
            JudgedPromise.Late(amount: promise.lateAmount, on: on, days: promise.promise.day.distance(to: on))
        }
        return JudgedPromise(
            promise: promise.promise, windowEnd: promise.windowEnd, expected: promise.expected, came: promise.came,
            late: late, verdict: verdict, judgedAt: judgedAt(promise, verdict),
            isAppliedElsewhere: promise.isElsewhere, awaited: verdict.isAwaited ? awaited(promise) : [])
    }

    private func verdict(on promise: Case) -> PromiseVerdict {
        guard promise.expected > 0 else { return .void }
        if promise.came >= promise.expected { return .kept(on: promise.lastCame ?? day) }
        if promise.before < .max, let replacement = promise.promise.replacement {
            return .renegotiated(on: replacement.on)
        }
        guard day > promise.windowEnd else { return .pending(came: promise.came) }
        guard cash.step(covering: promise.windowEnd, of: promise.companies) != nil else {
            return .dueNotVerified(came: promise.came, cashKnownTo: cash.knownTo(of: promise.companies))
        }
        return promise.came > 0 ? .partlyKept(came: promise.came) : .broken
    }

    private func judgedAt(_ promise: Case, _ verdict: PromiseVerdict) -> JudgedPromise.Moment? {
        switch verdict {
        case .partlyKept, .broken: break
        case .pending, .kept, .dueNotVerified, .renegotiated, .void: return nil
        }
        guard let step = cash.step(covering: promise.windowEnd, of: promise.companies) else { return nil }
        // A payment that went back is news, however long ago the window was over.
        let returned = returns.filter {
            $0.seen > promise.promise.part.entry && landing(of: $0, for: promise) != .elsewhere
        }
        return JudgedPromise.Moment(
            seq: max(step.seq, returned.map(\.seen).max() ?? 0), day: max(step.day, promise.windowEnd.advanced(by: 1)))
    }

    /// What the promise still holds on its items: the shares less what settled them, and less what came without
    /// settling any.
    private func awaited(_ promise: Case) -> [Share] {
        let held = promise.shares.filter { $0.amount > 0 }
        return held.less(max(0, held.total - (promise.expected - promise.came)))
    }

    private func level(of judged: JudgedPromise, among all: [JudgedPromise]) -> Int {
        let items = Set(judged.promise.shares.map(\.item))
        func isBefore(_ other: Promise) -> Bool {
            (other.part, other.instalment ?? 0) < (judged.promise.part, judged.promise.instalment ?? 0)
        }
        return 1
            + all.count { other in
                other.verdict.isUnkept && isBefore(other.promise)
                    && other.promise.shares.contains { items.contains($0.item) }
            }
    }
}
