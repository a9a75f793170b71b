/// What is wrong, as the customer sees it, and who as a rule answers it (DOMAIN.md §4).
public enum DisputeReason: String, Sendable, Codable, CaseIterable {
    case price, quantity, quality
    case notReceived = "not received"
    case noPurchaseOrder = "no PO"
    case duplicate, tax, terms
    case wrongEntity = "wrong entity"
    case deduction, other
    /// The ERP says no more than that it is disputed.
    case inERP = "disputed in the ERP"

    /// Those that a caller names.
    public static let sayable = allCases.filter { $0 != .inERP }

    /// The department to which a case goes where no one says otherwise.
    public var usualOwner: String {
        switch self {
        case .price, .terms, .deduction: "Sales"
        case .quantity, .notReceived: "Logistics"
        case .quality: "Quality"
        case .noPurchaseOrder, .duplicate, .tax, .wrongEntity: "Billing"
        case .other, .inERP: "Credit control"
        }
    }

    /// Finds a reason by its name: case, spaces, `-` and `_` aside; or by its beginning, if only one begins so.
    public init?(named text: some StringProtocol) {
        func plain(_ name: some StringProtocol) -> String { name.lowercased().filter(\.isLetter) }
        let wanted = plain(text)
        guard !wanted.isEmpty else { return nil }
        let begun = DisputeReason.sayable.filter { plain($0.rawValue).hasPrefix(wanted) }
        guard let found = begun.first(where: { plain($0.rawValue) == wanted }) ?? (begun.count == 1 ? begun[0] : nil)
        else { return nil }
        self = found
    }
}
