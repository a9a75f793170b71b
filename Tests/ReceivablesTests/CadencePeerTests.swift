import Receivables
import Testing

/// What peer systems assert about levels of dunning, held against our cadence; `FollowThroughPeerTests` lists the rest.
@Suite(.enabled(if: PeerCases.path != nil, "../shared is not here: the peers' cases are skipped"))
struct CadencePeerTests {
    static let held = [
        "tryton-dun-01", "tryton-dun-03", "tryton-dun-04", "tryton-dun-07", "metasfresh-dun-01", "metasfresh-dun-03",
        "metasfresh-dun-04", "d365-cpa-01", "d365-cpa-04",
    ]

    /// Letters alone, as the peers have them: then nothing holds an account's start back but its first overdue level.
    private func rules(_ days: [Int]) throws -> Rules { try CadenceTests.rules(days.map { ($0, .reminder) }) }

    private func step(_ payer: JudgedPayer, _ days: [Int], on pastDue: Int) throws -> (level: Int, isDue: Bool)? {
        try payer.nextStep(by: rules(days), on: CadenceTests.day(pastDue)).map { ($0.place + 1, $0.isDue) }
    }

    private func worked(_ step: Int, on day: Int) -> CadenceTrack {
        CadenceTrack(step: step, workedOn: CadenceTests.day(day))
    }

    private func levels(_ id: String, _ key: String) throws -> [Int] {
        try #require(PeerCases.input(id)[key] as? [Int])
    }

    @Test(
        """
        A level comes on its day, waits while nobody works it, and not at all while everything is disputed \
        (tryton-dun-01, -03, -04)
        """
    )
    func waiting() throws {
        let days = try levels("tryton-dun-01", "levels_days_overdue")
        #expect(try step(CadenceTests.payer(), days, on: 4)?.isDue == false)
        #expect(try PeerCases.expected("tryton-dun-01")["dunnings"] as? Int == 0)
        let late = try step(CadenceTests.payer(), days, on: 30)
        #expect(late?.level == (try PeerCases.expected("tryton-dun-03")["level"] as? Int))
        #expect(late?.isDue == true)
        #expect(try step(CadenceTests.payer(track: worked(5, on: 5), disputed: 500_000), days, on: 30) == nil)
    }

    @Test("After the last level there is none (tryton-dun-07)")
    func end() throws {
        #expect(
            try step(CadenceTests.payer(track: worked(0, on: 1)), levels("tryton-dun-07", "levels_days_overdue"), on: 2)
                == nil)
        #expect(try PeerCases.expected("tryton-dun-07")["state"] as? String == "final")
    }

    @Test("No level is skipped, and each keeps its distance from the one before (metasfresh-dun-01, -03, -04)")
    func sequence() throws {
        let days = try levels("metasfresh-dun-01", "levels_days_after_due")
        #expect(try step(CadenceTests.payer(), days, on: 25)?.level == 1)
        // Level 1 on 1 February, when 25 days had passed; exactly 10 days later is allowed.
        let runs = try #require(PeerCases.expected("metasfresh-dun-04")["level2_created"] as? [Bool])
        #expect(
            try [29, 35, 44].map { try step(CadenceTests.payer(track: worked(10, on: 25)), days, on: $0)?.isDue }
                == runs)
        let created = try #require(PeerCases.expected("metasfresh-dun-03")["created"] as? [Bool])
        // Worked on 1 and 20 February and looked at on 1 March, of an item that was 35 days late to begin with.
        let tracks = [CadenceTrack(), worked(10, on: 35), worked(20, on: 54)]
        let found = try zip(tracks, [35, 54, 64]).map { try step(CadenceTests.payer(track: $0), days, on: $1) }
        #expect(found.map { $0?.isDue } == created)
        #expect(found.map { $0?.level } == [1, 2, 3])
    }

    @Test(
        """
        Letters by the gaps between them fall on the same days (d365-cpa-01); a reminder before the due day from \
        its day on (d365-cpa-04)
        """
    )
    func gaps() throws {
        let days = try #require(PeerCases.expected("d365-cpa-01")["days_past_due"] as? [Int])
        let coming = CadenceTests.payer().comingSteps(by: try rules(days), on: CadenceTests.day(0))
        #expect(coming.map { CadenceTests.due.distance(to: $0.on) } == days)
        let before = try #require(PeerCases.input("d365-cpa-04")["pre_due_reminder_days"] as? Int)
        let selected = try #require(PeerCases.expected("d365-cpa-04")["selected"] as? [Bool])
        #expect(try [-4, -5, -6].map { try step(CadenceTests.payer(), [-before, 1], on: $0)?.isDue } == selected)
    }
}
