import Receivables

extension ImportError {
    /// What is wrong, where, and what to do: the one place that words it.
    public var sentence: String { [finding, columnAdvice?.visible()].compactMap(\.self).joined(separator: " ") }

    /// The same without the options of `duly import` that say what columns hold, for where there is another way.
    public var finding: String { fileSentence.visible(keepingLines: true) }

    private var fileSentence: String {
        switch self {
        case .missing(let file): "\(file): no such file."
        case .unreadable(let file, let why): "\(file) can't be read: \(why)."
        case .notAFile(let file):
            "\(file) is a pipe or a device, and an import reads its file twice. Save it to a file first."
        case .changed(let file):
            """
            \(file) changed while it was read, so something is still writing to it. Nothing was imported; import \
            it again
            """
                + " when it is complete."
        case .empty(let file): "\(file) is empty. Export it again."
        case .foreign(let file, let format): "\(file) is \(format.rawValue), not CSV. \(format.advice)"
        case .sheet(let file, let error): "\(file) \(error.words)"
        case .rivalSheets(let file, let sheets):
            "\(file) has \(sheets.count) sheets with the same columns, and each may be meant: "
                + "\(sheets.map { "“\($0)”" }.joined(separator: ", "))."
        case .damagedArchive(let file, let unpacked):
            """
            \(file) can't be unpacked beyond its first \(unpacked) bytes of text: it is damaged or was cut short. \
            Copy it again.
            """
        case .unmarkedUTF16(let file, let isLittleEndian):
            "\(file) is UTF-16 \(isLittleEndian ? "LE" : "BE") without a byte order mark. Save it as CSV UTF-8, or say "
                + "--encoding \(isLittleEndian ? "utf-16le" : "utf-16be")."
        case .nulBytes(let file, let count):
            "\(file) holds \(count) NUL bytes, so it is no text or is damaged. Export it again."
        case .unclearEncoding(let file, let readings, let isKnown):
            (isKnown
                ? "\(file) is not UTF-8, and more than one encoding fits.\n"
                : "\(file) is not UTF-8, and none of the encodings that Duly recognises fits well.\n")
                + readings.map(\.sideBySide).joined(separator: "\n")
                + (isKnown
                    ? "\nSay which: " + readings.map { "--encoding \($0.encoding.name)" }.joined(separator: " or ")
                        + "."
                    : "\nSave it as CSV UTF-8, or say which it is, such as --encoding windows-1257; duly import --help "
                        + "lists them.")
        case .unknownEncoding(let file, let encoding):
            "\(file): this system’s iconv can’t read \(encoding.rawValue). Save the file as CSV UTF-8."
        case .unterminatedQuote(let file, let line):
            "\(file), line \(line): a quote opened here never closes. Nothing was imported; "
                + "double the quote inside the text, or close it."
        case .longCell(let file, let line, let bytes):
            """
            \(file), line \(line): a cell of more than \(bytes) bytes. Export it again; probably a line's end is \
            missing.
            """
        default: profileSentence ?? headerSentence ?? conventionSentence
        }
    }

    private var profileSentence: String? {
        switch self {
        case .profileMisfit(let file, let profile, let missing, let line):
            """
            \(file), line \(line): no column \(missing.map { "“\($0)”" }.joined(separator: ", ")), which the \
            profile \(profile)
            """
                + " names. Correct the profile, or import without it."
        case .profileContradicted(let file, let profile, let column, let says, let proof):
            """
            \(file), column \(column): \(proof.text) on line \(proof.line) can't be \(says), as the profile \
            \(profile) says.
            """
                + " Correct the profile, or say it on the command line."
        default: nil
        }
    }

    private var headerSentence: String? {
        switch self {
        case .endlessLine(let file, let bytes):
            """
            \(file), line 1: it doesn't end within \(bytes) bytes, so this is no table. Export it again, one row \
            to a line.
            """
        case .noHeader(let file, let cells):
            cells.isEmpty
                ? "\(file) has no header: all of its lines are blank."
                : "\(file) has no row that names its columns in words that are known here. The first one reads: "
                    + "\(cells.joined(separator: ", ")). Export it with headers, or say what the columns hold."
        case .missingColumns(let file, let line, let kind, let missing, let found):
            "\(file), line \(line): no column for the \(missing.joined(separator: " and the ")), which "
                + "\(kind.words) need. Found: \(found.joined(separator: ", "))."
        case .noOpenAmounts(let file, let line, let column):
            "\(file), line \(line): these are billing documents by net amount (\(column)), which says neither what the "
                + "customer owes nor what was paid. Export the journal items of accounts receivable instead."
        case .summary(let file, let line):
            "\(file), line \(line): this is a summary: what each customer owes, and no invoices. Export the detail, "
                + "a row for each invoice. If it lists customers and contacts, --kind customers takes those."
        case .bookings(let file, let line):
            "\(file), line \(line): these are bookings, no open items: each row names two accounts, and none says "
                + "what is still open. Export the open items of accounts receivable."
        case .payables(let file, let line):
            "\(file), line \(line): these are items of suppliers, which you owe. Export the open items of customers: "
                + "accounts receivable."
        case .otherDocuments(let file, let line, let column):
            "\(file), line \(line): each row is a document with a number of its own (\(column)), and none says what is "
                + "owed. Export the open items. If it lists customers, --kind customers takes those."
        case .unclearKind(let file, let line):
            "\(file), line \(line): the columns fit a list of open items and one of payments, and nothing tells "
                + "which it is. Say --kind open-items or --kind payments."
        case .rivalColumns(let file, let line, let meaning, let columns):
            "\(file), line \(line): \(columns.count) columns may be the \(meaning.words), and they differ.\n"
                + columns.map { "  \($0.header): \($0.values.joined(separator: "; "))" }.joined(separator: "\n")
                + "\nSay which: "
                + columns.map { "--column \(meaning.key)=\"\($0.header)\"" }.joined(separator: " or ")
        case .scaledAmounts(let file, let line, let column, let unit):
            "\(file), line \(line): \(column) is in \(unit) by its name. Export the amounts in whole units of the "
                + "currency with their decimals, or leave the column aside with --column aside=\"\(column)\"."
        case .otherCurrency(let file, let column, let named, let currencies, let row):
            "\(file), line \(row.line): \(column) is in \(named) by its name, and \(currencies) says \(row.text).\n"
                + "Say which: --currency \(named) --column aside=\"\(currencies)\", or "
                + "--column currency=\"\(currencies)\""
        case .openingBalance(let file, let column, let balance):
            "\(file), line \(balance.line): \(column) is a balance that runs on from row to row, and it begins with "
                + "money that no row explains (\(balance.text)). Export the open items, or the account from its "
                + "first row."
        case .accountBalance(let file, let column, let balance):
            "\(file), line \(balance.line): \(column) is the same in all rows of a customer and above the row's own "
                + "amount (\(balance.text)): it is the customer's balance. Export what is open of each invoice, or say "
                + "--column aside=\"\(column)\" if nothing was paid of the amounts."
        case .unclearOpenAmount(let file, let line, let column, let value, let amount, let whole):
            "\(file), line \(line): no column is known for what is open, and \(column) may be it, or what was paid: "
                + "\(value.text) of \(whole) (\(amount)) on line \(value.line).\n"
                + "Say which: --column open=\"\(column)\", --column applied=\"\(column)\" or "
                + "--column aside=\"\(column)\""
        case .noCurrency(let file):
            "\(file) names no currency. Give one, such as --currency USD."
        default: nil
        }
    }

    /// How columns are named that the header doesn't.
    private var columnAdvice: String? {
        let others = ", in a profile, or in the workstation by :import."
        switch self {
        case .noHeader(_, let cells) where !cells.isEmpty: return "Such as --column account=HEADER" + others
        case .missingColumns(_, _, _, let missing, _):
            let meanings = ColumnMeaning.nameable.filter { missing.contains($0.words) }
            let words = (meanings.isEmpty ? [.amount] : meanings).map { "--column \($0.key)=HEADER" }.joined(
                separator: " ")
            return "If one of them is it, say so: \(words)" + others
        case .rivalSheets(_, let sheets):
            let words = sheets.map { "--sheet \"\($0)\"" }.joined(separator: " or ")
            return "Say which: \(words). Add --partial: a full extract settles the items that it doesn't list."
        case .exchangedDates: return "If the days are right, say --dates with the order of the others."
        case .contradictoryMarks(_, let column, _, _): return "Such as --column aside=\"\(column)\"" + others
        default: return nil
        }
    }

    private var conventionSentence: String {
        switch self {
        case .ambiguousDates(let file, let column, let samples, let hint):
            "\(file), column \(column): the dates fit more than one order.\n"
                + samples.map(\.sideBySide).joined(separator: "\n") + (hint.isEmpty ? "" : "\n\(hint)")
                + "\nSay which: --dates \(orders(samples))."
        case .contradictoryDates(let file, let column, let first, let second):
            "\(file), column \(column): \(first.text) on line \(first.line) and \(second.text) on line \(second.line) "
                + "can't be of one order. Export the file again, or give --dates and lose the rows that don't fit."
        case .destroyedDates(let file, let column, let sample):
            "\(file), column \(column): a spreadsheet saved the dates as minutes and seconds (\(sample.text) on line "
                + "\(sample.line)); they are lost. Export the file again, and don't open it in between."
        case .exchangedDates(let file, let column, let understood, let left):
            "\(file), column \(column): a spreadsheet has read some dates in another order than they were written. All "
                + "that it took for days, such as \(understood.text) on line \(understood.line), lie before the 13th "
                + "of "
                + "a month, and all that it left as texts, such as \(left.text) on line \(left.line), after the 12th: "
                + "day and month are exchanged. Export the file again, and don't open it in between."
        case .ambiguousAmounts(let file, let column, let samples):
            "\(file), column \(column): the amounts read two ways.\n"
                + samples.map(\.sideBySide).joined(separator: "\n") + "\nSay which: --decimal . or --decimal ,"
        case .contradictoryAmounts(let file, let column, let first, let second):
            """
            \(file), column \(column): \(first.text) on line \(first.line) has a decimal point, \(second.text) on \
            line
            """
                + " \(second.line) a decimal comma. Give --decimal, and the rows that don't fit are refused."
        case .unclearSigns(let file, let column, let count, let rows, let first):
            "\(file), column \(column): \(count) of \(rows) amounts have a minus, as \(first.text) on line "
                + "\(first.line).\n"
                + AmountSigns.allCases.map { "  --signs \($0.rawValue): \($0.words)" }.joined(separator: "\n")
                + "\nSay which."
        case .contradictoryMarks(let file, let column, let first, let second):
            "\(file), column \(column): \(first.text) on line \(first.line) is marked as negative and has no minus, "
                + """
                \(second.text) on line \(second.line) has one. Export the file again, or leave the column aside \
                if all amounts
                """
                + " have their own signs."
        default: ""
        }
    }

    private func orders(_ samples: [DateSample]) -> String {
        let orders = DateOrder.allCases.filter { order in samples.contains { $0.readings[order] != nil } }
        return orders.map(\.rawValue).joined(separator: " or ")
    }
}

extension DateSample {
    /// `line 2: 03/08/2025 is 3 Aug 2025 (dmy) or 8 Mar 2025 (mdy)`.
    public var sideBySide: String {
        let words = DateOrder.allCases.compactMap { order in
            readings[order].map { "\($0.long) (\(order.rawValue))" }
        }
        return "  line \(value.line): \(value.text) is \(words.joined(separator: " or "))"
    }
}

extension AmountSample {
    /// `line 2: 1,234 is 1234 with a decimal point or 1.234 with a decimal comma`.
    public var sideBySide: String {
        "  line \(value.line): \(value.text) is \(withPoint) with a decimal point or \(withComma) with a decimal comma"
    }
}

extension EncodingReading {
    /// `line 2: “Poznań” in Windows-1250, the code page of Central European Windows`.
    public var sideBySide: String { "  line \(example.line): “\(example.text)” in \(encoding.words)" }
}

extension ForeignFormat {
    var advice: String {
        switch self {
        case .workbook, .table, .workbookXML: "Unpack it first."
        case .oldWorkbook:
            "Open it and save it as .xlsx, without a password."
        case .pdf: "Export the list as CSV from where the PDF came from."
        case .html: "Perhaps a log-in page was saved in its place: export it again."
        case .gzip: "Unpack it first."
        }
    }
}

extension ExtractKind {
    /// In a sentence: `open items need …`.
    public var words: String {
        switch self {
        case .openItems: "open items"
        case .invoiceHistory: "an invoice history's rows"
        case .customers: "customers"
        case .payments: "payments"
        case .rates: "rates"
        case .notes: "notes"
        case .answers: "answers"
        }
    }
}
