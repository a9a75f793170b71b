import ArgumentParser
import Receivables
import Runtime

struct ContactRulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact-rules",
        abstract: "When and how often customers may be called; shows the rules, or changes them.",
        discussion: """
            The rules belong to the book: a change is an entry of its journal, and ranks everyone again. Hours are \
            FROM-TILL, \
            such as 08:00-18:00 or 00:00-24:00. Days not worked can be given for the customers of one zone alone: \
            2026-11-26@America/New_York, fri,sat@Asia/Dubai.
            """)

    @OptionGroup var options: BookOptions
    @Option(help: ArgumentHelp("When we call at all, in the desk's zone.", valueName: "hours"))
    var desk: String?
    @Option(help: ArgumentHelp("When customers may be called, in their zone.", valueName: "hours"))
    var permitted: String?
    @Option(help: ArgumentHelp("Days of the week that are not worked, or none.", valueName: "days[@zone]"))
    var weekend: [String] = []
    @Option(help: ArgumentHelp("Another holiday.", valueName: "day[@zone]"))
    var holiday: [String] = []
    @Option(name: .customLong("a-day"), help: "Attempts a day at most.")
    var perDay: Int?
    @Option(name: .customLong("a-week"), help: "Attempts in 7 days at most.")
    var perWeek: Int?
    @Option(help: "Business days of quiet after somebody who decides was reached.")
    var quiet: Int?
    @Option(help: "Why they change.")
    var note: String = ""

    private var changes: Bool {
        desk != nil || permitted != nil || !weekend.isEmpty || !holiday.isEmpty || perDay != nil || perWeek != nil
            || quiet != nil
    }

    func validate() throws {
        for (count, least) in [(perDay, 1), (perWeek, 1), (quiet, 0)]
        where count.map({ $0 < least || $0 > 10_000 }) ?? false {
            throw ValidationError(ArgumentSentences.attemptsFromOne)
        }
        if changes, options.asOf != nil { throw ValidationError(ArgumentSentences.rulesChangeToday) }
    }

    func run() throws {
        let book = try options.open()
        var rules = try book.rules()
        if changes {
            try change(&rules)
            let moment = ProcessContext.moment(zone: rules.zone)
            let entry = NewEntry(
                id: ProcessContext.newID(), payer: nil, at: moment.at, day: moment.day, author: ProcessContext.author,
                text: note, act: .rules(rules))
            guard case .saved(let place) = try book.record([entry], seen: nil) else { return }
            Output.say(DoneSentences.rulesRecorded(place))
        }
        options.json ? try Output.show(rules.contactJSON) : Output.show(rules.contactLines)
    }

    private func change(_ rules: inout Rules) throws {
        if let desk { rules.desk = try ContactRulesCommand.hours(desk, "--desk") }
        if let permitted { rules.permitted = try ContactRulesCommand.hours(permitted, "--permitted") }
        for text in weekend {
            let (days, zone) = try ContactRulesCommand.zoned(text)
            let weekend = try ContactRulesCommand.weekdays(days)
            rules.change(in: zone) { $0 = BusinessCalendar(weekend: weekend, holidays: $0.holidays) }
        }
        for text in holiday {
            let (day, zone) = try ContactRulesCommand.zoned(text)
            let free = try Day.argument(day)
            rules.change(in: zone) { $0.holidays.insert(free) }
        }
        rules.contact = ContactRules(
            attemptsPerDay: perDay ?? rules.contact.attemptsPerDay,
            attemptsPerWeek: perWeek ?? rules.contact.attemptsPerWeek,
            quietDays: quiet ?? rules.contact.quietDays)
    }

    private static func hours(_ text: String, _ option: String) throws -> Hours {
        guard let hours = Hours(text) else {
            throw ValidationError(
                ArgumentSentences.notHours(text, option))
        }
        return hours
    }

    /// `fri,sat@Asia/Dubai`: what stands before the zone, and the zone where there is one.
    private static func zoned(_ text: String) throws -> (String, zone: String?) {
        guard let at = text.firstIndex(of: "@") else { return (text, nil) }
        let zone = String(text[text.index(after: at)...])
        guard ProcessContext.offset(zone, ProcessContext.now) != nil else {
            throw ValidationError(ArgumentSentences.notAZone(zone))
        }
        return (String(text[..<at]), zone)
    }

    private static func weekdays(_ text: String) throws -> Set<Weekday> {
        guard text.lowercased() != "none" else { return [] }
        let names = text.lowercased().split(separator: ",")
        let days = names.compactMap { name in Weekday.allCases.first { name.count >= 2 && $0.rawValue.hasPrefix(name) }
        }
        guard days.count == names.count, !days.isEmpty, Set(days).count < Weekday.allCases.count else {
            throw ValidationError(ArgumentSentences.notFreeDays(text))
        }
        return Set(days)
    }
}

extension Rules {
    /// Changes the desk's calendar, or that of the customers in a zone.
    fileprivate mutating func change(in zone: String?, _ change: (inout BusinessCalendar) -> Void) {
        guard let zone else { return change(&calendar) }
        change(&calendars[zone, default: BusinessCalendar(weekend: calendar.weekend)])
    }
}
