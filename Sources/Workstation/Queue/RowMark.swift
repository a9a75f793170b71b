/// What the caller did to a row that stays where it is until the queue is read again.
struct RowMark: Sendable, Hashable {
    let isPin: Bool
    let words: String
}
