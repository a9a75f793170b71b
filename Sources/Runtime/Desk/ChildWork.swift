import Foundation
import Receivables
import Terminal
import Workstation

/// Long work by the same program as a child process, which tells its progress down a pipe.
package final class ChildWork {
    let child: Child
    let descriptor: Int32
    private let process: pid_t
    /// What a line of the pipe begins with that is an answer, as JSON.
    package static let answerMark = ImportLook.mark
    private var text: [UInt8] = []
    private var complaint: String?
    /// What it was started for, where that is more than a change of the book.
    private var answer: Event?

    /// - Parameters:
    ///   - child: the work.
    ///   - arguments: those of the command that does it; `--pipe` is added.
    ///   - mask: the signals that it starts with.
    ///   - program: this one.
    /// - Throws: `TerminalError.cannotRun`.
    init(_ child: Child, arguments: [String], mask: sigset_t, program: String = "/proc/self/exe") throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw TerminalError.cannotRun(program: "duly", code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[1]) }
        switch ChildProcess.spawn([program] + arguments + ["--pipe"], mask: mask, output: ends[1]) {
        case .success(let process): self.process = process
        case .failure(let error):
            close(ends[0])
            throw TerminalError.cannotRun(program: "duly", code: error.code)
        }
        self.child = child
        descriptor = ends[0]
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    deinit { close(descriptor) }

    /// What has come down the pipe since the last time; ends with `ended` when the child is gone.
    func events() -> [Event] {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var count = read(descriptor, &buffer, buffer.count)
        while count > 0 {
            text += buffer.prefix(count)
            count = read(descriptor, &buffer, buffer.count)
        }
        let isOver = count == 0
        var events: [Event] = []
        while let end = text.firstIndex(of: 0x0A) {
            let line = String(decoding: text[..<end], as: UTF8.self)
            text.removeSubrange(...end)
            if let event = understand(line) { events = [event] }
        }
        guard isOver else { return events }
        let outcome = outcome()
        // Done, but not all of it.
        let rest = outcome == .done ? complaint.map { Event.failed(Workstation.EffectFailure(.other, $0)) } : nil
        return [answer, .ended(child, outcome), rest].compactMap(\.self)
    }

    private func understand(_ line: String) -> Event? {
        if line.hasPrefix("! ") {
            complaint = String(line.dropFirst(2))
            return nil
        }
        if line.hasPrefix(ImportLook.mark), case .looking(_, let number) = child {
            let json = Data(line.dropFirst(ImportLook.mark.count).utf8)
            answer = (try? JSONDecoder().decode(ImportLook.self, from: json)).map { .looked($0, number: number) }
            return nil
        }
        if line.hasPrefix(ChildWork.answerMark), case .backtesting = child {
            let json = Data(line.dropFirst(ChildWork.answerMark.count).utf8)
            answer = (try? JSONDecoder().decode(BacktestResult.self, from: json)).map { .backtested($0, child) }
            return nil
        }
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        return numbers.count == 2 ? .progress(child, done: numbers[0], total: numbers[1]) : nil
    }

    private func outcome() -> ChildOutcome {
        var status: Int32 = 0
        waitpid(process, &status, 0)
        let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
        // 1: done, but some rows were refused.
        return exit == 0 || exit == 1 ? .done : .failed(complaint ?? RuntimeSentences.endedTooSoon)
    }

    /// Asks it to stop; what it was doing to the book is rolled back.
    func cancel() { kill(process, SIGINT) }
}
