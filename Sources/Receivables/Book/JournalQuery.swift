/// Which entries of the journal are wanted; nil means that a field doesn't restrict.
public struct JournalQuery: Sendable, Hashable {
    /// Only entries about this payer.
    public var payer: AccountNumber?
    /// Only entries of this kind, by its stored name such as `call`.
    public var kind: String?
    /// Only entries of this author, by user name.
    public var author: String?
    /// Only entries made on or after this day.
    public var from: Day?
    /// Only entries made on or before this day.
    public var to: Day?
    /// Only entries before this place, for paging.
    public var before: Int64?
    /// At most this many entries.
    public var limit: Int?
    /// Only entries that hold a remark of a kind.
    public var remark: Remark?

    /// A kind of remark that an entry may hold.
    public enum Remark: String, Sendable, CaseIterable {
        case cause, contact, feedback

        /// What the body of such an entry has in it; words of people can't hold it, their quotation marks being
        /// escaped.
        public var mark: String {
            switch self {
            case .cause: "\"causes\":["
            case .contact: "\"contacts\":["
            case .feedback: "\"feedback\":["
            }
        }
    }

    /// Creates a query for a payer's entries, or for all entries; the other fields are set afterwards.
    public init(payer: AccountNumber? = nil, limit: Int? = nil) {
        self.payer = payer
        self.limit = limit
    }
}
