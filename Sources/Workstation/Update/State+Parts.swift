import Receivables
import Terminal

// Batches and the matrix: which part of the queue is worked.
extension State {
    mutating func showBatches() -> [Effect] { choosePart(among: QueuePart.batches) }

    mutating func showMatrix() -> [Effect] { choosePart(among: QueuePart.matrix) }

    private mutating func choosePart(among parts: [QueuePart]) -> [Effect] {
        overlay = .parts(PartList(parts: parts))
        return [.load(.overview(moment, of: queue.people))]
    }

    mutating func press(_ key: Key, on list: PartList) -> [Effect]? {
        var list = list
        if key == .enter {
            guard let part = list.selected else { return list.isOnReminders ? showReminders() : showResting() }
            overlay = nil
            return work(part)
        }
        if key == .escape || key == .character("q") {
            overlay = nil
            return []
        }
        guard let movement = Movement(readingKey: key) else { return nil }
        list.cursor.move(movement.distance(height: abovePageHeight), count: list.count, height: abovePageHeight)
        overlay = .parts(list)
        return []
    }

    /// Reads that part of the queue, from its top.
    private mutating func work(_ part: QueuePart) -> [Effect] {
        queue.part = part
        queue.reset()
        focus = .queue
        return [.load(.queue(queue.query(at: moment)))]
    }
}
