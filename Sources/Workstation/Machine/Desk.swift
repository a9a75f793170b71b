import Receivables
import Terminal

/// What the workstation is given by the program around it, and never makes up itself: who works, on which book,
/// how it looks, which keys do what, and the four things that are not values: zones, telephone numbers, ids and the
/// reading day.
///
/// A class, for nothing in it ever changes and every view holds it.
public final class Desk: Sendable {
    /// As the status line names the book: `acme.duly`.
    public let bookName: String
    /// Who writes the entries.
    public let author: String
    /// Colours, marks and glyphs.
    public let theme: Theme
    /// Which key does what.
    public let bindings: KeyBindings
    /// What the user means to reach in a day.
    public let targets: Targets
    /// The offset of a time zone at a moment; nil for a zone that isn't known.
    public let offset: ZoneOffset
    /// Reads the numbers that are typed; nothing that draws calls it.
    public let telephones: TelephoneParser
    /// A new random id for a draft, and so for the entry that it becomes.
    public let newID: @Sendable () -> String
    /// Who calls, as it is said aloud.
    public let caller: TalkCaller
    /// What can be said on a call.
    public let tracks: TrackLibrary
    /// What is wrong with the user's own files, as sentences; the defaults are used instead.
    public let complaints: [String]
    /// The moment at which the clock stands still. The book is then only read.
    public let asOf: Instant?

    /// Creates a desk; by default with the standard theme and keys, without targets and with a running clock.
    public init(
        bookName: String, author: String, theme: Theme = .standard, bindings: KeyBindings = .standard,
        targets: Targets = Targets(), offset: @escaping ZoneOffset,
        telephones: @escaping TelephoneParser = { text, _ in TelephoneNumber.international(text) },
        newID: @escaping @Sendable () -> String, caller: TalkCaller? = nil, tracks: TrackLibrary = .none,
        complaints: [String] = [], asOf: Instant? = nil
    ) {
        self.bookName = bookName
        self.author = author
        self.theme = theme
        self.bindings = bindings
        self.targets = targets
        self.offset = offset
        self.telephones = telephones
        self.newID = newID
        self.caller = caller ?? TalkCaller(name: author)
        self.tracks = tracks
        self.complaints = complaints
        self.asOf = asOf
    }
}
