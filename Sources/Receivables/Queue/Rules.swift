/// What belongs to the book rather than to a user, and changes only by an entry (ARCHITECTURE.md §3.5).
public struct Rules: Hashable, Sendable, Codable {
    /// The currency in which amounts are compared and the worth of a call is counted.
    public var base: Currency
    /// Whether no money has said yet what the book counts in: the first that comes decides.
    public var isBaseOpen = false
    /// The desk's IANA time zone: the day is the date there.
    public var zone: String
    /// The country (ISO 3166) in whose way numbers of customers without a zone are written; empty for that of `zone`.
    public var region: String
    /// How the desk writes dates such as 5/12; nil for the way of the country or zone (`dateOrder`).
    public var dates: DateOrder?
    /// How ageings are cut into columns.
    public var buckets: Buckets
    /// Which days the desk works.
    public var calendar: BusinessCalendar
    /// Of customers in zones where other days are worked, by IANA zone.
    public var calendars: [String: BusinessCalendar]
    /// For items whose row and account name no terms; nil means due on the invoice date.
    public var defaultTerms: Terms?
    /// What the company's own codes for terms mean in the files that it imports: `NAH4` is net 45.
    public var termsByCode: [TermsCode: Terms]
    /// Collectable money below this, in minor units of the base currency, is not called.
    public var minimum: Int64
    /// How the queue is ordered.
    public var strategy: Strategy
    /// How often customers may be called.
    public var contact: ContactRules
    /// When we call at all, in the desk's zone.
    public var desk: Hours
    /// Calling times in the customer's zone.
    public var permitted: Hours
    /// Business days after a promised day on which money still keeps the promise.
    public var promiseTolerance: Int
    /// What callers may agree in instalments without asking.
    public var plans: PlanPolicy
    /// Which steps are taken with which customers, and when.
    public var cadences: Cadences

    /// Creates rules; what isn't given is the usual of a new book. `minimum` is in minor units, and nil means 25 whole
    /// units of the base currency.
    public init(
        base: Currency, zone: String = "UTC", buckets: Buckets = .standard, calendar: BusinessCalendar = .init(),
        defaultTerms: Terms? = nil, minimum: Int64? = nil, strategy: Strategy = .standard,
        contact: ContactRules = .standard, desk: Hours = .standard, permitted: Hours = .standard,
        calendars: [String: BusinessCalendar] = [:],
        promiseTolerance: Int = Rules.usualTolerance, plans: PlanPolicy = .standard, cadences: Cadences = Cadences(),
        region: String = "", dates: DateOrder? = nil, termsByCode: [TermsCode: Terms] = [:]
    ) {
        self.base = base
        self.zone = zone
        self.buckets = buckets
        self.calendar = calendar
        self.defaultTerms = defaultTerms
        self.minimum = minimum ?? 25 * base.minorPerMajor
        self.strategy = strategy
        self.contact = contact
        self.desk = desk
        self.permitted = permitted
        self.calendars = calendars
        self.promiseTolerance = max(0, promiseTolerance)
        self.plans = plans
        self.cadences = cadences
        self.region = region
        self.dates = dates
        self.termsByCode = termsByCode
    }

    /// DOMAIN.md §4, "Window".
    public static let usualTolerance = 2
}

extension Rules {
    private enum CodingKeys: String, CodingKey {
        case base, isBaseOpen, zone, buckets, calendar, defaultTerms, minimum, strategy, contact, permitted,
            promiseTolerance
        case plans, desk, calendars, cadences, region, dates, termsByCode
    }

    /// Rules that were written before there were promises, desk hours, other calendars, cadences, a region, an order of
    /// dates or codes of terms lack what concerns them, and mean the usual.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            base: try values.decode(Currency.self, forKey: .base), zone: try values.decode(String.self, forKey: .zone),
            buckets: try values.decode(Buckets.self, forKey: .buckets),
            calendar: try values.decode(BusinessCalendar.self, forKey: .calendar),
            defaultTerms: try values.decodeIfPresent(Terms.self, forKey: .defaultTerms),
            minimum: try values.decode(Int64.self, forKey: .minimum),
            strategy: try values.decode(Strategy.self, forKey: .strategy),
            contact: try values.decode(ContactRules.self, forKey: .contact),
            desk: try values.decodeIfPresent(Hours.self, forKey: .desk) ?? .standard,
            permitted: try values.decode(Hours.self, forKey: .permitted),
            calendars: try values.decodeIfPresent([String: BusinessCalendar].self, forKey: .calendars) ?? [:],
            promiseTolerance: try values.decodeIfPresent(Int.self, forKey: .promiseTolerance) ?? Rules.usualTolerance,
            plans: try values.decodeIfPresent(PlanPolicy.self, forKey: .plans) ?? .standard,
            cadences: try values.decodeIfPresent(Cadences.self, forKey: .cadences) ?? Cadences(),
            region: try values.decodeIfPresent(String.self, forKey: .region) ?? "",
            dates: try values.decodeIfPresent(DateOrder.self, forKey: .dates),
            termsByCode: try values.decodeIfPresent([TermsCode: Terms].self, forKey: .termsByCode) ?? [:])
        isBaseOpen = try values.decodeIfPresent(Bool.self, forKey: .isBaseOpen) ?? false
    }

    /// The same rules for a book that counts in another currency. Amounts keep their number of whole units: a desk that
    /// calls from 25 on goes on doing so.
    public func counting(in currency: Currency) -> Rules {
        func same(_ minor: Int64) -> Int64 {
            let product = Int128(minor) * Int128(currency.minorPerMajor) / Int128(base.minorPerMajor)
            return Int64(clamping: product)
        }
        var rules = self
        rules.base = currency
        rules.isBaseOpen = false
        rules.minimum = same(minimum)
        rules.plans.leastInstalment = same(plans.leastInstalment)
        rules.plans.callersLimit = same(plans.callersLimit)
        return rules
    }
}

/// From when to when, on a wall clock; the end is not included. An end of 00:00 is the day's own end.
public struct Hours: Hashable, Sendable, Codable {
    /// The first minute that belongs to the hours.
    public var from: TimeOfDay
    /// The first minute after the hours; 00:00 is the end of the day.
    public var till: TimeOfDay

    /// Creates hours; they must not end before they begin.
    public init(from: TimeOfDay, till: TimeOfDay) {
        self.from = from
        self.till = till
    }

    /// Reads `08:00-18:00`, `9-17:30`, `00:00-24:00`; nil where it says nothing, or ends before it begins.
    public init?(_ text: some StringProtocol) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let from = TimeOfDay(ends[0]) else { return nil }
        let isWholeDay = ["24", "24:00", "2400"].contains(String(ends[1]))
        guard let till = isWholeDay ? TimeOfDay(minutes: 0) : TimeOfDay(ends[1]) else { return nil }
        guard isWholeDay || from.minutes < till.minutes else { return nil }
        self.init(from: from, till: till)
    }

    /// Whether a time on the same clock lies within the hours.
    public func contain(_ time: TimeOfDay) -> Bool {
        from.minutes <= time.minutes && (time.minutes < till.minutes || till.minutes == 0)
    }

    /// `08:00-18:00`
    public var text: String { "\(from.text)-\(tillText)" }

    /// The end as it is read: midnight is 24:00.
    public var tillText: String { till.minutes == 0 ? "24:00" : till.text }

    /// 08:00-18:00.
    public static let standard = Hours(from: TimeOfDay(minutes: 480), till: TimeOfDay(minutes: 1080))
}

/// How often a payer may be tried, and how long it is left in peace once reached (DOMAIN.md §5, "Contact rules").
public struct ContactRules: Hashable, Sendable, Codable {
    /// Most attempts to reach a payer on one day.
    public var attemptsPerDay: Int
    /// Most attempts to reach a payer within seven days.
    public var attemptsPerWeek: Int
    /// Business days of quiet after a right-party contact.
    public var quietDays: Int

    /// Creates contact rules.
    public init(attemptsPerDay: Int, attemptsPerWeek: Int, quietDays: Int) {
        self.attemptsPerDay = attemptsPerDay
        self.attemptsPerWeek = attemptsPerWeek
        self.quietDays = quietDays
    }

    /// Three attempts a day, seven a week, three business days of quiet.
    public static let standard = ContactRules(attemptsPerDay: 3, attemptsPerWeek: 7, quietDays: 3)
}
