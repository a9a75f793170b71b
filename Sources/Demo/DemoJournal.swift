import Receivables

/// Two years of calls: who was rung, what came of it, and what is to happen next.
struct DemoJournal {
    let plan: DemoPlan
    let customers: [Customer]
    private var chance: Chance

    init(plan: DemoPlan, customers: [Customer]) {
        self.plan = plan
        self.customers = customers
        chance = Chance(seed: plan.seed &+ 3)
    }

    /// Gives the entries day by day, in pieces that a book takes in one go.
    mutating func forEachPiece(of size: Int, _ body: ([NewEntry]) throws -> Void) throws {
        var piece: [NewEntry] = []
        piece.reserveCapacity(min(size, plan.entries))
        for nth in 0..<plan.entries {
            // The newest calls are the densest: a desk that has been growing.
            let share = Double(nth + 1) / Double(plan.entries + 1)
            let age = Int((1 - share.squareRoot()) * 700)
            piece.append(call(on: workday(age)))
            if piece.count == size {
                try body(piece)
                piece.removeAll(keepingCapacity: true)
            }
        }
        if !piece.isEmpty { try body(piece) }
    }

    /// Yesterday at the latest: today is the user's.
    private func workday(_ age: Int) -> Day {
        var day = plan.today.advanced(by: -1 - age)
        while day.weekday == .saturday || day.weekday == .sunday { day = day.advanced(by: -1) }
        return day
    }

    private mutating func call(on day: Day) -> NewEntry {
        let customer = customers[chance.int(0...customers.count - 1)]
        let story = chance.pick(Story.all)
        let at = LocalTime(day: day, time: TimeOfDay(minutes: chance.int(490...1030))).instant(offset: 0)
        let reached = story.result.reach >= .contact
        var followUps: [PlannedFollowUp] = []
        if day.distance(to: plan.today) <= 10, chance.percent(40) {
            followUps.append(followUp(after: day, why: story.next))
        }
        return NewEntry(
            id: chance.hexadecimal() + chance.hexadecimal(), payer: customer.payer, at: at, day: day,
            author: customer.collector, text: story.note,
            act: .call(
                CallRecord(
                    direction: chance.percent(8) ? .inbound : .outbound, result: story.result,
                    contact: (reached ? customer.contacts.first?.name : nil) ?? "",
                    number: customer.contacts.first?.phone ?? "", seconds: reached ? chance.int(60...600) : 20,
                    followUps: followUps)))
    }

    private mutating func followUp(after day: Day, why: String) -> PlannedFollowUp {
        let due = BusinessCalendar().onOrAfter(day.advanced(by: chance.int(2...14)))
        guard chance.percent(20) else { return PlannedFollowUp(day: due, why: why) }
        let minute = TimeOfDay(minutes: chance.int(18...33) * 30)
        return PlannedFollowUp(
            kind: .appointment, day: due, at: LocalTime(day: due, time: minute).instant(offset: 0), why: why)
    }
}

/// What happens on calls.
struct Story: Sendable {
    var result: CallResult
    var note: String
    var next: String

    static let all = [
        Story(result: .noAnswer, note: "", next: "try again"),
        Story(result: .noAnswer, note: "Rings out before ten; afternoons are better.", next: "try in the afternoon"),
        Story(result: .voicemail, note: "Left our number and the oldest invoice.", next: "did they call back?"),
        Story(
            result: .gatekeeper, note: "Switchboard only; payables are in a meeting until four.",
            next: "ask for payables"),
        Story(
            result: .willCheck,
            note: "Invoice is not in their system yet. They look for it in the warehouse.",
            next: "is it booked?"),
        Story(
            result: .willCheck, note: "Pay run is on Fridays, checks whether ours is in it.", next: "was it in the run?"
        ),
        Story(
            result: .wantsDocuments, note: "Needs a copy of the invoice and the signed delivery note.",
            next: "has the copy arrived?"),
        Story(
            result: .paidAlready, note: "Says it was paid last Thursday by transfer. No reference at hand.",
            next: "has the money come?"),
        Story(
            result: .disputes, note: "Price on line 3 is not the one agreed. Sales knows about it.",
            next: "has Sales answered?"),
        Story(result: .callbackAgreed, note: "Busy with month end, asked for a call back.", next: "as agreed"),
        Story(
            result: .refuses, note: "Waits for money from their own customer before paying anybody.",
            next: "manager decides"),
        Story(
            result: .relationship, note: "All well, happy with deliveries. New bookkeeper starts next month.",
            next: "say hello to the new bookkeeper"),
    ]
}
