import Receivables
import Terminal

/// The batches with their sizes, or the matrix: urgency downwards, value to the right.
struct PartView {
    let list: PartList
    let theme: Theme

    init(_ list: PartList, theme: Theme) {
        self.list = list
        self.theme = theme
    }

    func draw(on canvas: inout Canvas) {
        guard let overview = list.overview else {
            canvas.put(Line("reading\u{2026}", .muted), row: 0)
            return
        }
        list.isMatrix ? drawMatrix(overview, on: &canvas) : drawBatches(overview, on: &canvas)
    }

    private func drawBatches(_ overview: QueueOverview, on canvas: inout Canvas) {
        let columns = canvas.columns - 1
        canvas.drawList(count: list.count, list.cursor) { index in
            guard list.parts.indices.contains(index) else {
                // Who is due one follows from everybody's facts, and is worked out when it is opened.
                if index == list.parts.count { return Line("reminders to send") }
                return line("resting", QueueOverview.Part(payers: overview.resting.payers), overview, columns)
            }
            return line(list.parts[index].title, list.parts[index].size(in: overview), overview, columns)
        }
    }

    private func line(_ title: String, _ part: QueueOverview.Part, _ overview: QueueOverview, _ columns: Int) -> Line {
        let stake =
            part.stake > 0 ? Money(minor: part.stake, overview.base).roundedToMajor + " \(overview.base.code)" : ""
        let tail = Line("\(part.payers)", .strong).padded(to: 7, .right) + Line(stake, .muted).padded(to: 20, .right)
        let name = Line(title, part.payers == 0 ? .muted : .normal)
        return name.padded(to: max(0, columns - tail.width), ellipsis: theme.glyphs[.ellipsis]) + tail
    }

    private func drawMatrix(_ overview: QueueOverview, on canvas: inout Canvas) {
        let left = 12
        let width = max(10, (canvas.columns - left) / 2)
        canvas.put(Line("high value", .title), row: 0, column: left, width: width)
        canvas.put(Line("other", .title), row: 0, column: left + width, width: width)
        canvas.put(Line("urgent", .title), row: 2)
        canvas.put(Line("not urgent", .title), row: 5)
        // In the order of `QueuePart.matrix`: now and quick are urgent, now and soon are of high value.
        for (index, place) in [(2, 0), (5, 0), (2, 1), (5, 1)].enumerated() {
            let part = list.parts[index].size(in: overview)
            let isSelected = index == list.cursor.index
            let column = left + place.1 * width
            let head = Line(isSelected ? theme.glyphs[.pointer] : " ", .key)
                .then(list.parts[index].title, isSelected ? .selected : .strong).then("  \(part.payers)")
            canvas.put(head, row: place.0, column: column - 1, width: width)
            canvas.put(
                Line(Money(minor: part.stake, overview.base).roundedToMajor + " \(overview.base.code)", .muted),
                row: place.0 + 1, column: column, width: width - 1)
            if isSelected { canvas.placeCursor(row: place.0, column: column - 1) }
        }
        canvas.put(
            Line("High value: those who together hold 80 % of the money at stake.", .muted), row: 8,
            width: canvas.columns)
    }
}
