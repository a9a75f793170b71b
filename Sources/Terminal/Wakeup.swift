/// Why a wait has ended. Several things may have happened at once.
public struct Wakeup: Equatable, Sendable {
    /// There is something for `Tty.drain`.
    public var keyboard = false
    /// The terminal is gone: no key will come any more, and nothing can be shown.
    public var isLost = false
    /// The signals that arrived, in no particular order.
    public var signals: [Signal] = []
    /// Those of the watched descriptors that can be read, or have come to their end.
    public var ready: [Int32] = []
    /// Whether the time given to `wait` is over.
    public var deadlinePassed = false

    /// Creates a wakeup for which nothing happened.
    public init() {}
}
