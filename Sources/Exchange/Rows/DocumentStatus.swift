import Receivables

/// What a status column says, as far as it matters: `status-words.txt`.
enum DocumentStatus: String {
    /// It doesn't count, or not yet.
    case void
    case paid
    /// It is not there yet, or waits to be paid: the other rows tell (`Survey.sawOpenStatus`).
    case pending
    /// Of a payment: it never came in. An invoice whose payment failed is still owed.
    case failed
    /// Of a payment: it came in and went back. Of an invoice: it was taken back.
    case returned
    /// Of a payment: the bank took it back. An invoice whose payment bounced is still owed.
    case bounced
    /// No one will pay it.
    case writtenOff
    case disputed
    /// It says so itself that it is to be paid.
    case open
    case partly
    /// Of a call: it is still to be made.
    case planned
    case other

    init(_ cell: Cell) { self = cell.isEmpty ? .other : DocumentStatus.status(of: cell.text) }

    init(text: String) { self = DocumentStatus.status(of: text) }

    /// `Cancelled by credit note` is cancelled, `not_paid` is open, `50% paid` is paid in part.
    private static func status(of text: String) -> DocumentStatus {
        let words = HeaderWords.parts(of: text)
        // More words say more: `awaiting approval` is not `awaiting`.
        for length in [3, 2, 1] where length <= words.count {
            for (status, stems) in table {
                for start in 0...(words.count - length)
                where stems.contains(words[start..<(start + length)].joined()) {
                    return read(status, text, isNegated: isNegated(words, start..<(start + length)))
                }
            }
        }
        return .other
    }

    /// `Nicht ausgeglichen`, `Paid: no`.
    private static func isNegated(_ words: [String], _ place: Range<Int>) -> Bool {
        words[..<place.lowerBound].contains { negations.contains($0) }
            || words[place.upperBound...].first.map {
                ["no", "false", "nein", "non", "nee", "nej", "nei"].contains($0)
            }
                ?? false
    }

    private static func read(_ status: DocumentStatus, _ text: String, isNegated: Bool) -> DocumentStatus {
        switch status {
        case .paid where isNegated: .open
        case .void where isNegated, .writtenOff where isNegated, .disputed where isNegated: .other
        case .paid where isOfPart(text): .partly
        default: status
        }
    }

    /// `50 %`, `1 of 3`.
    private static func isOfPart(_ text: String) -> Bool {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        if text.contains("%") { return numbers.first.map { $0 != 100 } ?? false }
        return numbers.count == 2 && numbers[0] < numbers[1] && numbers[1] < 100
    }

    private static let negations: Set = [
        "not", "no", "never", "nicht", "nie", "noch", "kein", "keine", "non", "pas", "sin", "nunca", "senza", "mai",
        "niet", "geen", "nao", "sem", "ej", "inte", "icke", "ikke", "utan", "uden", "uten", "niepelnie",
    ]

    /// Whether some status is made of these words.
    static func isKnown(_ text: String) -> Bool { status(of: text) != .other }

    /// In the order in which they are asked.
    private static let table: [(DocumentStatus, Set<String>)] = {
        let lines = WordLines(PackageResources.status_words_txt)
        let order: [DocumentStatus] = [
            .open, .partly, .void, .failed, .writtenOff, .bounced, .returned, .disputed, .pending, .planned, .paid,
        ]
        return order.map { ($0, Set(lines.names($0.rawValue).map { HeaderName($0).text })) }
    }()
}

/// Statuses by their cells, each looked up once.
struct DocumentStatuses {
    private var known: [UInt64: DocumentStatus] = [:]
    /// Statuses that nobody knows, as they stand; the first of them.
    private(set) var unknown: [String] = []

    @inline(__always)
    mutating func status(of cell: Cell) -> DocumentStatus {
        if cell.isEmpty { return .other }
        let key = Fingerprint.of(cell)
        if let status = known[key] { return status }
        let status = DocumentStatus(cell)
        if known.count < 1_000 { known[key] = status }
        if status == .other, unknown.count < 5 { unknown.append(cell.quotable) }
        return status
    }
}
