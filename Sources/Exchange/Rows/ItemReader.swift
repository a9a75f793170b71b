import Receivables

/// Reads a row of open items or of an invoice history.
struct ItemReader {
    private let header: Header
    private let how: OpenAmount
    private let hasLines: Bool

    /// How a file says what is open.
    private enum OpenAmount {
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

    /// Whether the row says only what is open.
    private func saysOpenOnly(_ record: Record) -> Bool {
        switch how {
        case .stated, .byAge: !header.has(.amount) || record[header[.amount]].isEmpty
        case .debitAndCredit, .allOfIt: true
        case .lessApplied, .settledDay: false
        }
    }

    private var amountColumn: ColumnMeaning {
        if hasLines { return .unitAmount }
        return header.has(.amount) ? .amount : how == .debitAndCredit ? .debit : .open
    }

    private func amounts(
        _ record: Record, _ number: String, _ currency: (Currency, exponent: Int), _ cells: inout CellReader
    ) throws(RowRefusal) -> (amount: Int64, open: Int64?) {
        switch how {
        case .stated:
            var open = try cells.amount(.open, record, currency)
            guard header.has(.amount) else { return (open, open) }
            if let lost = try writtenOff(open, record, currency, &cells) { open -= lost }
            if let amount = try cells.optionalAmount(.amount, record, currency) { return (amount, open) }
            cells.notices.note(.noAmount, line: record.line, example: number.visible())
            return (open, open)
        case .byAge:
            let open = try cells.sum(of: header.buckets, record, currency)
            return (try header.has(.amount) ? cells.optionalAmount(.amount, record, currency) ?? open : open, open)
        case .lessApplied:
            let amount = try cells.amount(.amount, record, currency)
            // A debt is lowered by what was paid, credited or written off, whichever sign that has.
            let lowering: [ColumnMeaning] = [.applied, .writtenOff] + (header.has(.debit) ? [] : [.credit])
            var open = amount
            for meaning in lowering where header.has(meaning) {
                let part = try cells.optionalAmount(meaning, record, currency) ?? 0
                open -= amount > 0 && part < 0 ? -part : part
            }
            return (amount, open)
        case .debitAndCredit:
            let debit = try cells.optionalAmount(.debit, record, currency)
            let credit = header.has(.credit) ? try cells.optionalAmount(.credit, record, currency) : nil
            guard debit != nil || credit != nil else { throw RowRefusal(column: .debit, reason: "no amount") }
            let amount = (debit ?? 0) - (credit ?? 0)
            return (amount, amount)
        case .settledDay: return (try cells.amount(.amount, record, currency), nil)
        case .allOfIt:
            let amount = hasLines ? try line(record, currency, &cells) : try cells.amount(.amount, record, currency)
            return (amount, amount)
        }
    }

    /// What was written off of an item and is still part of its open amount: then the open amount is all that wasn't
    /// paid.
    private func writtenOff(
        _ open: Int64, _ record: Record, _ currency: (Currency, exponent: Int), _ cells: inout CellReader
    ) throws(RowRefusal) -> Int64? {
        guard header.has(.writtenOff), let lost = try cells.optionalAmount(.writtenOff, record, currency), lost > 0,
            let amount = try cells.optionalAmount(.amount, record, currency)
        else { return nil }
        let paid = header.has(.applied) ? try cells.optionalAmount(.applied, record, currency) ?? 0 : 0
        guard amount - paid == open, lost <= open else { return nil }
        cells.notices.note(.writtenOff, line: record.line)
        return lost
    }

    /// Quantity × unit amount, rounded half-up at the currency's exponent.
    private func line(
        _ record: Record, _ currency: (Currency, exponent: Int), _ cells: inout CellReader
    ) throws(RowRefusal) -> Int64 {
        let unit = try cells.amount(.unitAmount, record, currency)
        guard header.has(.quantity) else { return unit }
        let cell = cells.cell(.quantity, record)
        guard let quantity = try? scanAmount(cell, cells.sign(.quantity, record)).minor(exponent: 6)?.amount else {
            throw RowRefusal(column: .quantity, reason: "“\(cell.quotable)” is no quantity")
        }
        let product = Int128(unit) * Int128(quantity)
        let rounded = (product + (product < 0 ? -500_000 : 500_000)) / 1_000_000
        guard rounded.magnitude <= UInt128(ScannedAmount.largest) else {
            throw RowRefusal(column: .unitAmount, reason: "too large to be true")
        }
        return Int64(rounded)
    }

    /// Stated, else by the row's terms, else left to the book (DOMAIN.md §1).
    ///
    /// - Returns: the terms that gave the due day, where terms did.
    private func setDue(
        of item: inout ItemRow, _ record: Record, _ cells: inout CellReader
    ) throws(RowRefusal) -> Terms? {
        if let terms = cells.wordsOfDue(record) {
            item.due = terms.due(from: try cells.baseline(of: item.issued, record))
            item.dueFrom = .rowTerms
            cells.notices.note(.dueByTerms, line: record.line, example: item.number.visible())
            return terms
        }
        switch try cells.day(.due, record) {
        case .day(let day):
            item.due = day
            if day < item.issued {
                cells.notices.note(.dueBeforeIssued, line: record.line, example: item.number.visible())
            }
            return nil
        case .endless: cells.notices.note(.endlessDue, line: record.line)
        case .none: break
        }
        if let due = cells.dueByAge(record), due >= item.issued {
            item.due = due
            cells.notices.note(.dueByAge, line: record.line, example: item.number.visible())
            return nil
        }
        if let days = try cells.daysOfPayment(record) {
            item.due = try cells.baseline(of: item.issued, record).advanced(by: days)
            cells.notices.note(.dueByDays, line: record.line, example: item.number.visible())
            return nil
        }
        if let terms = cells.terms(.terms, record) ?? cells.terms(.accountTerms, record) {
            item.due = terms.due(from: try cells.baseline(of: item.issued, record))
            item.dueFrom = .rowTerms
            cells.notices.note(.dueByTerms, line: record.line, example: item.number.visible())
            return terms
        }
        cells.notices.note(.noDue, line: record.line, example: item.number.visible())
        return nil
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
