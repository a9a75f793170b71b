import Receivables
import Testing

@Suite struct BehaviourTests {
    static let start = Day(number: 20_000)

    static func payments(_ late: [Int], every days: Int = 20, amount: Int64 = 10_000) -> [Payment] {
        late.enumerated().map { nth, late in
            let due = start.advanced(by: nth * days)
            return Payment(day: due.advanced(by: late), due: due, amount: amount)
        }
    }

    @Test("Who always pays ten days late is said to, with no spread and all of it late")
    func steady() {
        let behaviour = Behaviour(of: BehaviourTests.payments(Array(repeating: 10, count: 8)))
        #expect(behaviour.payments == 8)
        #expect(behaviour.signedLate == 100)
        #expect(behaviour.late == 100)
        #expect(behaviour.spread == 0)
        #expect(behaviour.shareLate == 1000)
        #expect(behaviour.evidence <= 80 && behaviour.evidence > 60)
    }

    @Test("Early counts as 0 in lateness but keeps its sign beside it")
    func early() {
        let behaviour = Behaviour(of: BehaviourTests.payments([-5, -5, -5]))
        #expect(behaviour.signedLate == -50)
        #expect(behaviour.late == 0)
        #expect(behaviour.shareLate == 0)
    }

    @Test("Large and recent payments weigh more")
    func weights() {
        var payments = BehaviourTests.payments([0, 0, 0, 0])
        payments[0] = Payment(day: BehaviourTests.start.advanced(by: 40), due: BehaviourTests.start, amount: 90_000)
        #expect(Behaviour(of: payments).signedLate > 200)
        let drifting = Behaviour(of: BehaviourTests.payments([0, 0, 0, 30, 30, 30], every: 60))
        #expect(drifting.signedLate > 150)
        #expect(drifting.trend ?? 0 > 0)
    }

    @Test("A usual weekday is only claimed of a clear majority")
    func weekday() {
        let due = Day(number: 20_000)
        let toFriday = (4 - (Weekday.allCases.firstIndex(of: due.weekday) ?? 0) + 7) % 7
        let fridays = (0..<6).map { Payment(day: due.advanced(by: toFriday + $0 * 7), due: due, amount: 1) }
        #expect(Behaviour(of: fridays).usualWeekday == .friday)
        let anyDay = (0..<7).map { Payment(day: due.advanced(by: $0), due: due, amount: 1) }
        #expect(Behaviour(of: anyDay).usualWeekday == nil)
    }

    @Test("What is kept reads back as it was")
    func packed() {
        let behaviour = Behaviour(of: BehaviourTests.payments([3, -4, 12, 0, 7, 9, 30], every: 45))
        #expect(Behaviour(packed: behaviour.packed) == behaviour)
        #expect(Behaviour(packed: "") == .unknown)
        #expect(Behaviour(packed: "2,1,1") == .unknown)
        #expect(Behaviour(packed: "nonsense") == .unknown)
    }
}
