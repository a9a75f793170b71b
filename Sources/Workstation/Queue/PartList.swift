import Receivables
import Terminal

/// Batches with their sizes, or the matrix (urgency downwards, value to the right): which part of the queue to work.
struct PartList: Overlay {
    private let parts: [QueuePart]
    /// Nil until the book has answered.
    private var overview: QueueOverview?
    private var cursor = ListCursor()

    init(parts: [QueuePart]) { self.parts = parts }

    private var isMatrix: Bool { parts == QueuePart.matrix }
    /// Behind the batches stand the reminders to send, and those who rest.
    private var count: Int { parts.count + (isMatrix ? 0 : 2) }
    private var isOnReminders: Bool { !isMatrix && cursor.index == parts.count }
    /// Nil for reminders, and for those who rest.
    private var selected: QueuePart? { parts.indices.contains(cursor.index) ? parts[cursor.index] : nil }

    func title(in state: State) -> String { isMatrix ? QueueSentences.urgencyAndValue : QueueSentences.batches }

    func hints(in state: State) -> [OverlayHint] { [OverlayHint("Enter", HintSentences.worksThrough), .move, .back] }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        if key == .enter {
            guard let part = selected else {
                return isOnReminders ? .closes { $0.showReminders() } : .closes { $0.showResting() }
            }
            return .closes { $0.work(part) }
        }
        guard let movement = Movement(readingKey: key) else { return closed(by: key) }
        cursor.move(movement, count: count, height: state.overlayPageRows)
        return .stays
    }

    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? {
        guard case .loaded(.overview(let overview)) = event else { return nil }
        self.overview = overview
        return .stays
    }

    // MARK: Drawing

    func draw(on canvas: inout Canvas, in state: State) {
        guard let overview else {
            canvas.put(Line(CommonWords.reading, .muted), row: 0)
            return
        }
        isMatrix ? drawMatrix(overview, on: &canvas) : drawBatches(overview, on: &canvas)
    }

    private func drawBatches(_ overview: QueueOverview, on canvas: inout Canvas) {
        let columns = canvas.columns - 1, theme = canvas.theme
        canvas.drawList(count: count, cursor) { index in
            guard parts.indices.contains(index) else {
                // Who is due one follows from everybody's facts, and is worked out when it is opened.
                if index == parts.count { return Line(QueueSentences.remindersToSend) }
                return line(
                    QueueSentences.resting, QueueOverview.Part(payers: overview.resting.payers), overview, columns,
                    theme)
            }
            return line(parts[index].title, parts[index].size(in: overview), overview, columns, theme)
        }
    }

    private func line(
        _ title: String, _ part: QueueOverview.Part, _ overview: QueueOverview, _ columns: Int, _ theme: Theme
    ) -> Line {
        let stake =
            part.stake > 0 ? Money(minor: part.stake, overview.base).roundedToMajor + " \(overview.base.code)" : ""
        let tail = Line("\(part.payers)", .strong).padded(to: 7, .right) + Line(stake, .muted).padded(to: 20, .right)
        let name = Line(title, part.payers == 0 ? .muted : .normal)
        return name.padded(to: max(0, columns - tail.width), ellipsis: theme.glyphs[.ellipsis]) + tail
    }

    private func drawMatrix(_ overview: QueueOverview, on canvas: inout Canvas) {
        let left = 12
        let width = max(10, (canvas.columns - left) / 2)
        canvas.put(Line(QueueSentences.highValue, .title), row: 0, column: left, width: width)
        canvas.put(Line(QueueSentences.otherValue, .title), row: 0, column: left + width, width: width)
        canvas.put(Line(QueueSentences.urgent, .title), row: 2)
        canvas.put(Line(QueueSentences.notUrgent, .title), row: 5)
        // In the order of `QueuePart.matrix`: now and quick are urgent, now and soon are of high value.
        for (index, place) in [(2, 0), (5, 0), (2, 1), (5, 1)].enumerated() {
            let part = parts[index].size(in: overview)
            let isSelected = index == cursor.index
            let column = left + place.1 * width
            let head = Line(isSelected ? canvas.theme.glyphs[.pointer] : " ", .key)
                .then(parts[index].title, isSelected ? .selected : .strong).then("  \(part.payers)")
            canvas.put(head, row: place.0, column: column - 1, width: width)
            canvas.put(
                Line(Money(minor: part.stake, overview.base).roundedToMajor + " \(overview.base.code)", .muted),
                row: place.0 + 1, column: column, width: width - 1)
            if isSelected { canvas.placeCursor(row: place.0, column: column - 1) }
        }
        canvas.put(
            Line(QueueSentences.whatHighValueMeans, .muted), row: 8,
            width: canvas.columns)
    }
}

extension State {
    mutating func showBatches() -> [Effect] { choosePart(among: QueuePart.batches) }

    mutating func showMatrix() -> [Effect] { choosePart(among: QueuePart.matrix) }

    private mutating func choosePart(among parts: [QueuePart]) -> [Effect] {
        overlay = PartList(parts: parts)
        return [.load(.overview(moment, of: queue.people))]
    }

    /// Reads that part of the queue, from its top.
    fileprivate mutating func work(_ part: QueuePart) -> [Effect] {
        queue.part = part
        queue.reset()
        focus = .queue
        return [.load(.queue(queue.query(at: moment)))]
    }
}
