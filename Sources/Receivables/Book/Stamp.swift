/// Who writes, and when.
public struct Stamp: Sendable, Hashable {
    /// The identifier of the import, unique in the book; writing the same one twice writes once.
    public var id: String
    /// The moment of writing, in UTC.
    public var at: Instant
    /// The date in the book's zone.
    public var day: Day
    /// The user name of the person who writes.
    public var author: String

    /// Creates a stamp; `day` must be the date of `at` in the book's zone.
    public init(id: String, at: Instant, day: Day, author: String) {
        self.id = id
        self.at = at
        self.day = day
        self.author = author
    }
}
