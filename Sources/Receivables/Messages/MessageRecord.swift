/// A message to a customer, as the journal has it.
public struct MessageRecord: Sendable, Hashable, Codable {
    /// What the message was: a reminder, a statement, a confirmation and so on.
    public var kind: MessageKind
    /// By which way it was sent.
    public var channel: MessageChannel
    /// The address.
    public var to: String
    /// To whom, by name; empty where only the address is known.
    public var contact: String
    /// What it asked for or was about.
    public var items: [ItemKey]
    /// What it asked for, per currency.
    public var amounts: [Money]
    /// The step of the cadence that it worked, by its days past due.
    public var step: Int?
    /// What was planned when it was sent.
    public var followUps: [PlannedFollowUp]
    /// Lines that the caller took out of the template's words (`- `) and put in (`+ `); nil where nothing was changed.
    public var changes: [String]?

    /// Creates a message as it is recorded; by default an e-mail.
    public init(
        kind: MessageKind, channel: MessageChannel = .email, to: String, contact: String = "", items: [ItemKey] = [],
        amounts: [Money] = [], step: Int? = nil, followUps: [PlannedFollowUp] = []
    ) {
        self.kind = kind
        self.channel = channel
        self.to = to
        self.contact = contact
        self.items = items
        self.amounts = amounts
        self.step = step
        self.followUps = followUps
    }

    /// `reminder by e-mail to ap@northwind.example, 10,300.00 GBP on 3 items`
    public var words: String {
        let money = amounts.map(\.withCurrency).joined(separator: ", ")
        let on = items.count == 1 ? items[0].number : "\(items.count) items"
        let what = money.isEmpty ? (items.isEmpty ? "" : ", \(on)") : ", \(money) on \(on)"
        return "\(kind.title) by \(channel.rawValue) to \(to)\(what)" + (changes == nil ? "" : ", edited")
    }

    /// What was changed of a text, line by line, in the order of the lines.
    public static func changes(from old: String, to new: String) -> [String] {
        func lines(_ text: String) -> [Substring] { text.split(whereSeparator: \.isNewline) }
        let difference = lines(new).difference(from: lines(old))
        return difference.removals.map { change in
            if case .remove(_, let line, _) = change { "- \(line)" } else { "" }
        }
            + difference.insertions.map { change in
                if case .insert(_, let line, _) = change { "+ \(line)" } else { "" }
            }
    }
}
