import Receivables
import TOMLKit

/// Rules on their way out of a file: section by section, with everything that is wrong.
struct RulesReading {
    var rules: Rules
    var mistakes: Mistakes
    let file: TomlFile

    init(_ rules: Rules, _ file: TomlFile) {
        self.rules = rules
        self.file = file
        mistakes = Mistakes(in: file)
    }

    static let known = [
        "base", "zone", "region", "dates", "minimum", "buckets", "buckets-by", "terms", "terms-by-code",
        "promise-tolerance",
        "calendar", "customer-calendar", "desk", "permitted", "contact", "plans", "strategy", "factor", "cadence",
    ]

    mutating func read(isZone: (String) -> Bool) {
        let table = file.table
        // Every amount of the file is in it.
        if table.contains(key: "base") { readBase(table) }
        for key in table.keys {
            switch key {
            case "base": continue
            case "zone": rules.zone = zone(table, key, isZone) ?? rules.zone
            case "region": readRegion(table)
            case "dates": readDates(table)
            case "minimum": rules.minimum = amount(table, key) ?? rules.minimum
            case "buckets", "buckets-by": readBuckets(table, key)
            case "terms": readTerms(table)
            case "terms-by-code": section(key, of: table) { $0.readTermsByCode($1) }
            case "promise-tolerance": rules.promiseTolerance = int(table, key, in: 0...60) ?? rules.promiseTolerance
            case "calendar": section(key, of: table) { $0.readCalendar($1, "calendar", \.calendar) }
            case "customer-calendar": readCustomerCalendars(table, isZone)
            case "desk": section(key, of: table) { $0.readHours($1, "desk", \.desk) }
            case "permitted": section(key, of: table) { $0.readHours($1, "permitted", \.permitted) }
            case "contact": section(key, of: table) { $0.readContact($1) }
            case "plans": section(key, of: table) { $0.readPlans($1) }
            case "strategy": section(key, of: table) { $0.readStrategy($1) }
            case "factor": readFactors(table)
            case "rule": readPoints(table)
            case "cadence": readCadences(table)
            default:
                mistakes.add(
                    SettingsSentences.notInRules(
                        key, hint: RulesReading.hint(key, among: RulesReading.known), known: RulesReading.known),
                    at: key)
            }
        }
    }

    // MARK: The book's own

    /// Amounts that the file leaves out keep their number of whole units.
    private mutating func readBase(_ table: TOMLTable) {
        guard let code = text(table, "base"), code != rules.base.code else { return }
        guard let currency = Currency(code) else {
            return mistakes.add(
                SettingsSentences.baseCurrency(not: code), at: "base")
        }
        rules = rules.counting(in: currency)
    }

    private mutating func zone(_ table: TOMLTable, _ path: String, _ isZone: (String) -> Bool) -> String? {
        guard let zone = text(table, path) else { return nil }
        if isZone(zone) { return zone }
        mistakes.add(SettingsSentences.noSuchZone(zone, example: "Europe/London"), at: path)
        return nil
    }

    private mutating func readRegion(_ table: TOMLTable) {
        guard let region = text(table, "region") else { return }
        guard region.isEmpty || region.utf8.count == 2 && region.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            return mistakes.add(
                SettingsSentences.region, at: "region")
        }
        rules.region = region
    }

    private mutating func readDates(_ table: TOMLTable) {
        guard let word = text(table, "dates") else { return }
        guard word.isEmpty || DateOrder(rawValue: word) != nil else {
            return mistakes.add(SettingsSentences.dateOrder, at: "dates")
        }
        rules.dates = DateOrder(rawValue: word)
    }

    private mutating func readBuckets(_ table: TOMLTable, _ key: String) {
        let bases: [String: Buckets.Basis] = ["due date": .dueDate, "invoice date": .invoiceDate]
        if key == "buckets" {
            guard let bounds = ints(table, key, in: 1...9_999) else { return }
            guard let buckets = Buckets(bounds: bounds, basis: rules.buckets.basis) else {
                return mistakes.add(SettingsSentences.buckets, at: key)
            }
            rules.buckets = buckets
        } else if let word = text(table, key) {
            guard let basis = bases[word] else {
                return mistakes.add(SettingsSentences.bucketsBy, at: key)
            }
            rules.buckets = Buckets(bounds: rules.buckets.bounds, basis: basis) ?? rules.buckets
        }
    }

    private mutating func readTerms(_ table: TOMLTable) {
        guard let text = text(table, "terms") else { return }
        guard !text.isEmpty else { return rules.defaultTerms = nil }
        if let terms = readTerms(text, mayBeNone: true, at: "terms") { rules.defaultTerms = terms }
    }

    /// The whole table takes the place of the one before: a code that is left out is gone.
    private mutating func readTermsByCode(_ table: TOMLTable) {
        var codes: [TermsCode: Terms] = [:]
        for key in table.keys {
            guard let text = text(table, key, "terms-by-code"),
                let terms = readTerms(text, at: "terms-by-code.\(key)")
            else { continue }
            if codes.updateValue(terms, forKey: TermsCode(key)) != nil {
                mistakes.add(SettingsSentences.twice(key), at: "terms-by-code.\(key)")
            }
        }
        rules.termsByCode = codes
    }

    private mutating func readTerms(_ text: String, mayBeNone: Bool = false, at path: String) -> Terms? {
        if let terms = Terms(text) { return terms }
        mistakes.add(
            SettingsSentences.terms(not: text, mayBeNone: mayBeNone),
            at: path)
        return nil
    }

    // MARK: Calendars and hours

    private mutating func readCalendar(
        _ table: TOMLTable, _ path: String, _ place: WritableKeyPath<Rules, BusinessCalendar>
    ) {
        if let read = calendar(table, path, rules[keyPath: place], beside: []) { rules[keyPath: place] = read }
    }

    private mutating func readCustomerCalendars(_ table: TOMLTable, _ isZone: (String) -> Bool) {
        var calendars: [String: BusinessCalendar] = [:]
        each("customer-calendar", of: table) { reading, table, path in
            guard let name = reading.zoneOf(table, path, isZone),
                let read = reading.calendar(table, path, BusinessCalendar(), beside: ["zone"])
            else { return }
            if calendars.updateValue(read, forKey: name) != nil {
                reading.mistakes.add(SettingsSentences.hasCalendar(name), at: path)
            }
        }
        rules.calendars = calendars
    }

    private mutating func zoneOf(_ table: TOMLTable, _ path: String, _ isZone: (String) -> Bool) -> String? {
        guard let zone = text(table, "zone", path, needed: true) else { return nil }
        if isZone(zone) { return zone }
        mistakes.add(SettingsSentences.noSuchZone(zone, example: "Asia/Dubai"), at: path + ".zone")
        return nil
    }

    private mutating func calendar(_ table: TOMLTable, _ path: String, _ old: BusinessCalendar, beside: [String])
        -> BusinessCalendar?
    {
        var weekend = old.weekend, holidays = old.holidays
        for key in table.keys {
            switch key {
            case "weekend":
                guard let words = words(table, key, path) else { continue }
                let days = words.compactMap { Weekday(rawValue: $0.lowercased()) }
                if days.count < words.count || Set(days).count == Weekday.allCases.count {
                    mistakes.add(
                        SettingsSentences.weekend,
                        at: "\(path).\(key)")
                } else {
                    weekend = Set(days)
                }
            case "holidays": holidays = days(table, key, path) ?? holidays
            default:
                if !beside.contains(key) { unknown(key, path, ["weekend", "holidays"] + beside) }
            }
        }
        return BusinessCalendar(weekend: weekend, holidays: holidays)
    }

    private mutating func readHours(_ table: TOMLTable, _ path: String, _ place: WritableKeyPath<Rules, Hours>) {
        var hours = rules[keyPath: place]
        for key in table.keys {
            guard ["from", "till"].contains(key) else {
                unknown(key, path, ["from", "till"])
                continue
            }
            guard let text = text(table, key, path) else { continue }
            // The end of the day is its beginning, as a time of day.
            guard let time = key == "till" && text == "24:00" ? TimeOfDay(minutes: 0) : TimeOfDay(text) else {
                mistakes.add(SettingsSentences.timeOfDay(key), at: "\(path).\(key)")
                continue
            }
            if key == "from" { hours.from = time } else { hours.till = time }
        }
        if hours.from.minutes >= hours.till.minutes, hours.till.minutes != 0 {
            mistakes.add(SettingsSentences.endsBeforeItBegins(path, hours.till.text), at: path)
        } else {
            rules[keyPath: place] = hours
        }
    }

    // MARK: Limits

    private mutating func readContact(_ table: TOMLTable) {
        for key in table.keys {
            switch key {
            case "attempts-per-day":
                rules.contact.attemptsPerDay = int(table, key, "contact", in: 1...50) ?? rules.contact.attemptsPerDay
            case "attempts-per-week":
                rules.contact.attemptsPerWeek = int(table, key, "contact", in: 1...100) ?? rules.contact.attemptsPerWeek
            case "quiet-days":
                rules.contact.quietDays = int(table, key, "contact", in: 0...60) ?? rules.contact.quietDays
            default: unknown(key, "contact", ["attempts-per-day", "attempts-per-week", "quiet-days"])
            }
        }
    }

    private mutating func readPlans(_ table: TOMLTable) {
        var plans = rules.plans
        for key in table.keys {
            switch key {
            case "most-instalments":
                plans.mostInstalments = int(table, key, "plans", in: 1...Plan.mostInstalments) ?? plans.mostInstalments
            case "longest-days": plans.longestDays = int(table, key, "plans", in: 1...3_650) ?? plans.longestDays
            case "least-down-percent":
                plans.leastDownPercent = int(table, key, "plans", in: 0...100) ?? plans.leastDownPercent
            case "least-instalment": plans.leastInstalment = amount(table, key, "plans") ?? plans.leastInstalment
            case "callers-limit": plans.callersLimit = amount(table, key, "plans") ?? plans.callersLimit
            case "most-defaults": plans.mostDefaults = int(table, key, "plans", in: 0...100) ?? plans.mostDefaults
            default:
                unknown(
                    key, "plans",
                    [
                        "most-instalments", "longest-days", "least-down-percent", "least-instalment", "callers-limit",
                        "most-defaults",
                    ])
            }
        }
        rules.plans = plans
    }
}
