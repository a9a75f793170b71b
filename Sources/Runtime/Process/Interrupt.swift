import Foundation
import Receivables

/// Thrown out of long work when Ctrl-C was pressed.
package struct Interrupted: Error {}

/// Turns SIGINT into an error at the next step of long work, so that transactions end by rolling back.
package enum Interrupt {
    /// Safe without a lock: it only ever goes from 0 to 1, by one plain store of the one type that C lets a signal
    /// handler write, and a late reader reads it again at the next step.
    nonisolated(unsafe) private static var wasPressed: sig_atomic_t = 0

    /// Turns SIGINT into a note that `check` reads.
    package static func watch() {
        signal(SIGINT) { _ in Interrupt.wasPressed = 1 }
        // The program that started us may have blocked it on a thread of theirs, and that is inherited.
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    }

    /// - Throws: `Interrupted` once SIGINT has come.
    package static func check() throws {
        if wasPressed != 0 { throw Interrupted() }
    }
}

/// Shows how far long work is: a line that is written over on a terminal, one per tenth elsewhere.
package final class ProgressLine {
    private let what: String
    private let started = Date()
    private var lastShown = Date.distantPast
    private var lastTenth = 0
    /// What is counted, and how many of it are one unit.
    private let unit: String
    private let scale: Int

    /// - Parameters:
    ///   - what: the work, as a word in front of the bar.
    ///   - unit: what is counted.
    ///   - scale: how many that are counted make one unit.
    package init(_ what: String, unit: String = RuntimeSentences.rows, scale: Int = 1) {
        self.what = what
        self.unit = unit
        self.scale = scale
    }

    /// Says how far it is, not more often than anyone can read. Throws `Interrupted`.
    package func show(_ done: Int, _ total: Int) throws {
        try Interrupt.check()
        // A row that speaks of its account too counts twice.
        let done = total > 0 ? min(done, total) : done
        let now = Date()
        if Output.isPiped {
            guard now.timeIntervalSince(lastShown) > 0.1 else { return }
            lastShown = now
            Output.pipe("\(done) \(total)")
        } else if Output.errorsGoToTerminal {
            guard now.timeIntervalSince(lastShown) > 0.1, isLong(now) else { return }
            lastShown = now
            Output.over(text(done, total, now))
        } else if total > 0, done * 10 / total > lastTenth, isLong(now) {
            lastTenth = done * 10 / total
            Output.say("\(what): \(lastTenth * 10) %")
        }
    }

    /// What is over at once needs no progress.
    private func isLong(_ now: Date) -> Bool { now.timeIntervalSince(started) > 0.5 }

    private func text(_ done: Int, _ total: Int, _ now: Date) -> String {
        let rate = Double(done) / max(0.001, now.timeIntervalSince(started))
        let speed = RuntimeSentences.speed(Int(rate) / scale, unit)
        guard total > 0 else { return "\(what): \(done / scale) \(unit), \(speed)" }
        let left = rate > 0 ? Int(Double(total - done) / rate) : 0
        return "\(what) \(bar(done, total)) \(done * 100 / total) %, \(speed), \(RuntimeSentences.toGo(seconds: left))"
    }

    private func bar(_ done: Int, _ total: Int) -> String {
        let full = done * 20 / total
        return String(repeating: "▓", count: full) + String(repeating: "░", count: 20 - full)
    }

    /// Takes the line away.
    package func end() {
        if Output.errorsGoToTerminal, !Output.isPiped, lastShown != .distantPast { Output.over("") }
    }
}
