import Receivables

extension LocalTime {
    /// Reads `2026-11-20` (the end of that day) or `2026-11-20T09:41`.
    package init?(argument text: String) {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard let first = parts.first, let day = Day(iso: first), parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            self.init(day: day, time: TimeOfDay(minutes: 1439))
            return
        }
        guard let time = TimeOfDay(parts[1]) else { return nil }
        self.init(day: day, time: time)
    }

    /// Reads the moment of `--as-of`.
    ///
    /// - Throws: `CommandFailure`, which says how to write one.
    package static func argument(_ text: String) throws -> LocalTime {
        guard let time = LocalTime(argument: text) else {
            throw CommandFailure(.usage, notAMoment(text))
        }
        return time
    }

    /// That a text is no moment, and how to write one.
    package static func notAMoment(_ text: String) -> String {
        RuntimeSentences.notADayOrTime(text)
    }
}
