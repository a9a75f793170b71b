import CTerminal
import Glibc

/// The terminal this program runs in: shows screens, reads keys, waits.
///
/// There is one terminal, so open only one of these at a time. It is given back exactly as it was found by
/// `close`, by the end of this object, and by any signal or crash that kills the program.
public final class Tty {
    /// The keyboard's descriptor, for a `poll` of one's own. `wait` includes it.
    public let inputDescriptor: Int32 = STDIN_FILENO

    private var isOpen = true
    private var isSuspended = false
    private var decoder = InputDecoder()
    private var lastPiece: UInt64 = 0
    private var painter = Painter()
    private let signals: Signals?
    private let maskBefore: sigset_t

    /// How long a paste may be silent before it is taken as ended: its end marker got lost.
    private static let pasteSilence: UInt64 = 1_000_000_000

    /// Takes over the terminal on standard input and output. Nothing is drawn before the first `show`.
    ///
    /// - Parameter signals: those that `wait` reports.
    /// - Throws: `TerminalError` if there is no terminal, or none that can do it.
    public init(signals: Signals? = nil) throws(TerminalError) {
        guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(standardInput: true) }
        guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(standardInput: false) }
        let name = getenv("TERM").map { String(cString: $0) } ?? ""
        guard !name.isEmpty else { throw .unknownTerminal(name: "") }
        switch UInt32(terminal_open()) {
        case TERMINAL_OPENED.rawValue: break
        case TERMINAL_UNKNOWN.rawValue: throw .unknownTerminal(name: name)
        case TERMINAL_TOO_SIMPLE.rawValue: throw .tooSimple(name: name)
        default: throw .failed
        }
        self.signals = signals
        var windowChanged = sigset_t()
        sigemptyset(&windowChanged)
        sigaddset(&windowChanged, SIGWINCH)
        var before = sigset_t()
        pthread_sigmask(SIG_BLOCK, &windowChanged, &before)
        maskBefore = before
    }

    deinit {
        close()
    }

    /// The size of the terminal now; it may change between two calls.
    public var size: Size {
        var columns: Int32 = 0
        var rows: Int32 = 0
        terminal_size(&columns, &rows)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    // MARK: Out

    /// Shows a screen. Only what differs from the one before is sent.
    ///
    /// - Parameters:
    ///   - screen: the picture to show.
    ///   - theme: the look of every style.
    ///   - colours: false for attributes and marks alone, as `NO_COLOR` asks.
    public func show(_ screen: Screen, theme: Theme, colours: Bool = true) {
        guard isOpen, !isSuspended else { return }
        painter.paint(screen, theme, colours: colours ? Int(terminal_colours()) : 0)
        terminal_show(Int32(screen.cursor?.row ?? -1), Int32(screen.cursor?.column ?? -1))
    }

    /// Sends everything again with the next `show`: another program has written on the screen.
    public func repaint() {
        guard isOpen else { return }
        painter.forget()
        terminal_repaint()
    }

    /// Asks the terminal to put text on its clipboard (OSC 52); many do, none says so. False if the text is too
    /// long for that, or nothing could be sent.
    public func copy(_ text: String) -> Bool {
        guard isOpen, !isSuspended, let sequence = Clipboard.sequence(for: text) else { return false }
        return sequence.withUnsafeBytes { bytes in
            terminal_write(STDOUT_FILENO, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count) == 0
        }
    }

    /// Rings the terminal's bell, or flashes, as the user has set it up.
    public func ring() {
        guard isOpen, !isSuspended else { return }
        terminal_ring()
    }

    // MARK: In

    /// All input that has arrived, without waiting. A paste comes as one event, when its end has arrived.
    public func drain() -> [InputEvent] {
        guard isOpen, !isSuspended else { return [] }
        let now = MonotonicClock.now
        var unit = terminal_read()
        if decoder.isPasting, unit < 0, now > lastPiece + Tty.pasteSilence { decoder.endPaste() }
        while unit >= 0 {
            lastPiece = now
            decoder.feed(unit, resized: { size })
            readPasted()
            unit = terminal_read()
        }
        let events = decoder.endBatch()
        if events.contains(where: { if case .resize = $0 { true } else { false } }) { painter.forget() }
        return events
    }

    /// Reads a long paste in large pieces: curses reads byte by byte, which takes seconds for a few megabytes.
    private func readPasted() {
        while decoder.mayReadAround {
            let count = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Tty.pieceSize) { piece in
                let count = Int(terminal_read_waiting(piece.baseAddress, Int32(piece.count)))
                guard count > 0 else { return 0 }
                decoder.feedPasted(UnsafeBufferPointer(rebasing: piece[..<count]), resized: { size })
                return count
            }
            guard count > 0 else { return }
            lastPiece = MonotonicClock.now
        }
    }

    private static let pieceSize = 65_536

    /// Sleeps until something happens: input, a signal, something to read on one of the descriptors, the
    /// deadline. Nothing wakes it in between.
    ///
    /// - Parameters:
    ///   - deadline: nanoseconds of `MonotonicClock`; nil for none.
    ///   - descriptors: at most a dozen.
    public func wait(until deadline: UInt64? = nil, watching descriptors: [Int32] = []) -> Wakeup {
        let pasteEnd = decoder.isPasting ? lastPiece + Tty.pasteSilence + 1 : nil
        let watched = [inputDescriptor] + (signals.map { [$0.descriptor] } ?? []) + descriptors
        let until = [deadline, pasteEnd].compactMap(\.self).min()
        var events = [Int16](repeating: 0, count: watched.count)
        let result = terminal_wait(watched, &events, Int32(watched.count), Tty.nanoseconds(until: until))

        var wakeup = Wakeup()
        let now = MonotonicClock.now
        wakeup.keyboard = result < 0 || pasteEnd.map { now >= $0 } ?? false
        wakeup.deadlinePassed = deadline.map { now >= $0 } ?? false
        for (descriptor, events) in zip(watched, events) where events != 0 {
            if descriptor == inputDescriptor {
                wakeup.keyboard = true
                wakeup.isLost = events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
            } else if descriptor == signals?.descriptor {
                wakeup.signals = signals?.drain() ?? []
            } else {
                wakeup.ready.append(descriptor)
            }
        }
        return wakeup
    }

    private static func nanoseconds(until deadline: UInt64?) -> Int64 {
        guard let deadline else { return -1 }
        let now = MonotonicClock.now
        return deadline > now ? Int64(clamping: deadline - now) : 0
    }

    // MARK: Leaving and coming back

    /// What a crash says once the terminal is given back: a sentence of what is kept, and where.
    public func lastWords(_ sentence: String) { terminal_guard_says(SafeText.line(sentence, limit: 900)) }

    /// Gives the terminal back for a while; `resume` takes it again.
    public func suspend() {
        guard isOpen, !isSuspended else { return }
        isSuspended = true
        terminal_suspend()
    }

    /// Takes the terminal again, after `suspend` or after the program was stopped from outside. The size may be
    /// another one; the next `show` repaints everything.
    public func resume() {
        guard isOpen else { return }
        isSuspended = false
        painter.forget()
        terminal_resume()
    }

    /// Stops the program as Ctrl-Z does, with the terminal given back meanwhile. Returns when it goes on; at once
    /// where no shell could let it go on.
    public func stop() {
        suspend()
        JobControl.stop()
        resume()
    }

    /// Runs another program on this terminal, such as an editor, and waits for its end.
    ///
    /// - Parameter arguments: the program, looked up in PATH, and what it is given.
    /// - Returns: its exit status; 128 and the signal's number if a signal ended it.
    /// - Throws: `TerminalError.cannotRun`.
    public func run(_ arguments: [String]) throws(TerminalError) -> Int32 {
        suspend()
        defer { resume() }
        return try JobControl.run(arguments, mask: signals?.before ?? maskBefore)
    }

    /// Gives the terminal back for good. Harmless when done before.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        terminal_close()
        var before = maskBefore
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }
}
