/// One of the things that an entry agreed: the entry's place in the journal, and which of its promises (or
/// disputes, claims, plans) is meant. So a later entry can name what it answers, replaces or ends.
public struct EntryPart: Hashable, Sendable, Codable, Comparable {
    /// The sequence number of the entry.
    public var entry: Int64
    /// Counted from 0.
    public var nth: Int

    /// Creates a reference, by default to the first of the entry's parts.
    public init(entry: Int64, nth: Int = 0) {
        self.entry = entry
        self.nth = nth
    }

    /// Reads what `description` writes: `12`, `12.2`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let entry = parts.first.flatMap({ Int64($0) }), entry > 0 else { return nil }
        guard parts.count == 2 else {
            self.init(entry: entry)
            return
        }
        guard let place = Int(parts[1]), place >= 1 else { return nil }
        self.init(entry: entry, nth: place - 1)
    }

    /// Whether the left part was recorded earlier.
    public static func < (left: EntryPart, right: EntryPart) -> Bool {
        (left.entry, left.nth) < (right.entry, right.nth)
    }
}

extension EntryPart: CustomStringConvertible {
    /// `12` for the first of entry 12, `12.2` for the second: what lists print and commands take.
    public var description: String { nth == 0 ? "\(entry)" : "\(entry).\(nth + 1)" }
}
