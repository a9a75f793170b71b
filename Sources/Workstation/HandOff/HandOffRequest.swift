import Receivables

/// A recipient's list as a file.
public struct HandOffRequest: Sendable, Hashable {
    /// The cases that are listed.
    public var query: HandOffQuery
    /// The department or person that the list is for.
    public var recipient: HandOff
    /// A message with the list attached, instead of the list alone.
    public var isMessage: Bool
}
