import Receivables

/// Somebody in the batch of reminders.
public struct ReminderRow: Sendable, Hashable {
    public let payer: AccountNumber
    public let name: String
    /// Empty for who is left out.
    public let to: String
    public let amounts: [Money]
    /// What would be sent: `reminder`, `statement`.
    public let kind: MessageKind
    /// Why nothing is sent.
    public let leftOut: String?

    public init(
        payer: AccountNumber, name: String, to: String = "", amounts: [Money] = [], kind: MessageKind = .reminder,
        leftOut: String? = nil
    ) {
        self.payer = payer
        self.name = name
        self.to = to
        self.amounts = amounts
        self.kind = kind
        self.leftOut = leftOut
    }
}

/// All reminders that are due, and who is left out; sent one after the other, each looked at again before.
struct ReminderList: Sendable {
    /// Nil until the book has answered. Those who get one come first.
    private(set) var rows: [ReminderRow]?
    /// What became of each, by its place.
    private(set) var fates: [Int: Fate] = [:]
    private(set) var stage = Stage.choosing
    /// Left out by the caller.
    private var excluded: Set<AccountNumber> = []
    var cursor = ListCursor()

    enum Fate: Sendable, Hashable {
        /// Recorded, and in the outbox or at the mail command.
        case written
        case leftOut(String)
        case failed(String)
    }

    enum Stage: Sendable, Hashable {
        case choosing
        /// It was said how many go out and to whom; nothing has been sent.
        case asking
        /// The row at this place is being sent, by the id of its message.
        case sending(Int, id: String)
        /// As `sending`, but nothing is begun after it.
        case stopping(Int, id: String)
        case done(isStopped: Bool)
    }

    mutating func show(_ rows: [ReminderRow]) {
        self.rows = rows.filter { $0.leftOut == nil } + rows.filter { $0.leftOut != nil }
    }

    var toSend: Int { rows?.count(where: isSent) ?? 0 }

    /// Whether it goes out, as far as is known before.
    func isSent(_ row: ReminderRow) -> Bool { row.leftOut == nil && !excluded.contains(row.payer) }

    /// Leaves the row under the cursor out, or takes it back in.
    mutating func toggle() {
        guard let row = selected, row.leftOut == nil else { return }
        if excluded.remove(row.payer) == nil { excluded.insert(row.payer) }
    }

    var selected: ReminderRow? {
        guard let rows, rows.indices.contains(cursor.index) else { return nil }
        return rows[cursor.index]
    }

    mutating func ask() { if stage == .choosing { stage = .asking } }
    mutating func choose() { if stage == .asking { stage = .choosing } }

    /// `Send 12: Northwind Traders, Kestrel Ltd and 10 more?`
    var question: String {
        let names = (rows ?? []).filter(isSent).map(\.name)
        let more = names.count > ReminderList.named ? " and \(names.count - ReminderList.named) more" : ""
        return "Send \(names.count): \(names.prefix(ReminderList.named).joined(separator: ", "))\(more)?"
    }

    private static let named = 3
    var written: Int { fates.values.count { $0 == .written } }
    /// The mail command that the messages were handed to; nil where there is none.
    var program: String?

    /// Goes on to the next row, if there is one.
    ///
    /// - Returns: whose message is to be sent.
    mutating func proceed(id: String) -> ReminderRow? {
        let next: Int
        switch stage {
        case .choosing, .asking: next = 0
        case .sending(let place, _): next = place + 1
        case .stopping:
            stage = .done(isStopped: true)
            return nil
        case .done: return nil
        }
        guard let rows, let place = rows.indices.dropFirst(next).first(where: { isSent(rows[$0]) }) else {
            stage = .done(isStopped: false)
            return nil
        }
        stage = .sending(place, id: id)
        return rows[place]
    }

    /// - Returns: whether it was the message that is awaited.
    mutating func show(_ fate: Fate, of id: String) -> Bool {
        switch stage {
        case .sending(let place, id), .stopping(let place, id): fates[place] = fate
        default: return false
        }
        return true
    }

    /// What is under way is still waited for; nothing is begun after it.
    mutating func stop() {
        if case .sending(let place, let id) = stage { stage = .stopping(place, id: id) }
    }

    /// `7/23 in the outbox; left out: 14 everything disputed, 2 on hold`
    var summary: String {
        var why: [String: Int] = [:]
        for row in rows ?? [] {
            if let reason = row.leftOut {
                why[LeftOut.brief(reason), default: 0] += 1
            } else if excluded.contains(row.payer) {
                why["excluded by you", default: 0] += 1
            }
        }
        for fate in fates.values {
            switch fate {
            case .written: break
            case .leftOut(let reason), .failed(let reason): why[LeftOut.brief(reason), default: 0] += 1
            }
        }
        let reasons = why.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        let place = program.map { "handed to \($0)" } ?? "in the outbox"
        return "\(written)/\(rows?.count ?? 0) \(place)"
            + (reasons.isEmpty ? "" : "; left out: \(reasons.joined(separator: ", "))")
    }
}
