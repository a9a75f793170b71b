/// Drives the machine: the terminal's loop, `duly screen` and the tests feed events through it.
public enum EventPump {
    /// Hands an event to the machine, runs the effects that it asks for, and hands it the events that answer them.
    ///
    /// The answers to an effect come before anything that was asked for after it.
    ///
    /// - Parameters:
    ///   - event: what happened.
    ///   - update: hands one event to the machine, and returns what it asks for.
    ///   - run: runs one effect, and returns the events that answer it.
    public static func feed(
        _ event: Event, update: (Event) throws -> [Effect], run: (Effect) throws -> [Event]
    ) rethrows {
        var events = [event]
        while !events.isEmpty {
            let effects = try update(events.removeFirst())
            events = try effects.flatMap(run) + events
        }
    }
}
