import GRDB
import Receivables

/// Reads what was agreed with payers in the order of their ids, in one sweep, without commitments.
final class RecordCursor {
    private let tallies: RawStatement
    private let followUps: RawStatement
    private let limits: RawStatement
    private var tallyIsThere: Bool
    private var followUpIsThere: Bool
    private var limitIsThere: Bool

    /// - Parameter first: no payer below it will be asked for.
    init(_ db: Database, from first: Int64 = 1) throws {
        tallies = try RawStatement(
            db, "SELECT payer, \(RecordTable.tallyColumns) FROM tally WHERE payer >= ? ORDER BY payer")
        followUps = try RawStatement(
            db, "SELECT payer, \(RecordTable.followUpColumns) FROM follow_up WHERE payer >= ? ORDER BY payer")
        limits = try RawStatement(db, "SELECT payer, limits FROM contact_limits WHERE payer >= ? ORDER BY payer")
        for rows in [tallies, followUps, limits] { rows.bind(1, first) }
        tallyIsThere = try tallies.step()
        followUpIsThere = try followUps.step()
        limitIsThere = try limits.step()
    }

    /// Whether nothing is planned or forbidden, and the payer is not in the caller's hand.
    ///
    /// - Parameter payer: not below the one asked for before.
    func isNothing(with payer: Int64) throws -> Bool {
        try go(to: payer)
        let isPinned = tallyIsThere && tallies.int(0) == payer && RecordTable.isPinned(tallies, from: 1)
        return !isPinned && !(followUpIsThere && followUps.int(0) == payer) && !(limitIsThere && limits.int(0) == payer)
    }

    /// - Parameter payer: not below the one asked for before.
    func record(of payer: Int64) throws -> PayerRecord {
        try go(to: payer)
        let hasTally = tallyIsThere && tallies.int(0) == payer
        let (tally, queueOverride, track) =
            hasTally ? RecordTable.tally(tallies, from: 1) : (Tally(), QueueOverride(), CadenceTrack())
        let hasLimits = limitIsThere && limits.int(0) == payer
        return PayerRecord(
            followUps: try followUps(of: payer), tally: tally, queueOverride: queueOverride,
            limits: hasLimits ? try RecordTable.limits(limits, 1, of: payer) : ContactLimits(), track: track)
    }

    private func go(to payer: Int64) throws {
        while tallyIsThere, tallies.int(0) < payer { tallyIsThere = try tallies.step() }
        while followUpIsThere, followUps.int(0) < payer { followUpIsThere = try followUps.step() }
        while limitIsThere, limits.int(0) < payer { limitIsThere = try limits.step() }
    }

    private func followUps(of payer: Int64) throws -> [FollowUp] {
        var found: [FollowUp] = []
        while followUpIsThere, followUps.int(0) == payer {
            found.append(RecordTable.followUp(followUps, from: 1))
            followUpIsThere = try followUps.step()
        }
        return found.count > 1 ? found.sorted(by: FollowUp.isEarlier) : found
    }
}
