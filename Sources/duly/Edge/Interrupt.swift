import Foundation
import Receivables

/// Thrown out of long work when Ctrl-C was pressed.
struct Interrupted: Error {}

/// Turns SIGINT into an error at the next step of long work, so that transactions end by rolling back.
enum Interrupt {
    /// Safe without a lock: it only ever goes from 0 to 1, by one plain store of the one type that C lets a signal
    /// handler write, and whoever reads it late reads it again at the next step.
    nonisolated(unsafe) private static var wasPressed: sig_atomic_t = 0

    static func watch() { signal(SIGINT) { _ in Interrupt.wasPressed = 1 } }

    static func check() throws {
        if wasPressed != 0 { throw Interrupted() }
    }
}

/// Shows how far long work is: a line that is written over on a terminal, one per tenth elsewhere.
final class ProgressLine {
    private let what: String
    private let started = Date()
    private var lastShown = Date.distantPast
    private var lastTenth = 0

    init(_ what: String) { self.what = what }

    func show(_ done: Int, _ total: Int) throws {
        try Interrupt.check()
        let now = Date()
        if Output.isPiped {
            guard now.timeIntervalSince(lastShown) > 0.1 else { return }
            lastShown = now
            Output.pipe("\(done) \(total)")
        } else if Output.errorsGoToTerminal {
            guard now.timeIntervalSince(lastShown) > 0.1, now.timeIntervalSince(started) > 0.5 else { return }
            lastShown = now
            Output.over(text(done, total, now))
        } else if total > 0, done * 10 / total > lastTenth {
            lastTenth = done * 10 / total
            Output.say("\(what): \(lastTenth * 10) %")
        }
    }

    private func text(_ done: Int, _ total: Int, _ now: Date) -> String {
        let rate = Double(done) / max(0.001, now.timeIntervalSince(started))
        guard total > 0 else { return "\(what): \(done) rows, \(Int(rate)) a second" }
        let left = rate > 0 ? Int(Double(total - done) / rate) : 0
        return "\(what): \(done * 100 / total) %, \(Int(rate)) rows a second, \(left) s to go"
    }

    func end() {
        if Output.errorsGoToTerminal, !Output.isPiped, lastShown != .distantPast { Output.over("") }
    }
}
