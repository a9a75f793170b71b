import Receivables
import Sheets

/// Why a file was not taken at all; nothing was changed. `sentence` says so, and what to do.
public enum ImportError: Error, Sendable, Hashable {
    case missing(file: String)
    case unreadable(file: String, why: String)
    /// A pipe or a device: it can't be read a second time, and may never end.
    case notAFile(file: String)
    case empty(file: String)
    /// Between two readings it became another.
    case changed(file: String)
    case foreign(file: String, ForeignFormat)
    /// A workbook, or a table of a page, that can't be read.
    case sheet(file: String, SheetError)
    /// Sheets that hold the same columns.
    case rivalSheets(file: String, sheets: [String])
    /// A gzip file that ends too soon or doesn't unpack; how many bytes of text came out before.
    case damagedArchive(file: String, unpacked: Int)
    /// UTF-16 without the byte order mark that would say so.
    case unmarkedUTF16(file: String, isLittleEndian: Bool)
    case nulBytes(file: String, count: Int)
    /// Encodings that fit, with what they make of a cell; or, where none fits, those that fit least badly.
    case unclearEncoding(file: String, readings: [EncodingReading], isKnown: Bool)
    /// Said, and the system can't decode it.
    case unknownEncoding(file: String, TextEncoding)
    case unterminatedQuote(file: String, line: Int)
    /// A cell without a quote is longer than any that a table holds.
    case longCell(file: String, line: Int, bytes: Int)
    /// The first line alone is longer than a table's first rows are.
    case endlessLine(file: String, bytes: Int)
    /// No row looks like a header.
    case noHeader(file: String, firstCells: [String])
    case missingColumns(file: String, line: Int, kind: ExtractKind, missing: [String], found: [String])
    /// A profile names columns that the file doesn't have.
    case profileMisfit(file: String, profile: String, missing: [String], line: Int)
    /// A profile says how dates or amounts are written, and a value proves that they aren't.
    case profileContradicted(file: String, profile: String, column: String, says: String, proof: Sighting)
    /// Documents by net amount, with nothing that says what is open.
    case noOpenAmounts(file: String, line: Int, column: String)
    case noCurrency(file: String)
    /// What customers owe in sums, and no invoice.
    case summary(file: String, line: Int)
    /// Bookings of a journal, which don't say what is open.
    case bookings(file: String, line: Int)
    /// What is owed to suppliers.
    case payables(file: String, line: Int)
    /// Orders, quotes, deliveries: documents that nobody owes, by the column of their numbers.
    case otherDocuments(file: String, line: Int, column: String)
    /// Invoices or payments: nothing in the file tells.
    case unclearKind(file: String, line: Int)
    /// Amounts in cents or thousands, by the name of their column.
    case scaledAmounts(file: String, line: Int, column: String, unit: String)
    /// A column of amounts is called by one currency, and rows are in another.
    case otherCurrency(file: String, column: String, named: Currency, currencies: String, row: Sighting)
    /// Columns that fit one meaning equally well and differ in what they hold.
    case rivalColumns(file: String, line: Int, meaning: ColumnMeaning, columns: [RivalColumn])
    /// A column of balances that run on from row to row, and begin with money that no row explains.
    case openingBalance(file: String, column: String, balance: Sighting)
    /// A column of open amounts that has one for all rows of a customer, more than a row's own amount.
    case accountBalance(file: String, column: String, balance: Sighting)
    /// No column is known for what is open, and one of money that no one knows might be it.
    case unclearOpenAmount(file: String, line: Int, column: String, value: Sighting, amount: String, whole: String)
    /// Every value of a column reads as a date in more than one order.
    case ambiguousDates(file: String, column: String, samples: [DateSample], hint: String)
    /// Values of one column prove different orders.
    case contradictoryDates(file: String, column: String, first: Sighting, second: Sighting)
    case destroyedDates(file: String, column: String, sample: Sighting)
    /// Days that a spreadsheet understood all lie before the 13th, and those that it left as texts behind the 12th: it
    /// took the day for the month.
    case exchangedDates(file: String, column: String, understood: Sighting, left: Sighting)
    /// A column's amounts read two ways.
    case ambiguousAmounts(file: String, column: String, samples: [AmountSample])
    case contradictoryAmounts(file: String, column: String, first: Sighting, second: Sighting)
    /// Most amounts have a minus: they are credits, or the file has the signs of the other side.
    case unclearSigns(file: String, column: String, count: Int, rows: Int, first: Sighting)
    /// Marks of debit and credit beside amounts of which some have a sign of their own and some have none.
    case contradictoryMarks(file: String, column: String, first: Sighting, second: Sighting)
}

/// A value and where it stands.
public struct Sighting: Sendable, Hashable {
    /// The value as the file has it.
    public var text: String
    /// The physical line of the file, from 1.
    public var line: Int

    /// Creates a sighting of a value on a line.
    public init(text: String, line: Int) {
        self.text = text
        self.line = line
    }
}

/// A date as it stands, and what it would be under each order that fits it.
public struct DateSample: Sendable, Hashable {
    /// The date as the file has it.
    public var value: Sighting
    /// The day that it would be, for each order that fits.
    public var readings: [DateOrder: Day]
}

/// An amount as it stands, and what it would be under each decimal sign.
public struct AmountSample: Sendable, Hashable {
    /// The amount as the file has it.
    public var value: Sighting
    /// What it would be with a decimal point, in plain figures.
    public var withPoint: String
    /// What it would be with a decimal comma, in plain figures.
    public var withComma: String
}

/// One of several columns that may have a meaning, and what it holds.
public struct RivalColumn: Sendable, Hashable {
    /// As `--column` names it.
    public var header: String
    /// Its first values.
    public var values: [String]

    /// The name of a column: with `#2` behind it for the second of that name.
    static func name(of place: Int, in names: [String]) -> String {
        let nth = names[...place].count { $0 == names[place] }
        return nth > 1 ? "\(names[place])#\(nth)" : names[place]
    }
}
