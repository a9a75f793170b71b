import Receivables

/// Batches or the matrix, to choose from.
struct PartList: Sendable {
    let parts: [QueuePart]
    /// Nil until the book has answered.
    var overview: QueueOverview?
    var cursor = ListCursor()

    var isMatrix: Bool { parts == QueuePart.matrix }
    /// Behind the batches stand the reminders to send, and those who rest.
    var count: Int { parts.count + (isMatrix ? 0 : 2) }
    var isOnReminders: Bool { !isMatrix && cursor.index == parts.count }
    /// Nil for those who rest.
    var selected: QueuePart? { parts.indices.contains(cursor.index) ? parts[cursor.index] : nil }
}
