import GRDB
import Receivables

/// Puts payments that name no item in the place of what extracts imply, so that money is counted once (DOMAIN.md §7).
///
/// What agrees with what is found again for every account that an import touches, from all that is known of it: so the
/// order of imports makes no difference. Until then, what was found before is put back as it came; whoever changes
/// settlements of an account asks for that first (`putBack`).
final class PlacedCash {
    private let settlements: SettlementTable
    private let cash: CashTable
    private let table: PlacedCashTable
    private let seen: Int64
    /// Accounts for which it is to be found again.
    private var touched: Set<Int64> = []
    /// Accounts with something in place.
    private var holding: Set<Int64>
    /// How much more, in minor units, has found its place than before this import.
    private(set) var placed: [Currency: Int64] = [:]
    /// Payments of this very import that have.
    private(set) var placedAtOnce = 0
    /// Payments that came in the days in which items fell, by amounts that disagree; as far as this import shows it.
    private(set) var disagreeing = 0
    /// Accounts whose payments changed.
    private(set) var paid: Set<Int64> = []

    init(_ db: Database, settlements: SettlementTable, cash: CashTable, seen: Int64) throws {
        self.settlements = settlements
        self.cash = cash
        self.seen = seen
        table = try PlacedCashTable(db)
        holding = try table.accounts()
    }

    /// Says that what is known of an account's money changes.
    func touch(_ account: Int64) { touched.insert(account) }

    /// Lets an account's payments be unapplied cash again, and what extracts implied be implied.
    func putBack(_ account: Int64) throws {
        touched.insert(account)
        guard holding.remove(account) != nil else { return }
        paid.insert(account)
        for row in try table.takeAll(of: account) {
            try settlements.lower(row.settled, by: row.settled.settlement.amount, of: row.key)
            var implied = row.settled.settlement
            (implied.day, implied.after, implied.kind, implied.isStated, implied.reference) = (
                row.day, row.after, .payment, false, ""
            )
            try settlements.restore(implied, to: row.key, seen: row.seen)
            let amount = Money(minor: implied.amount, row.currency)
            if let line = row.matching {
                try cash.remove(line, of: account)
            } else if let day = row.settled.settlement.day {
                try cash.add(
                    amount, to: account, day: day, reference: row.settled.settlement.reference, isListed: .payment,
                    seen: row.paymentSeen)
            }
            placed[row.currency, default: 0] -= amount.minor
        }
    }

    /// Finds, for every account touched, which payments are what its items fell by.
    func place() throws {
        for account in touched.sorted() {
            try putBack(account)
            guard try cash.holdsPayments(of: account) else { continue }
            for (currency, known) in try table.known(of: account) { try place(known, of: account, currency) }
        }
    }

    private func place(_ known: PlacedCashTable.Known, of account: Int64, _ currency: Currency) throws {
        var falls = known.falls
        let placements = CashPlacing.placements(
            of: known.payments.map(\.payment), in: known.ledger, against: falls.map(\.fall))
        for placement in placements {
            let part = Money(minor: placement.amount, currency)
            try put(
                part, of: known.payments[placement.payment], instead: falls[placement.fall], isOlder: placement.isOlder)
            falls[placement.fall].stored.settlement.amount -= placement.amount
            placed[currency, default: 0] += placement.amount
        }
        if !placements.isEmpty {
            holding.insert(account)
            paid.insert(account)
        }
        let found = Set(placements.map(\.payment))
        placedAtOnce += found.count { known.payments[$0].seen == seen }
        disagreeing += known.payments.indices.count { place in
            let payment = known.payments[place]
            return !found.contains(place)
                && falls.contains { fall in
                    fall.fall.amount > 0 && fall.fall.covers(payment.payment.day)
                        && max(payment.seen, fall.stored.seen) == seen
                }
        }
    }

    private func put(
        _ part: Money, of payment: PlacedCashTable.StoredPayment, instead fall: PlacedCashTable.StoredFall,
        isOlder: Bool
    ) throws {
        let (key, stored) = (fall.key, fall.stored)
        let (day, reference) = (payment.payment.day, payment.payment.reference)
        let implied = stored.settlement
        try settlements.lower(stored, by: part.minor, of: key)
        var settlement = Settlement(day: day, kind: .payment, isStated: true, amount: part.minor, reference: reference)
        var seen = min(stored.seen, payment.seen)
        var matching: Int64?
        if isOlder {
            // Until the extract's days it was on account, as the ERP had it.
            settlement = implied
            (settlement.kind, settlement.amount, settlement.reference) = (.matching, part.minor, reference)
            seen = stored.seen
            matching = try cash.add(
                part.negated, to: key.account, day: implied.day ?? day, reference: reference, isListed: .matched,
                seen: seen)
        } else {
            try cash.deduct(part, of: key.account, day: day, reference: reference, seen: payment.seen)
        }
        let nth = try settlements.add(settlement, to: key, seen: seen)
        try table.add(key, nth, insteadOf: stored, paymentSeen: payment.seen, matching: matching)
    }
}
