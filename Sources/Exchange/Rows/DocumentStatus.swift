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
    /// Of a payment: it came in and went back.
    case returned
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

    /// `Cancelled by credit note` is cancelled, `not_paid` is open.
    private static func status(of text: String) -> DocumentStatus {
        let words = HeaderWords.parts(of: text)
        for (status, stems) in table {
            for length in 1...3 where length <= words.count {
                for start in 0...(words.count - length)
                where stems.contains(words[start..<(start + length)].joined()) {
                    return status
                }
            }
        }
        return .other
    }

    /// In the order in which they are asked.
    private static let table: [(DocumentStatus, Set<String>)] = {
        let lines = WordLines(PackageResources.status_words_txt)
        let order: [DocumentStatus] = [
            .open, .partly, .void, .failed, .writtenOff, .returned, .disputed, .pending, .planned, .paid,
        ]
        return order.map { ($0, Set(lines.names($0.rawValue).map { HeaderName($0).text })) }
    }()
}

/// Statuses by their cells, each looked up once.
struct DocumentStatuses {
    private var known: [UInt64: DocumentStatus] = [:]

    @inline(__always)
    mutating func status(of cell: Cell) -> DocumentStatus {
        if cell.isEmpty { return .other }
        let key = Fingerprint.of(cell)
        if let status = known[key] { return status }
        let status = DocumentStatus(cell)
        if known.count < 1_000 { known[key] = status }
        return status
    }
}
