/// Why money is late, at the root (DOMAIN.md §4): what would have to change so that it isn't the next time.
public enum RootCause: String, Sendable, Codable, CaseIterable {
    case customerProcess = "customer's process"
    case customerCash = "customer's cash"
    case priceOrContract = "price or contract"
    case invoice = "our invoice"
    case deliveryOrQuality = "delivery or quality"
    case answerLate = "our answer late"
    case cashApplication = "cash application"
    case bank, other

    /// Reads its name, or as much of its words as only one cause has.
    public static func named(_ text: some StringProtocol) -> Result<RootCause, RemarkProblem> {
        let wanted = plain(text)
        guard !wanted.isEmpty else { return .failure(.noCause) }
        if let found = allCases.first(where: { plain($0.rawValue) == wanted }) { return .success(found) }
        let meant = allCases.filter { cause in
            plain(cause.rawValue).hasPrefix(wanted)
                || cause.rawValue.split(separator: " ").contains { plain($0).hasPrefix(wanted) }
        }
        guard let only = meant.first else { return .failure(.unknownCause(String(text))) }
        return meant.count == 1 ? .success(only) : .failure(.severalCauses(meant))
    }

    private static func plain(_ text: some StringProtocol) -> String { text.lowercased().filter(\.isLetter) }
}

extension RootCause {
    /// Who in the house could do away with it; nil for what only the customer, or a bank, can change.
    public var department: String? {
        switch self {
        case .priceOrContract: "Sales"
        case .invoice: "Billing"
        case .deliveryOrQuality: "Logistics"
        case .answerLate: "the person who owes the answer"
        case .cashApplication: "Cash application"
        case .customerProcess, .customerCash, .bank, .other: nil
        }
    }
}
