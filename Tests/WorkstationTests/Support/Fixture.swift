import Receivables
import Terminal

@testable import Workstation

/// A small book for a Tuesday morning in Leeds, with customers near and far.
enum Fixture {
    static let gbp = Currency("GBP") ?? .usd
    static let today = day("2026-11-24")
    /// Tue 24 Nov 2026 09:41 in London.
    static let now = at("2026-11-24", "09:41")

    static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

    /// A time in UTC, which is London's in winter.
    static func at(_ iso: String, _ time: String) -> Instant {
        LocalTime(day: day(iso), time: TimeOfDay(time) ?? TimeOfDay(minutes: 0)).instant(offset: 0)
    }

    /// Three zones: London and Berlin with their summer times around 2026 and 2027, and New York's winter.
    static let offset: ZoneOffset = { zone, at in
        let isSummer =
            at < Fixture.at("2026-10-25", "1:00")
            || (Fixture.at("2027-03-28", "1:00") <= at && at < Fixture.at("2027-10-31", "1:00"))
        switch zone {
        case "Europe/London": return isSummer ? 3600 : 0
        case "Europe/Berlin": return isSummer ? 7200 : 3600
        case "America/New_York": return -5 * 3600
        default: return nil
        }
    }

    /// A number in international form.
    static func number(_ text: String) -> TelephoneNumber {
        TelephoneNumber.international(text).first ?? TelephoneNumber(impossible: text)
    }

    static let rules = Rules(base: gbp, zone: "Europe/London")
    /// Sixty payments, up to three months late.
    static let portfolio = RankingBasis(
        rates: Rates(base: gbp),
        paying: BookPaying(paid: DelayCounts((0..<60).map { $0 * 3 / 2 }), strategy: .standard),
        paymentsSince: day("2025-01-01"), highStake: 500_000)

    static func item(
        _ number: String, issued: String, due: String, _ major: Int64, open: Int64? = nil, disputed: Int64 = 0
    ) -> Item {
        Item(
            number: number, issued: day(issued), due: day(due), currency: gbp, amount: major * 100,
            open: (open ?? major) * 100, disputed: disputed * 100)
    }

    static func customer(
        _ number: String, _ name: String, zone: String = "Europe/London", contacts: [Contact] = [], items: [Item],
        followUps: [FollowUp] = [], behaviour: Behaviour = .unknown, payments: PaymentHistory = PaymentHistory(),
        history: [Entry] = []
    ) -> Dossier {
        let account = Account(number: AccountNumber(number), name: name, zone: zone)
        let facts = PayerFacts(
            payer: account.number,
            accounts: [AccountFacts(account: account, items: items, behaviour: behaviour, payments: payments)],
            followUps: followUps
        ).judged(by: rules, on: today)
        return Dossier(
            moment: Moment(at: now, day: today), rules: rules, portfolio: portfolio, cashKnownTo: day("2026-11-23"),
            asked: account.number, facts: facts,
            standing: rank(facts, portfolio: portfolio, rules: rules, day: today, detail: .items),
            contacts: contacts.map { Dossier.ContactOf(account: account.number, contact: $0) }, receipts: [],
            history: history, undone: [])
    }

    static func entry(
        _ seq: Int64, _ payer: String, _ iso: String, _ act: Act, text: String = "", author: String = "ana"
    ) -> Entry {
        Entry(
            seq: seq, id: "e\(seq)", payer: AccountNumber(payer), at: at(iso, "10:00"), day: day(iso), author: author,
            text: text, act: act, undoes: nil, hash: [])
    }

    static let northwind = customer(
        "10442", "Northwind Traders",
        contacts: [Contact(name: "Jane Moss", role: "payables", phone: "+44 113 496 0182")],
        items: [
            item("INV-2210", issued: "2026-08-12", due: "2026-09-11", 8_200),
            item("INV-2291", issued: "2026-09-30", due: "2026-10-30", 4_200, disputed: 2_100),
            item("INV-2402", issued: "2026-11-02", due: "2026-12-02", 3_550),
            item("CN-118", issued: "2026-11-12", due: "2026-11-12", -300),
        ],
        followUps: [
            FollowUp(
                entry: 2, nth: 0, kind: .followUp, day: day("2026-11-23"), why: "has the promised money come?",
                owner: "ana", since: day("2026-11-12"))
        ],
        behaviour: Behaviour(
            payments: 12, evidence: 90, signedLate: 190, late: 190, spread: 60, shareLate: 900, trend: 50,
            largest: 900_000, last: nil, usualWeekday: .friday, usualDayOfMonth: nil,
            quarters: [40, 90, 120, 150, 190, 210]),
        payments: PaymentHistory(
            of: (0..<12).map { nth in
                let due = day("2026-01-09").advanced(by: nth * 20)
                return Payment(day: due.advanced(by: 8 + nth * 2), due: due, amount: 100_000)
            }),
        history: [
            entry(
                2, "10442", "2026-11-12",
                .call(CallRecord(result: .willCheck, contact: "Jane Moss", seconds: 200)),
                text: "Pay run is on Fridays, checks whether ours is in it.")
        ])

    static let bluebird = customer(
        "10977", "Bluebird Foods",
        contacts: [Contact(name: "Tom Hale", role: "owner", phone: "+44 161 496 0777")],
        items: [item("INV-2330", issued: "2026-09-20", due: "2026-10-20", 9_180)])

    static let kestrel = customer(
        "20013", "Kestrel Ltd", zone: "America/New_York",
        contacts: [Contact(name: "Ann Ray", role: "CFO", phone: "+1 212 555 0100")],
        items: [item("INV-2101", issued: "2026-08-24", due: "2026-09-23", 31_000)])

    static let orchard = customer(
        "20555", "Orchard & Co", zone: "Europe/Berlin",
        items: [item("INV-2377", issued: "2026-10-21", due: "2026-11-20", 44_700)])

    static let pim = customer(
        "30001", "Pim's Garage",
        contacts: [Contact(name: "Pim", phone: "+44 113 496 0999")],
        items: [item("INV-2412", issued: "2026-10-10", due: "2026-11-09", 240)])

    static let all = [northwind, bluebird, kestrel, orchard, pim]

    static func row(_ dossier: Dossier, _ rank: Int) -> QueueRow {
        QueueRow(dossier.facts.facts, rank: rank, standing: dossier.standing)
    }
}
