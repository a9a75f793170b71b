import Foundation
import Receivables
import Testing

/// What a peer asserts about credit limits, where the cases stand beside the project.
@Suite(.enabled(if: PeerCases.path != nil, "../shared is not here: the peers' cases are skipped"))
struct HandOffPeerTests {
    @Test(
        """
        Above its limit an account goes to credit control, at or below it doesn't (oca-risk-01); a limit on what \
        is unpaid alone is not ours
        """
    )
    func overLimit() throws {
        let total = try #require(PeerCases.expected("oca-risk-01")["total"] as? Int)
        let exceptions = try #require(PeerCases.expected("oca-risk-01")["exception_at_limit"] as? [String: Bool])
        let item = Item(
            number: "I", issued: AgeingTests.today, due: AgeingTests.today, currency: .usd, amount: Int64(total) * 100,
            open: Int64(total) * 100)
        func cases(limit: Int64) -> [HandOffCase] {
            let account = Account(number: AccountNumber("1"), creditLimit: Money(minor: limit * 100, .usd))
            return PayerFacts(payer: AccountNumber("1"), accounts: [AccountFacts(account: account, items: [item])])
                .judged(by: PromiseTests.rules, on: AgeingTests.today).creditToHandOff()
        }
        for (limit, isOver) in exceptions {
            #expect(cases(limit: try #require(Int64(limit))).map(\.kind) == (isOver ? [.overLimit] : []))
        }
        #expect(cases(limit: Int64(total)).isEmpty)
    }
}
