/// Who is handed a list of what only they can do (DOMAIN.md §4, "hand-off lists").
public enum HandOff: Hashable, Sendable {
    /// The owner of disputes, by the name under which cases are theirs.
    case department(String)
    case cashApplication, masterData, creditControl

    /// Reads what the command line takes: `cash`, `master-data`, `credit-control`, else a department.
    public init(named text: some StringProtocol) {
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch HandOff.plain(name) {
        case "cash", "cashapplication": self = .cashApplication
        case "masterdata": self = .masterData
        case "creditcontrol": self = .creditControl
        default: self = .department(name)
        }
    }

    /// `Sales`, `Cash application`.
    public var title: String {
        switch self {
        case .department(let name): name
        case .cashApplication: "Cash application"
        case .masterData: "Master data"
        case .creditControl: "Credit control"
        }
    }

    /// Whether both are the same people: departments are named by hand, now in capitals and now not.
    public func isSame(as other: HandOff) -> Bool { HandOff.plain(title) == HandOff.plain(other.title) }

    private static func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// Departments by name, then the others.
    public static func isBefore(_ left: HandOff, _ right: HandOff) -> Bool { left.place < right.place }

    private var place: (Int, String, String) {
        switch self {
        case .department(let name): (0, name.lowercased(), name)
        case .cashApplication: (1, "", "")
        case .masterData: (2, "", "")
        case .creditControl: (3, "", "")
        }
    }
}

/// Whose cases, and when.
public struct HandOffQuery: Hashable, Sendable {
    /// The moment as of which cases are told.
    public var moment: Moment
    /// nil for everybody's.
    public var recipient: HandOff?
    /// Disputes whose answer isn't due yet as well, and those whose item was paid meanwhile.
    public var all: Bool

    /// Creates a query, by default for everyone's cases that are due.
    public init(moment: Moment, recipient: HandOff? = nil, all: Bool = false) {
        self.moment = moment
        self.recipient = recipient
        self.all = all
    }

    /// Whether cases of a kind may be asked for: what no one asked for isn't looked for.
    public func mayWant(_ recipient: HandOff) -> Bool { self.recipient.map { $0.isSame(as: recipient) } ?? true }

    /// Departments have any name, credit control's among them.
    public var wantsDisputes: Bool {
        switch recipient {
        case nil, .department, .creditControl: true
        case .cashApplication, .masterData: false
        }
    }
}
