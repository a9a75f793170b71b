import Receivables

/// What a user means to reach in a day, and after how long at the desk a break is due: settings, all optional.
public struct Targets: Sendable, Hashable {
    /// Calls a day; nil for no target.
    public var calls: Int?
    /// Money promised, in whole units of the book's base currency.
    public var promised: Int?
    /// Minutes at the keyboard after which a break is suggested.
    public var breakAfter: Int?

    /// Creates targets; none by default.
    public init(calls: Int? = nil, promised: Int? = nil, breakAfter: Int? = nil) {
        self.calls = calls
        self.promised = promised
        self.breakAfter = breakAfter
    }
}

/// How long somebody has been at the keyboard without a pause.
struct Sitting: Sendable {
    private var since: Instant
    private var lastKey: Instant
    /// Minutes without a key that are a break.
    static let pause = 5

    init(at now: Instant) { (since, lastKey) = (now, now) }

    mutating func key(at now: Instant) {
        if Sitting.minutes(from: lastKey, to: now) >= Sitting.pause { since = now }
        lastKey = now
    }

    /// Whether a break is due; then counting starts again, so that it is said once.
    mutating func isBreakDue(after minutes: Int, at now: Instant) -> Bool {
        guard Sitting.minutes(from: lastKey, to: now) < Sitting.pause, Sitting.minutes(from: since, to: now) >= minutes
        else { return false }
        since = now
        return true
    }

    private static func minutes(from: Instant, to: Instant) -> Int {
        Int((to.milliseconds - from.milliseconds) / 60_000)
    }
}
