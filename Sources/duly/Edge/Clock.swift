import Foundation
import Receivables
import Synchronization
import Workstation

/// The world outside, as values: the clock, time zones, who is at the keyboard, new ids.
enum World {
    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    static var author: String {
        variable("USER") ?? NSUserName()
    }

    /// A variable of the environment; nil where it is missing or empty. Foundation would read all of them first.
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
        return value
    }

    static func newID() -> String { UUID().uuidString.lowercased() }

    /// The zone of this machine, by its IANA name.
    static var zone: String { TimeZone.current.identifier }

    static let offset: ZoneOffset = { zone, at in
        let known = zones.withLock { zones in
            if let found = zones[zone] { return found }
            // Making one reads a file; every picture asks for several.
            let made = TimeZone(identifier: zone)
            zones[zone] = .some(made)
            return made
        }
        return known?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(at.milliseconds) / 1000))
    }

    private static let zones = Mutex<[String: TimeZone?]>([:])

    /// The wall clock of a zone; that of UTC where the zone is not known.
    static func local(_ at: Instant, zone: String) -> LocalTime { at.local(offset: offset(zone, at) ?? 0) }

    /// The instant at which a zone's wall clock shows a time.
    static func instant(_ time: LocalTime, zone: String) -> Instant {
        let guess = time.instant(offset: 0)
        let first = time.instant(offset: offset(zone, guess) ?? 0)
        // The offset at the guess may be that of the other side of a clock change.
        return time.instant(offset: offset(zone, first) ?? 0)
    }

    static func moment(zone: String) -> Moment {
        let at = now
        return Moment(at: at, day: local(at, zone: zone).day)
    }

    static func stamp(zone: String) -> Stamp {
        let moment = moment(zone: zone)
        return Stamp(id: newID(), at: moment.at, day: moment.day, author: author)
    }
}
