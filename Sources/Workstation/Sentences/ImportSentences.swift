/// The import page: naming a file, what is asked, how it is read, what came of it.
enum ImportSentences {
    static let importTitle = "Import"
    static let leftAside = "left aside"
    static let asFound = "as detected"

    // Keys that have to wait.
    static let moveToASetting = "move to a setting or a column to change it"
    static let profileNeedsReadableFile = "a profile can be saved once the file can be read"
    static let stillReading = "the file is still being read"
    static let cannotImportYet = "the file can't be imported yet: see above"
    static let answerFirst = "answer the question first: Tab, Enter"
    static func oneMoment(_ work: String) -> String { "\(work) one moment" }

    // What came of it.
    static let fileWasNotRead = "The file was not read."
    static func profileSaved(as name: String) -> String {
        "saved as \(name): files with this header are read like this from now on"
    }
    static func imported(_ file: String) -> String { "\(file) was imported" }
    static func imported(_ file: String, refused: Int) -> String {
        "\(imported(file)); \(refused) refused \(refused == 1 ? "row is" : "rows are") kept in \(file).rejects.csv"
    }
    static func isBeingImported(_ file: String) -> String { "\(file) is being imported" }
    static func wasNotImported(_ file: String) -> String { "\(file) was not imported: :import shows why" }

    // The page.
    static let whatCanBeImported = "open items, customers or payments: CSV or a workbook, as your ERP writes it"
    static let whatAProfileDoes = "Files with this header will then be read like this, without questions."
    static let noFileBeginsLikeThis = "no file name begins like this"
    static func andMore(_ count: Int) -> String { "and \(count) more" }
    static let nothingMatches = "nothing matches"
    static let aCodeSuchAsEUR = "a code such as EUR"
    static let file = "File"
    static let reading = "reading"
    static let profileName = "Name of the profile"
    static let whatWouldChange = "What would change"
    static let refused = "Refused"
    static let noted = "Notes"
    static let howItIsRead = "How it is read"
    static let columns = "Columns"
    static let yourChoice = "your choice"
    static func rowsAsUnderstood(_ count: Int) -> String {
        count == 1 ? "One row as understood" : "The first \(count) rows as understood"
    }
    static let line = "line"

    // The settings of a file.
    static let sheet = "sheet"
    static let kind = "contents"
    static let encoding = "encoding"
    static let dates = "dates"
    static let decimals = "decimals"
    static let minus = "a minus"
    static let currency = "currency"
    static let extract = "extract"
    static let ifOdd = "if odd"

    // What a setting is where nothing is said.
    static let firstWithHeader = "the first with a header"
    static let asHeaderTells = "by its header"
    static let asTextShows = "by its text"
    static let asColumnsShow = "by each column"
    static let asRowsShow = "by its rows"
    static let asRowsSay = "by each row"
    static let wholeUnlessProfile = "the whole ledger, unless a profile says otherwise"
    static let stopIfOdd = "stop if the file is old or clears more than half"

    // What a setting can be.
    static let dayMonthYear = "day/month/year"
    static let monthDayYear = "month/day/year"
    static let yearMonthDay = "year/month/day"
    static let decimalPoint = "decimal point"
    static let decimalComma = "decimal comma"
    static let minusIsCredit = "means a credit: we owe it"
    static let minusIsInvoice = "means an invoice: they owe it"
    static let wholeLedger = "the whole ledger: what it doesn't list is settled"
    static let partOfLedger = "a part: what it doesn't list stays open"
    static let importAnyway = "import it even if it is old or clears more than half"
}
