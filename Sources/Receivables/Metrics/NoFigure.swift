/// Why a figure can't be told.
public enum NoFigure: Error, Hashable, Sendable {
    /// Sales before this day are not in the book, and no one typed those of the month.
    case salesUnknown(month: Day)
    /// Sales are typed for the whole book, and these are the figures of a part of it.
    case salesOfWholeBook
    /// Nothing was invoiced, or credit notes came to as much.
    case noSales
    /// All sales that the book knows of come to less than is open.
    case salesTooShort
    /// Nothing was open, neither at the beginning nor at the end.
    case nothingOpen
    /// Nothing could have been collected.
    case nothingToCollect
    /// No invoice was paid.
    case nothingPaid
    /// Nothing was overdue.
    case nothingOverdue
    /// No window of a promise closed with a verdict.
    case noPromises
    /// No one was called.
    case noAttempts
    /// No dispute was answered.
    case noAnswers

    /// The reason in a few words.
    public var text: String {
        switch self {
        case .salesUnknown(let month): "sales of \(month.yearAndMonth) aren't known: duly sales \(month.yearAndMonth)"
        case .salesOfWholeBook: "sales are typed for the whole book only"
        case .noSales: "no sales in the period"
        case .salesTooShort: "the sales on record come to less than is open"
        case .nothingOpen: "nothing was open"
        case .nothingToCollect: "nothing was to be collected"
        case .nothingPaid: "no invoice was paid"
        case .nothingOverdue: "nothing is overdue"
        case .noPromises: "no promise fell due"
        case .noAttempts: "no calls were made"
        case .noAnswers: "no dispute was answered"
        }
    }
}
