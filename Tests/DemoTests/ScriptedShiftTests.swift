import Demo
import FileStore
import Foundation
import Receivables
import Terminal
import Testing

@testable import Workstation

/// A whole shift by keys alone, on a demo book that is really written.
@Suite struct ScriptedShiftTests {
    @Test(
        """
        Forty calls with every result, an inbound call during a note, an undo, a batch and a message: all are \
        recorded
        """,
        arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)])
    func shift(size: Size) throws {
        try DemoTests.book(DemoPlan(today: DemoTests.today)) { book, moment in
            // Monday morning: the desk works, and so do most customers.
            var at = LocalTime(day: moment.day, time: TimeOfDay(minutes: 570)).instant(offset: 0)
            while !(try book.about().rules.calendar.isBusinessDay(at.local(offset: 0).day)) {
                at = at.adding(seconds: 86_400)
            }
            try book.rankAll(for: at.local(offset: 0).day) { _, _ in }
            var desk = try ShiftDesk(book: book, now: at, size: size)
            let before = try book.about().entries
            let results = CallResult.allCases
            for nth in 0..<40 {
                let result = results[nth % results.count]
                try desk.callNext(with: result)
                if nth == 5 { try desk.takeInboundCall() }
                if nth == 9 { try desk.undoLast() }
                if nth == 13 { try desk.sendMessage() }
            }
            let calls = desk.recorded.filter { if case .call = $0.act { true } else { false } }
            #expect(calls.count >= 40, "\(calls.count)")
            let seen = Set(
                calls.compactMap { entry in if case .call(let call) = entry.act { call.result } else { nil } })
            #expect(seen == Set(results), "never recorded: \(Set(results).subtracting(seen).map(\.rawValue))")
            try desk.press("<esc><esc>bj<enter>")
            #expect(desk.state.isWorkingAPart, "\(desk.screen)")
            #expect(try book.about().entries >= before + 40)
            #expect(try book.verify(progress: { _, _ in }).problems.isEmpty)
        }
    }
}
