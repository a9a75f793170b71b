import Hashing
import Receivables

/// The way in for files: recognises what one holds and how it is written, and refuses what can't be certain.
public enum ImportFile {
    /// Reads a file twice over without keeping it: what it is made of, then how its columns are written.
    ///
    /// - Parameters:
    ///   - path: the file; it is read twice.
    ///   - options: what the user says of it.
    ///   - today: the extract's day, where neither the options nor the file name one.
    ///   - watch: called now and then with the bytes read and how many there will be; may throw to stop.
    /// - Throws: `ImportError`, nothing was changed; or what `watch` threw.
    public static func open(
        _ path: String, _ options: ImportOptions = ImportOptions(), today: Day,
        watch: @escaping (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
    ) throws -> ImportPlan {
        let file = try ByteFile(path: path)
        // Once for what it is made of, once for how its columns are written.
        let total = file.size * 2
        file.watch = { done in try watch(min(done, total), total) }
        return try plan(file, path, options, today)
    }

    /// SHA-256 of a file's contents, unpacked where it is packed: by it a file is known when it comes again.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - options: what the user says of it: of a workbook only the sheet counts that is read.
    ///   - watch: called now and then; may throw to stop.
    public static func contentHash(
        of path: String, _ options: ImportOptions = ImportOptions(), watch: @escaping () throws -> Void = {}
    ) throws -> String {
        let file = try ByteFile(path: path)
        file.choice = options.sheetChoice
        file.watch = { _ in try watch() }
        var hasher = SHA256()
        try file.forEachBlock { hasher.update($0) }
        return Hexadecimal.text(hasher.digest())
    }

    private static func plan(
        _ file: ByteFile, _ path: String, _ options: ImportOptions, _ today: Day
    ) throws -> ImportPlan {
        let start = try FileStart(file, path, options)
        let (bytes, text, sniffed) = (start.bytes, start.text, start.sniffed)
        let (profile, options) = (start.known, start.options)
        let finder = HeaderFinder(file: path, kind: options.kind, profile: start.profile)
        var header = try finder.find(in: sniffed.rows)
        // Before the signs are looked at: a balance has none of its row's.
        var balance = try runningBalance(sniffed.rows, &header, nil, path)
        balance += try accountBalance(sniffed.rows, &header, path)

        var survey = Survey(header, currency: options.currency)
        var columnDay: Day?
        let faults = try FileLayout.read(
            text, path: path, delimiter: sniffed.delimiter, headerLine: header.line, isSheet: file.sheet != nil
        ) { record in
            survey.add(record)
            if columnDay == nil, header.has(.extractDay), record.line > header.line,
                case .day(let day) = scanDate(record[header[.extractDay]])
            {
                columnDay = day
            }
        }.faults
        try finder.check(survey.groups, header)
        for meaning in header.found where meaning.isAmount && meaning != .quantity && meaning != .rate {
            guard let scale = AmountScale(header: header.name(meaning)) else { continue }
            throw ImportError.scaledAmounts(
                file: path, line: header.line, column: header.name(meaning), unit: scale.words)
        }
        let named = header.has(.currency) ? nil : NamedCurrency(header)
        if named == nil { try checkCurrency(survey, header, path, options) }
        if let (row, named) = survey.otherCurrency, start.profile?.columns[.currency] == nil {
            throw ImportError.otherCurrency(
                file: path, column: header.name(named.column), named: named.currency,
                currencies: header.name(.currency), row: row)
        }
        try profile?.checkAgainst(survey, header, path, options)
        var conventions = try Conventions(
            survey, header, file: path, options, countsFrom1904: file.sheet?.countsFrom1904 ?? false)
        balance += try runningBalance(sniffed.rows, &header, conventions, path)
        let title = TitleDay.find(in: sniffed.rows, above: header.line)
        let (day, source) = extractDay(options, title, columnDay, header, today)
        conventions.ages = AgeReading(sniffed.rows, header, conventions, day: day)
        let said = (start.profile?.aside ?? []).compactMap { ImportProfile.place(of: $0, in: header.names) }
        if let unknown = UnknownMoney(sniffed.rows, header, aside: Set(said)) {
            throw ImportError.unclearOpenAmount(
                file: path, line: header.line, column: RivalColumn.name(of: unknown.column, in: header.names),
                value: unknown.value, amount: header.name(.amount), whole: unknown.amount)
        }
        survey.close()
        let layout = FileLayout(
            path: path, spelling: bytes.spelling, delimiter: sniffed.delimiter, header: header, groups: survey.groups,
            shared: survey.shared,
            conventions: conventions,
            currency: named?.currency ?? options.currency, houseTerms: options.houseTerms,
            namesOnce: survey.blocks.namesOnce,
            source: options.source, today: today, day: day, contents: file.expected, sheet: file.sheet)
        return ImportPlan(
            file: path, kind: header.kind, delimiter: String(Unicode.Scalar(sniffed.delimiter)),
            encoding: bytes.spelling.encoding, headerLine: header.line, columns: columns(of: header),
            conventions: conventions.words, day: day, daySource: source,
            isFull: header.kind == .openItems && !options.isPartial && !header.has(.dulyReason),
            profile: profile?.name, rowsSeen: survey.rows, contentHash: bytes.hash,
            notices: (file.sheet?.notices ?? []) + notices(bytes.notices(faults), survey, conventions) + balance
                + aside(header, sniffed.rows)
                + (named.map { ["\(header.name($0.column)) names the currency: \($0.currency)"] } ?? []),
            layout: layout)
    }

    /// A customer's balance, repeated in each of its rows, is no open amount.
    private static func accountBalance(
        _ rows: [(line: Int, cells: [String])], _ header: inout Header, _ path: String
    ) throws(ImportError) -> [String] {
        let column = header.name(.open)
        switch AccountBalance(rows, header) {
        case .none: return []
        case .unclear(let balance): throw .accountBalance(file: path, column: column, balance: balance)
        case .sums:
            header.setAside(.open)
            return ["\(column) is the balance of each customer, no open amount; each row's own amount is taken"]
        }
    }

    /// A balance that runs on from row to row is no open amount: then the rows' own amounts are.
    private static func runningBalance(
        _ rows: [(line: Int, cells: [String])], _ header: inout Header, _ conventions: Conventions?, _ path: String
    ) throws(ImportError) -> [String] {
        guard header.kind == .openItems else { return [] }
        let column = header.name(.open)
        switch RunningBalance(rows, header, conventions) {
        case .none: return []
        case .runsFrom(let balance): throw .openingBalance(file: path, column: column, balance: balance)
        case .runs where header.has(.quantity):
            throw .otherDocuments(file: path, line: header.line, column: header.name(.itemNumber))
        case .runs:
            header.setAside(.open)
            return [
                "\(column) is a balance that runs on from row to row, no open amount; each row's own amount is taken"
            ]
        }
    }

    /// What a column's name speaks of where whole numbers in it are money.
    private static let ofMoney: Set<HeaderConcept> = [
        .amount, .total, .open, .paid, .credit, .debit, .discount, .writtenoff, .retained, .net,
    ]

    /// What is left aside although it holds money, days or a status.
    private static func aside(_ header: Header, _ rows: [(line: Int, cells: [String])]) -> [String] {
        // What an age holds of an open amount is said there already.
        let used = Set(header.found.map { header[$0] } + header.buckets + header.asideForReason)
        let below = rows.filter { $0.line > header.line }.map(\.cells)
        let left = header.names.indices.filter { !used.contains($0) && !header.names[$0].isEmpty }
        let telling = left.filter { place in
            let contents = ColumnContents(below.compactMap { place < $0.count ? $0[place] : nil })
            guard contents.filled > 0 else { return false }
            let words = HeaderWords(header.names[place]).words
            let isAmount = contents.mayBe(.amount) && words.contains { !$0.isDisjoint(with: ImportFile.ofMoney) }
            // A yes or no may say that a row isn't to be asked for: `Sold to factor`.
            let isFlag = header.kind == .openItems && contents.areFlags
            return isFlag || contents.mayBe(.day) || contents.written * 10 >= contents.filled * 6 || isAmount
                || words.contains { $0.contains(.status) }
        }
        guard !telling.isEmpty else { return [] }
        let names = telling.map { RivalColumn.name(of: $0, in: header.names) }.joined(separator: ", ")
        return ["left aside, although it holds money, days or a status: \(names)"]
    }

    private static func checkCurrency(
        _ survey: Survey, _ header: Header, _ path: String, _ options: ImportOptions
    ) throws(ImportError) {
        let isAboutMoney =
            header.kind != .customers && header.kind != .answers
            && (header.kind != .notes || header.has(.promisedAmount))
        guard isAboutMoney, survey.rows > 0, !header.has(.currency), options.currency == nil, !survey.sawUnit else {
            return
        }
        throw .noCurrency(file: path)
    }

    private static func extractDay(
        _ options: ImportOptions, _ title: (day: Day, line: Int)?, _ column: Day?, _ header: Header, _ today: Day
    ) -> (Day, ImportPlan.DaySource) {
        if let day = options.day { return (day, .option) }
        if let column { return (column, .column(header.name(.extractDay))) }
        if let title { return (title.day, .title(line: title.line)) }
        return (today, .today)
    }

    static func columns(of header: Header) -> [(header: String, meaning: ColumnMeaning?)] {
        let meanings = Dictionary(header.found.map { (header[$0], $0) }, uniquingKeysWith: { first, _ in first })
        return header.names.enumerated().map { ($1, meanings[$0]) }
    }

    private static func notices(_ spelling: [String], _ survey: Survey, _ conventions: Conventions) -> [String] {
        var notices = survey.rows > 0 ? [] : ["the file has a header and no rows below it"]
        if let example = survey.groups.example {
            notices.append(
                """
                no column names the customers; they stand above their rows, such as “\(example.text)” on line \
                \(example.line)
                """
            )
        }
        return notices + spelling + conventions.notices
    }
}
