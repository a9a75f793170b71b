import Receivables

/// Reads a row of open items or of an invoice history.
struct ItemReader {
    let header: Header
    let how: OpenAmount
    let hasLines: Bool

    /// How a file says what is open.
    enum OpenAmount {
        case stated, byAge, lessApplied, debitAndCredit, settledDay, allOfIt
    }

    init(_ header: Header) {
        self.header = header
        hasLines = header.has(.unitAmount) && !header.has(.amount) && !header.has(.open)
        how =
            if header.has(.open) {
                .stated
            } else if header.isOpenByAge {
                .byAge
            } else if header.has(.applied) {
                .lessApplied
            } else if header.has(.debit) {
                .debitAndCredit
            } else if header.kind == .invoiceHistory {
                .settledDay
            } else {
                .allOfIt
            }
    }

    /// What is assumed of every row, for the report.
    var assumption: String? {
        guard how == .allOfIt else { return nil }
        let column = header.name(hasLines ? .unitAmount : .amount)
        return "no column says what is open: \(column) is taken as open in full"
    }

    /// Rows of one document are its lines, to be added up.
    var addsLines: Bool { hasLines }

    /// - Parameters:
    ///   - place: of the account among those met in the file.
    ///   - isShared: other rows are of the same document.
    func read(
        _ record: Record, account: AccountNumber, place: Int, isShared: Bool = false, _ cells: inout CellReader
    ) throws(RowRefusal) -> RowOutcome {
        if try cells.isVoid(record) { return .skipped(.void) }
        if try isCleared(record, &cells) { return .skipped(.cleared) }
        if cells.isOffer(record) { return .skipped(.void) }
        let status = cells.status(record)
        switch status {
        case .void, .returned: return .skipped(.void)
        case .pending where cells.conventions.pendingIsVoid: return .skipped(.void)
        case .writtenOff: return .skipped(.writtenOff)
        default: break
        }
        let currency = try cells.currency(record, amount: amountColumn)
        let number = try cells.itemNumber(record)
        var (amount, open) = try amounts(record, number, currency, &cells)
        if try isTurned(record, &cells) { (amount, open) = (-amount, open.map { -$0 }) }
        if let open, (open < 0) != (amount < 0), open != 0, amount != 0 {
            cells.notices.note(.otherSign, line: record.line, example: number.visible())
        }
        if amount > 0, open != 0, isLikeCredit(number) {
            cells.notices.note(.likeCredit, line: record.line, example: number.visible())
        }
        if let open, how == .stated, (open < 0) == (amount < 0), open.magnitude > amount.magnitude {
            cells.notices.note(.openAbove, line: record.line, example: number.visible())
        }
        let paid: Flag = header.isOpenFlag ? .no : .yes
        if status == .paid || header.has(.paidFlag) && Flag(cells.text(.paidFlag, record)) == paid {
            if how == .allOfIt || how == .settledDay && cells.isBlank(.settled, record) { open = 0 }
            if open.map({ $0 != 0 }) ?? false {
                cells.notices.note(.paidButOpen, line: record.line, example: number.visible())
            }
        }
        if status == .partly, how == .allOfIt && open != 0 || how == .settledDay && cells.isBlank(.settled, record) {
            throw RowRefusal(column: .status, reason: "paid in part, and no column says what is still open")
        }
        let issued = try cells.requiredDay(.day, record)
        if !isShared, isOnAccount(record, number, open ?? amount, &cells) {
            cells.notices.note(.onAccount, line: record.line, example: number.visible())
            return .payment(
                PaymentRow(
                    line: record.line, account: account, company: cells.identifier(.company, record), day: issued,
                    currency: currency.0, amount: -(open ?? amount), reference: number))
        }
        guard !number.isEmpty else { throw RowRefusal(column: .itemNumber, reason: "no invoice number") }
        var item = ItemRow(
            line: record.line, account: account, company: cells.identifier(.company, record), number: number,
            purchaseOrder: cells.text(.purchaseOrder, record), issued: issued, due: nil, currency: currency.0,
            amount: amount, open: open, onceDisputed: Flag(cells.text(.disputed, record)) == .yes,
            source: cells.source(record))
        item.accountPlace = place
        item.isAmountUnknown = saysOpenOnly(record)
        setDispute(of: &item, status, record, cells)
        let terms = try setDue(of: &item, record, &cells)
        if case .day(let day) = try cells.day(.settled, record) { item.settled = day }
        if let retained = try retained(of: &item, record, currency, &cells) { return .items([item, retained]) }
        if case .instalments = item.dueFrom == .rowTerms ? terms : nil {
            return .items(ItemReader.parts(of: item, terms))
        }
        return .item(item)
    }

    /// Whether the row's amounts have the other sign than they are written with. Debits and credits have their side
    /// already.
    private func isTurned(_ record: Record, _ cells: inout CellReader) throws(RowRefusal) -> Bool {
        if how == .debitAndCredit, cells.conventions.marks != .ledger { return false }
        return try cells.isNegative(record)
    }

    /// Whether the row was settled against others: by a mark in capitals, as a partial one has small letters. What is
    /// open of a row, where that is said, goes before a mark.
    private func isCleared(_ record: Record, _ cells: inout CellReader) throws(RowRefusal) -> Bool {
        guard header.kind == .openItems, header.has(.clearing), how == .debitAndCredit || how == .allOfIt else {
            return false
        }
        let mark = cells.text(.clearing, record)
        guard mark.contains(where: { $0.isLetter && !$0.isLowercase || $0.isNumber && $0 != "0" }) else { return false }
        let currency = try cells.currency(record, amount: amountColumn)
        var (amount, _) = try amounts(record, "", currency, &cells)
        if try isTurned(record, &cells) { amount = -amount }
        cells.cleared.add(amount, currency.0, line: record.line)
        return true
    }

    private func setDispute(of item: inout ItemRow, _ status: DocumentStatus, _ record: Record, _ cells: CellReader) {
        guard header.kind == .openItems else { return }
        if header.has(.disputed) {
            item.erpDispute = erpDispute(cells.text(.disputed, record))
        } else if status == .disputed {
            item.erpDispute = .marked(cells.text(.status, record))
        } else if cells.conventions.saysDisputes {
            item.erpDispute = .none
        }
        if case .marked = item.erpDispute { item.onceDisputed = true }
    }

    /// What is held back of an item until the work is accepted, as an item of its own that no one asks for; the item
    /// keeps the rest.
    private func retained(
        of item: inout ItemRow, _ record: Record, _ currency: (Currency, exponent: Int), _ cells: inout CellReader
    ) throws(RowRefusal) -> ItemRow? {
        guard header.kind == .openItems, header.has(.retained), let open = item.open,
            let part = try cells.optionalAmount(.retained, record, currency), part > 0, part <= open
        else { return nil }
        cells.notices.note(.retained, line: record.line, example: item.number.visible())
        var held = item
        held.number += "/retainage"
        (held.amount, held.open) = (part, part)
        held.erpDispute = .marked("retainage")
        item.amount -= min(part, item.amount)
        item.open = open - part
        return held
    }

    /// The parts of an item whose terms are instalments: what was paid was paid of the first ones.
    private static func parts(of item: ItemRow, _ terms: Terms?) -> [ItemRow] {
        let schedule = terms?.schedule(of: Money(minor: item.amount, item.currency), issued: item.issued) ?? []
        var paid = item.amount - (item.open ?? item.amount)
        return schedule.enumerated().map { nth, share in
            var part = item
            if nth > 0 { part.number += "/\(nth + 1)" }
            (part.amount, part.due) = (share.amount.minor, share.due)
            let settled = nth == schedule.count - 1 ? paid : min(paid, share.amount.minor)
            part.open = item.open.map { _ in share.amount.minor - settled }
            paid -= settled
            return part
        }
    }

    /// Money that came in without an invoice stands among the open items with a type of its own, or at least a
    /// number that says so.
    private func isOnAccount(_ record: Record, _ number: String, _ open: Int64, _ cells: inout CellReader) -> Bool {
        guard header.kind == .openItems, open < 0 else { return false }
        if header.has(.documentType) { return cells.isPayment(record) }
        let letters = number.prefix { $0.isASCII && $0.isLetter }.uppercased()
        return ["PMT", "PAY", "PYMT", "PAYMENT", "RCPT"].contains(letters)
    }

    /// Whether only the number of a document says that it lowers the debt: `CN-12`.
    private func isLikeCredit(_ number: String) -> Bool {
        guard header.kind == .openItems, !header.has(.documentType), !header.has(.debitOrCredit), how != .debitAndCredit
        else { return false }
        let letters = number.prefix { $0.isASCII && $0.isLetter }.uppercased()
        return letters.count < number.count && ItemReader.credits.contains(letters)
    }

    private static let credits: Set = [
        "CN", "CRN", "CM", "CRM", "SCN", "GS", "GU", "GUT", "AV", "AVO", "NC", "KFS", "KOR", "RINV", "PMT", "PAY",
        "PYMT",
        "RCPT", "REC",
    ]

    /// A flag, a status or a reason code: whatever doesn't say that there is no dispute says that there is one.
    private func erpDispute(_ text: String) -> ErpDispute {
        let word = text.lowercased()
        if word.allSatisfy({ "0-. ".contains($0) }) || Flag(word) == .no || ItemReader.undisputed.contains(word) {
            return .none
        }
        return .marked(Flag(word) == .yes || ItemReader.flags.contains(word) ? "" : text)
    }

    private static let flags: Set = ["disputed", "dispute", "open"]
    private static let undisputed: Set = [
        "none", "not disputed", "undisputed", "closed", "resolved", "settled",
        "released", "n/a",
    ]
}
