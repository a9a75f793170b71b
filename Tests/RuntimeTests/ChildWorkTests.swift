import Foundation
import Testing
import Workstation

@testable import Runtime

@Suite struct ChildWorkTests {
    /// All that a program tells down the pipe, to its end.
    private func events(of script: String) throws -> [Event] {
        var mask = sigset_t()
        sigemptyset(&mask)
        let work = try ChildWork(.morning, arguments: ["-c", script], mask: mask, program: "/bin/sh")
        var events: [Event] = []
        while true {
            var wait = pollfd(fd: work.descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, 10_000) == 1 else { return events }
            events += work.events()
            if case .ended? = events.last { return events }
            if events.contains(where: { if case .ended = $0 { true } else { false } }) { return events }
        }
    }

    @Test("Progress comes as numbers; the end says whether it was done")
    func done() throws {
        // What came before the end is told only where it is read before: the pause is there for that.
        let events = try events(of: "echo 3 10; sleep 1")
        guard case .progress(.morning, 3, 10)? = events.first, case .ended(.morning, .done)? = events.last else {
            return #expect(Bool(false), "\(events)")
        }
    }

    @Test("What went wrong is the end's sentence; without one it says that it ended early")
    func failed() throws {
        for (script, sentence) in [
            ("echo '! The disk is full.'; exit 74", "The disk is full."), ("exit 70", "It stopped before it was done."),
            ("kill -9 $$", "It stopped before it was done."),
        ] {
            guard case .ended(_, .failed(let said))? = try events(of: script).last else { return #expect(Bool(false)) }
            #expect(said == sentence)
        }
    }

    @Test("Done but for some rows is done, and what it complained of is said too")
    func partly() throws {
        let events = try events(of: "echo '! Two rows were refused.'; exit 1")
        guard case .ended(_, .done)? = events.first, case .failed(let failure)? = events.last else {
            return #expect(Bool(false), "\(events)")
        }
        #expect(failure.sentence == "Two rows were refused.")
    }
}
