/// How far an older book is with being brought up to date: that is done once, when it is opened, and with millions of
/// entries it takes a while.
public struct BookUpgrade: Hashable, Sendable {
    /// Telephone numbers that were read, then customers whose entries were gone through, of how many; 0 of 0 while the
    /// tables change.
    public var done: Int
    /// How many there are in all.
    public var total: Int

    /// Told again and again; an error stops it, and the book stays as it was.
    public typealias Report = (BookUpgrade) throws -> Void
}
