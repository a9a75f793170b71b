import Receivables
import Testing

@Suite struct PlanTests {
    static func amounts(_ result: Result<[Instalment], PlanProblem>) -> [Int64]? {
        (try? result.get())?.map(\.amount.minor)
    }

    static func cut(_ total: Int64, _ size: PlanSize, down: Int64? = nil) -> Result<[Instalment], PlanProblem> {
        Plan.instalments(
            of: Money(minor: total, .usd), size: size, first: PromiseTests.day(10), cadence: .monthly,
            down: down.map { Instalment(day: PromiseTests.today, amount: Money(minor: $0, .usd)) })
    }

    @Test("Shares are rounded half-up, the last takes the remainder, and they sum to the total exactly")
    func shares() throws {
        #expect(PlanTests.amounts(PlanTests.cut(100_00, .count(3))) == [33_33, 33_33, 33_34])
        #expect(PlanTests.amounts(PlanTests.cut(200_00, .count(3))) == [66_67, 66_67, 66_66])
        #expect(PlanTests.amounts(PlanTests.cut(100_00, .count(2), down: 50_00)) == [50_00, 25_00, 25_00])
        #expect(PlanTests.amounts(PlanTests.cut(100_00, .each(Money(minor: 40_00, .usd)))) == [40_00, 40_00, 20_00])
        for total in stride(from: Int64(1), through: 400, by: 7) {
            for count in 1...12 {
                guard let amounts = PlanTests.amounts(PlanTests.cut(total, .count(count))) else { continue }
                #expect(amounts.reduce(0, +) == total)
                #expect(amounts.allSatisfy { $0 > 0 })
            }
        }
    }

    @Test(
        "A plan of a thousand, of nothing, with instalments of nothing or another currency is refused with its reason")
    func refused() throws {
        let euro = try #require(Currency("EUR"))
        #expect(PlanTests.cut(100_00, .count(1000)) == .failure(.tooMany(1000)))
        #expect(PlanTests.cut(0, .count(2)) == .failure(.nothingToPay))
        #expect(PlanTests.cut(3, .count(12)) == .failure(.instalmentOfNothing))
        #expect(PlanTests.cut(100, .count(0)) == .failure(.tooFew))
        #expect(PlanTests.cut(100, .count(2), down: 100) == .failure(.downPaymentTooLarge))
        #expect(PlanTests.cut(100, .each(Money(minor: 5, euro))) == .failure(.otherCurrency(euro, .usd)))
    }

    @Test("Months go by the first day: a 31st comes back, and month end stays on it")
    func days() throws {
        let first = try #require(Day(iso: "2026-12-31"))
        #expect(
            (0..<4).map { Plan.Cadence.monthly.day($0, from: first).iso } == [
                "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31",
            ])
        #expect(Plan.Cadence.monthEnd.day(1, from: try #require(Day(iso: "2026-12-05"))).iso == "2027-01-31")
        for cadence in [Plan.Cadence.weekly, .fortnightly, .monthly, .monthEnd, .every(days: 10)] {
            #expect(Plan.Cadence(named: cadence.code) == cadence)
        }
    }

    /// 300.00 in three, due on days 0, 7 and 14 (Tuesdays); windows end two days later.
    static func judged(
        _ money: [MoneySeen], cash: CashKnown, on day: Int, status: Plan.Status = .active, ended: Int = 0
    ) -> JudgedPlan {
        let plan = Plan(
            part: EntryPart(entry: 10), made: PromiseTests.day(-1), total: Money(minor: 300_00, .usd), cadence: .weekly,
            instalments: [0, 7, 14].map { Instalment(day: PromiseTests.day($0), amount: Money(minor: 100_00, .usd)) },
            shares: [Share(PromiseTests.key("I1"), 250_00), Share(PromiseTests.key("I2"), 50_00)], status: status,
            since: .init(seq: 10, day: PromiseTests.day(ended)))
        return FollowThrough(
            Commitments(plans: [plan]), money: money, cash: cash, rules: PromiseTests.rules, on: PromiseTests.day(day)
        ).plans[0]
    }

    @Test("Instalments are judged like promises; all of them paid completes the plan")
    func completed() {
        let money = [0, 7, 14].map { PromiseTests.money(100_00, on: $0) }
        #expect(PlanTests.judged(money, cash: CashKnown(), on: 14).state == .completed)
        let active = PlanTests.judged(Array(money.prefix(1)), cash: CashKnown(), on: 1)
        #expect(active.state == .active)
        #expect(active.next?.promise.instalment == 1)
        #expect(active.instalments.last?.promise.shares.map(\.amount) == [50_00, 50_00])
    }

    @Test("Two missed in a row, or one still short ten days after its window, is a default; one missed is not")
    func defaulted() {
        let cash = PromiseTests.extracts(on: 3, 10, 13, 14)
        #expect(PlanTests.judged([], cash: cash, on: 4).state == .active)
        #expect(PlanTests.judged([], cash: cash, on: 10).state == .defaulted)
        let second = PromiseTests.money(100_00, on: 8)
        // Money of day 8 came after the first window, but the second instalment's is open: it serves that one.
        #expect(PlanTests.judged([second], cash: cash, on: 12).state == .active)
        let grace = PlanTests.judged([second], cash: cash, on: 13)
        #expect(grace.state == .defaulted)
        #expect(grace.defaultedAt?.day == PromiseTests.day(13))
        #expect(
            PlanTests.judged([second, PromiseTests.money(100_00, on: 11, seen: 21)], cash: cash, on: 13).state
                == .active)
    }

    @Test("Before it is agreed a plan pauses nothing; once ended its later instalments are not judged")
    func notActive() {
        #expect(PlanTests.judged([], cash: CashKnown(), on: 1, status: .awaitingApproval).state == .awaitingApproval)
        #expect(PlanTests.judged([], cash: CashKnown(), on: 1, status: .offered).instalments.isEmpty)
        #expect(PlanTests.judged([], cash: CashKnown(), on: 9, status: .ended, ended: 5).instalments.count == 1)
    }

    @Test("Policy lets a caller agree, or says why a manager has to")
    func policy() throws {
        let rates = Rates(base: .usd)
        func ruling(_ total: Int64, _ count: Int, defaults: Int = 0) throws -> Ruling {
            PlanPolicy.standard.ruling(
                on: try PlanTests.cut(total, .count(count)).get(), defaults: defaults, agreedOn: PromiseTests.today,
                rates: rates)
        }
        #expect(try ruling(3_000_00, 3) == .allowed)
        #expect(try ruling(3_000_00, 12).reasons.contains("12 instalments, at most 6"))
        #expect(try ruling(30_000_00, 3).status == .awaitingApproval)
        #expect(try ruling(100_00, 6).reasons == ["instalments of at least 50.00 USD"])
        #expect(try !ruling(3_000_00, 3, defaults: 1).reasons.isEmpty)
    }

    @Test("The ladder has its rungs in order, each summing to what it is about, and ends with the manager")
    func ladder() {
        let items = [
            AgeingTests.item("I1", due: -40, open: 1_000_01),
            AgeingTests.item("I2", due: -10, open: 500_00, disputed: 500_00),
        ]
        let payer = PayerFacts(
            payer: AccountNumber("A"),
            accounts: [AccountFacts(account: Account(number: AccountNumber("A")), items: items)]
        ).judged(by: PromiseTests.rules, on: AgeingTests.today)
        let offers = Ladder(
            for: payer, in: .usd, rules: PromiseTests.rules, rates: Rates(base: .usd), on: AgeingTests.today
        ).offers
        #expect(
            offers.map(\.rung) == [.everythingNow, .undisputedNow, .partAndPromise] + Array(repeating: .plan, count: 6)
                + [.manager])
        #expect(offers.map(\.total) == [1_500_01, 1_500_01] + Array(repeating: 1_000_01, count: 7) + [0])
    }
}
