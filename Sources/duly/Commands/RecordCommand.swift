import ArgumentParser
import Receivables

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record a call from a script.")

    @Argument(help: "The account's number.")
    var number: String
    @OptionGroup var options: BookOptions
    @Option(help: ArgumentHelp("How it ended.", discussion: CallResult.allCases.map(\.rawValue).joined(separator: ", ")))
    var result: String
    @Option(help: "What was said.")
    var note: String = ""
    @Option(help: "Who called: out (we) or in (they).")
    var direction: String = "out"
    @Option(help: "With whom.")
    var contact: String = ""
    @Option(name: .customLong("follow-up"), help: "Next step: DAY, or DAYTHH:MM for an appointment in the desk's zone. By default what the result proposes.")
    var followUp: String?
    @Option(help: "What is to happen then.")
    var why: String = ""

    func run() throws {
        guard let result = CallResult(named: result) else {
            throw ValidationError(
                "\u{201C}\(result)\u{201D} is no result of a call. There are: \(CallResult.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        guard let direction = CallRecord.Direction(rawValue: direction) else {
            throw ValidationError("--direction is out or in.")
        }
        guard options.asOf == nil else { throw ValidationError("A call is recorded when it is made; --as-of is for reading.") }
        let book = try options.open()
        let rules = try book.about().rules
        let moment = World.moment(zone: rules.zone)
        let call = CallRecord(
            direction: direction, result: result, contact: contact,
            followUps: [try planned(result, on: moment, rules)])
        let outcome = try book.record(
            [
                NewEntry(
                    id: World.newID(), payer: AccountNumber(number), at: moment.at, day: moment.day,
                    author: World.author, text: note, act: .call(call))
            ], seen: nil)
        guard case .saved(let place) = outcome else { return }
        Output.say("Recorded as entry \(place); next: \(call.followUps[0].day.short).")
    }

    /// A call can't end without a next action.
    private func planned(_ result: CallResult, on moment: Moment, _ rules: Rules) throws -> PlannedFollowUp {
        guard let followUp else {
            let now = World.local(moment.at, zone: rules.zone)
            guard let step = result.proposal(at: now, calendar: rules.calendar) else {
                throw ValidationError("\u{201C}\(result.rawValue)\u{201D} needs a day: give it with --follow-up.")
            }
            // From a script the desk's clock is the one that is known; a time of day is left to the caller.
            return PlannedFollowUp(day: step.day, why: why.isEmpty ? step.why : why)
        }
        guard let time = LocalTime(argument: followUp) else { throw ValidationError(BookOptions.notAMoment(followUp)) }
        guard time.day >= moment.day else {
            throw ValidationError("\(time.day.long) is past; a follow-up lies ahead.")
        }
        let isAppointment = followUp.count > 10
        return PlannedFollowUp(
            kind: isAppointment ? .appointment : .followUp, day: time.day,
            at: isAppointment ? World.instant(time, zone: rules.zone) : nil, why: why)
    }
}
