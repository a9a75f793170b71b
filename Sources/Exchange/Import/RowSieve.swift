import Receivables

/// Why a row was left out without being wrong.
public enum SkipReason: Int, Sendable, CaseIterable {
    case blank, comment, repeatedHeader, total, pageLine, void, writtenOff, cleared, repeated
    /// A call that somebody means to make.
    case planned
    /// A line of a hand-off list that nobody has filled in.
    case unanswered

    /// `2 totals`.
    func words(_ count: Int) -> String {
        let one = count == 1
        let name =
            switch self {
            case .blank: one ? "blank row" : "blank rows"
            case .comment: one ? "comment" : "comments"
            case .repeatedHeader: one ? "repeated header" : "repeated headers"
            case .total: one ? "total" : "totals"
            case .pageLine: one ? "heading or page line" : "headings or page lines"
            case .void: one ? "document that is void, a draft or pending" : "documents that are void, drafts or pending"
            case .planned: one ? "call that is planned" : "calls that are planned"
            case .writtenOff: one ? "document that was written off" : "documents that were written off"
            case .cleared: one ? "booking that is settled" : "bookings that are settled"
            case .unanswered: "without an answer yet"
            case .repeated: one ? "exact copy of an earlier row" : "exact copies of earlier rows"
            }
        return "\(count) \(name)"
    }
}

/// Tells rows of data from the headings, totals and page lines among them.
struct RowSieve {
    private let keyPlaces: [Int]
    private let headerKeys: [String]
    private let columns: Int
    private let isOfItems: Bool
    /// The header, if the customers are headings with totals in the same row.
    private let headingsOf: Header?

    init(_ header: Header) {
        isOfItems = header.kind == .openItems || header.kind == .invoiceHistory
        headingsOf = header.grouping == .withTotals ? header : nil
        let keys: [ColumnMeaning] =
            switch header.kind {
            case .openItems, .invoiceHistory: [.itemNumber, .day]
            case .customers: [.account]
            case .payments: [.account, .day]
            case .rates: [.currency, .day]
            case .answers: [.dispute]
            case .notes: [.account, header.has(.promisedDay) ? .promisedDay : .day]
            }
        keyPlaces = keys.map { header[$0] }
        headerKeys = header.names.map { HeaderName($0).text }
        columns = header.names.count
    }

    /// Why the row is no data, or nil where it is.
    @inline(__always)
    func skip(_ record: Record) -> SkipReason? {
        if looksLikeData(record) { return nil }
        return skipSlowly(record)
    }

    /// Every key cell is filled, and one of them begins with a digit: no heading does that.
    @inline(__always)
    private func looksLikeData(_ record: Record) -> Bool {
        guard record.count == columns else { return false }
        var sawDigit = false
        for place in keyPlaces {
            let cell = record[place]
            guard let first = cell.first else { return false }
            sawDigit = sawDigit || (first &- 0x30) <= 9
        }
        return sawDigit
    }

    private func skipSlowly(_ record: Record) -> SkipReason? {
        let texts = record.texts
        let filled = texts.filter { !$0.isEmpty }
        guard let first = filled.first else { return .blank }
        if first.hasPrefix("#") || first.hasPrefix("//"), filled.count <= 2 { return .comment }
        if isHeader(texts) { return .repeatedHeader }
        let emptyKeys = keyPlaces.count { place in !texts.indices.contains(place) || texts[place].isEmpty }
        if columns > 2, filled.count == 1, emptyKeys + 1 >= keyPlaces.count { return .pageLine }
        if CustomerLabels.isLabels(filled), !RowSieve.isTotal(first) { return .pageLine }
        if let header = headingsOf, !RowSieve.isTotal(first), CustomerGrouping.isHeading(texts, header) {
            return .pageLine
        }
        if filled.contains(where: RowSieve.isTotal), emptyKeys > 0 || isTotalRow(texts) { return .total }
        if filled.allSatisfy(RowSieve.isRule) { return .pageLine }
        // SAP marks its totals with one to three stars.
        if emptyKeys == keyPlaces.count, first.count <= 3, first.allSatisfy({ $0 == "*" }) { return .total }
        return isBareTotal(texts, emptyKeys: emptyKeys) ? .total : nil
    }

    /// Amounts alone, without a customer, a number or a day.
    private func isBareTotal(_ texts: [String], emptyKeys: Int) -> Bool {
        guard emptyKeys == keyPlaces.count, isOfItems else { return false }
        let filled = texts.indices.filter { !texts[$0].isEmpty }
        return filled.allSatisfy { place in
            var text = texts[place]
            return text.withUTF8 { scanAmount($0) != nil }
        }
    }

    private func isHeader(_ texts: [String]) -> Bool {
        let keys = texts.map { HeaderName($0).text }
        return keys.count >= 2 && keys.elementsEqual(headerKeys.prefix(keys.count))
            && keys.count { !$0.isEmpty } >= 2
    }

    /// A total may stand where the number or the date would.
    private func isTotalRow(_ texts: [String]) -> Bool {
        keyPlaces.contains { texts.indices.contains($0) && RowSieve.isTotal(texts[$0]) }
    }

    private static let totalWords = [
        "total", "subtotal", "sub-total", "grand total", "summe", "gesamt", "zwischensumme", "endsumme", "sum ",
        "report total", "balance forward", "totaal", "sous-total", "subtotaal", "totale", "totaux", "razem", "suma ",
        "ogółem", "i alt", "totalt", "totais", "saldo anterior",
    ]

    private static func isTotal(_ text: String) -> Bool {
        var lower = text.lowercased()
        // ERPNext writes 'Total'.
        while let first = lower.first, "'\"*".contains(first) { lower.removeFirst() }
        return totalWords.contains { lower.hasPrefix($0) }
    }

    /// `-----`.
    private static func isRule(_ text: String) -> Bool { text.allSatisfy { "-=_*".contains($0) } }
}
