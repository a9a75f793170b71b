import Foundation
import Receivables
import Synchronization
import Workstation

/// The world outside, as values: the clock, time zones, who is at the keyboard, new ids.
package enum ProcessContext {
    /// The system's clock.
    package static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    /// Who writes entries and whose accounts are mine: the name by which the ERP knows its collectors, else the login.
    package static var author: String {
        variable("DULY_NAME") ?? variable("USER") ?? NSUserName()
    }

    /// A variable of the environment; nil where it is missing or empty. Foundation would read all of them first.
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
        return value
    }

    /// A random id, as 36 characters.
    package static func newID() -> String { UUID().uuidString.lowercased() }

    /// The zone of this machine, by its IANA name.
    package static var zone: String { TimeZone.current.identifier }

    /// Seconds of a zone's clock ahead of UTC at a moment; nil for a zone that isn't known.
    package static let offset: ZoneOffset = { zone, at in
        zones.withLock { $0[zone, default: ZoneClock(zone)].offset(at) }
    }

    private static let zones = Mutex<[String: ZoneClock]>([:])

    /// A zone and what was last asked of it: making one reads a file, and every picture asks several times for now.
    private struct ZoneClock {
        /// nil where no zone has this name.
        private let zone: TimeZone?
        private var last: (quarter: Int64, seconds: Int)?

        init(_ name: String) { zone = TimeZone(identifier: name) }

        mutating func offset(_ at: Instant) -> Int? {
            // Clocks change on the quarter of an hour.
            let quarter = at.milliseconds / 900_000
            if let last, last.quarter == quarter { return last.seconds }
            guard let zone else { return nil }
            let seconds = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(at.milliseconds) / 1000))
            last = (quarter, seconds)
            return seconds
        }
    }

    /// The wall clock of a zone; that of UTC where the zone is not known.
    package static func local(_ at: Instant, zone: String) -> LocalTime { at.local(offset: offset(zone, at) ?? 0) }

    /// The instant at which a zone's wall clock shows a time.
    package static func instant(_ time: LocalTime, zone: String) -> Instant {
        AgreedTime(time) { offset(zone, $0) ?? 0 }.at
    }

    /// Now, with the date in a zone.
    package static func moment(zone: String) -> Moment {
        let at = now
        return Moment(at: at, day: local(at, zone: zone).day)
    }

    /// What an entry is stamped with that is made now.
    package static func stamp(zone: String) -> Stamp {
        let moment = moment(zone: zone)
        return Stamp(id: newID(), at: moment.at, day: moment.day, author: author)
    }
}
