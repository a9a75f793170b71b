/// Which contact a payment came after (DOMAIN.md §6, *after contact, not because of it*).
public struct AfterContact: Sendable {
    /// A conversation with somebody who can decide.
    public struct Contact: Hashable, Sendable {
        /// The place of its entry in the journal.
        public var entry: Int64
        /// Its day.
        public var day: Day

        /// Creates a contact.
        public init(entry: Int64, day: Day) {
            self.entry = entry
            self.day = day
        }
    }

    /// Business days after a contact in which a payment comes after it.
    public static let days = 10

    private let calendar: BusinessCalendar
    private var ends: [Day: Day] = [:]

    /// Prepares the search by the days that the desk works.
    public init(_ calendar: BusinessCalendar) { self.calendar = calendar }

    /// The first day on which a contact can matter for payments from a day on.
    public static func firstDay(for day: Day, _ calendar: BusinessCalendar) -> Day {
        var first = day
        while calendar.adding(days, to: first.advanced(by: -1)) >= day { first = first.advanced(by: -1) }
        return first
    }

    /// The last contact that a payment came after, if the item was overdue or agreed at the time.
    ///
    /// - Parameters:
    ///   - paid: the payment's value day.
    ///   - seen: the entry of the import that first showed it: what was known before the contact doesn't count. nil
    ///     for an invoice history, which tells what was known at the time.
    ///   - due: the item's due day.
    ///   - contacts: of the item's payer, the oldest first.
    ///   - isAgreed: whether the item was promised or planned at a contact.
    public mutating func contact(
        paid: Day, seen: Int64?, due: Day, _ contacts: [Contact], isAgreed: (Contact) throws -> Bool
    ) rethrows -> Contact? {
        for contact in contacts.reversed() where contact.day <= paid {
            guard seen.map({ contact.entry < $0 }) ?? (contact.day < paid) else { continue }
            // Earlier ones end earlier.
            guard paid <= end(of: contact.day) else { return nil }
            if contact.day > due { return contact }
            if try isAgreed(contact) { return contact }
        }
        return nil
    }

    private mutating func end(of day: Day) -> Day {
        if let end = ends[day] { return end }
        let end = calendar.adding(AfterContact.days, to: day)
        ends[day] = end
        return end
    }
}
