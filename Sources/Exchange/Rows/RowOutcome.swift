import Receivables

/// What became of a row.
enum RowOutcome {
    case item(ItemRow)
    /// An item in several parts.
    case items([ItemRow])
    case payments([PaymentRow])
    case payment(PaymentRow)
    case rate(RateRow)
    case note(NoteRow)
    case answer(AnswerRow)
    /// Its account is all it speaks of.
    case accountOnly
    case skipped(SkipReason)
}

/// Why a row can't be used.
struct RowRefusal: Error {
    var column: ColumnMeaning?
    var reason: String
}
