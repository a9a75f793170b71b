import Receivables

/// How a file's cells are read, decided once for each column.
struct Conventions {
    private var dates = [DateConvention](repeating: DateConvention(), count: ColumnMeaning.allCases.count)
    private var signs = [DecimalSign](repeating: .point, count: ColumnMeaning.allCases.count)
    private var strips = [Bool](repeating: false, count: ColumnMeaning.allCases.count)
    /// What was decided, by the column's header, in words.
    private(set) var words: [String: String] = [:]
    private(set) var notices: [String] = []
    /// What marks of debit and credit, or types of documents, do to amounts.
    private(set) var marks = SignReading.signed
    /// The order of all dates, and the sign of all amounts, where the file shows one.
    private(set) var dateOrder: DateOrder?
    /// Documents that are pending are none yet: others in the file say that they wait to be paid.
    private(set) var pendingIsVoid = false
    /// Some status says that its document is disputed.
    private(set) var saysDisputes = false
    /// What a column of ages counts.
    var ages: AgeReading?
    private(set) var decimalSign: DecimalSign?
    /// What the user or a profile says of the signs.
    private(set) var saidSigns: AmountSigns?

    init(
        _ survey: Survey, _ header: Header, file: String, _ options: ImportOptions, countsFrom1904: Bool
    ) throws(ImportError) {
        try decideDates(survey, header, file, options, countsFrom1904)
        try decideSigns(survey, header, file, options)
        saidSigns = options.signs
        try decideMarks(survey, header, file)
        pendingIsVoid = survey.statuses.contains(.open)
        saysDisputes = survey.statuses.contains(.disputed)
        if header.kind == .openItems, !survey.unknownStatuses.isEmpty {
            let names = survey.unknownStatuses.joined(separator: ", ")
            notices.append("\(header.name(.status)): unknown status \(names); such rows count as owed")
        }
        for (meaning, evidence) in survey.identifiers where evidence.stripsPointZero {
            strips[meaning.rawValue] = true
            guard let example = evidence.example else { continue }
            notices.append(
                "\(header.name(meaning)): \(evidence.withPointZero) with .0 at the end, as spreadsheets write numbers "
                    + "(\(example.text) on line \(example.line)); taken without it")
        }
    }

    private mutating func decideDates(
        _ survey: Survey, _ header: Header, _ file: String, _ options: ImportOptions, _ countsFrom1904: Bool
    ) throws(ImportError) {
        let decision = DateDecision(
            file: file, override: options.dates, countsFrom1904: countsFrom1904,
            isDayFirst: HeaderLanguage.isDayFirst(header.names),
            dueBeforeIssued: survey.dueBeforeIssued)
        let decided = try decision.conventions(survey.dates.map { (header.name($0.meaning), $0.evidence) })
        for (column, convention) in zip(survey.dates, decided) {
            dates[column.meaning.rawValue] = convention
            dateOrder = dateOrder ?? convention.order
            words[header.name(column.meaning)] = convention.words
        }
    }

    private mutating func decideSigns(
        _ survey: Survey, _ header: Header, _ file: String, _ options: ImportOptions
    ) throws(ImportError) {
        let decision = DecimalDecision(file: file, override: options.decimal)
        let name = { (meaning: ColumnMeaning) in
            header.has(meaning) ? header.name(meaning) : header.buckets.first.map { header.names[$0] } ?? ""
        }
        let decided = try decision.signs(survey.amounts.map { (name($0.meaning), $0.evidence) })
        for (column, decided) in zip(survey.amounts, decided) {
            signs[column.meaning.rawValue] = decided.sign
            if column.evidence.showsSign || options.decimal != nil { decimalSign = decimalSign ?? decided.sign }
            words[name(column.meaning)] = decided.words
        }
    }

    private mutating func decideMarks(_ survey: Survey, _ header: Header, _ file: String) throws(ImportError) {
        if saidSigns == .turned {
            marks = .ledger
            notices.append("all signs are turned round, as you said")
            return
        }
        if saidSigns == nil, survey.minuses.isMost, let first = survey.minuses.first {
            throw .unclearSigns(
                file: file, column: header.name(header.has(.open) ? .open : .amount), count: survey.minuses.withMinus,
                rows: survey.minuses.withMinus + survey.minuses.without, first: first)
        }
        if header.has(.debitOrCredit) {
            let column = header.name(.debitOrCredit)
            marks = try SignReading(marks: survey.signs, header.kind, file: file, column: column)
            words[column] = marks.words(survey.signs, header.kind) ?? "changes nothing"
        } else if header.has(.documentType) {
            marks = SignReading(types: survey.signs, header.kind, namesPayments: survey.namesPayments)
            if header.kind == .openItems, !survey.unknownTypes.isEmpty {
                let names = survey.unknownTypes.joined(separator: ", ")
                notices.append(
                    "\(header.name(.documentType)): unknown type \(names); such rows count as invoices, check that "
                        + "none is a credit or a payment")
            }
            decideTypes(survey.signs, header)
        }
        if header.kind == .payments, marks != .ledger, survey.signs.isAllNegative {
            notices.append(
                """
                every amount is negative, so all are taken as payments that went back; if they are payments with \
                the sign of a
                """
                    + " ledger, export them without it")
        }
    }

    private mutating func decideTypes(_ signs: SignEvidence, _ header: Header) {
        guard let without = signs.without ?? (marks == .ledger ? signs.otherWithMinus : nil) else { return }
        if marks != .signed {
            let said = marks.words(signs, header.kind)
            words[header.name(.documentType)] = said
            if header.kind == .openItems, marks == .ledger, let said { notices.append(said) }
        } else {
            let isOne = signs.countWithout == 1
            let what = header.kind == .payments ? "a payment that went back" : "a credit or payment"
            notices.append(
                """
                \(header.name(.documentType)): \(signs.countWithout) \(isOne ? "amount is" : "amounts are") of \
                \(what) and
                """
                    + """
                     \(isOne ? "has" : "have") no minus, where others have one (first \(without.text) on line \
                    \(without.line));
                    """
                    + " taken as \(isOne ? "it stands, check it" : "they stand, check them")")
        }
    }

    @inline(__always)
    func date(_ meaning: ColumnMeaning) -> DateConvention { dates[meaning.rawValue] }

    @inline(__always)
    func sign(_ meaning: ColumnMeaning) -> DecimalSign { signs[meaning.rawValue] }

    /// The cell of a number of a document or an account.
    @inline(__always)
    func identifier(_ cell: Cell, _ meaning: ColumnMeaning) -> Cell {
        if cell.isApostropheNumber { return Cell(rebasing: cell.dropFirst()) }
        if cell.count > 3, cell[0] == 0x3D, let plain = cell.quotedByFormula { return plain }
        guard strips[meaning.rawValue], cell.count > 2, cell[cell.count - 2] == 0x2E, cell[cell.count - 1] == 0x30
        else { return cell }
        return Cell(rebasing: cell.dropLast(2))
    }
}
