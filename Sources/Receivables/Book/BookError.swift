/// Why a book could not do what it was asked. The sentence a user sees is made in one place, from this.
public enum BookError: Error, Sendable, Hashable {
    case missing(path: String)
    case alreadyExists(path: String)
    /// No folder to create the book in, or it may not be written.
    case cannotCreate(path: String, why: String)
    case notABook(path: String, why: String)
    case newerVersion(path: String)
    case damaged(path: String, why: String)
    case readOnly(path: String)
    case notPermitted(path: String)
    case busy(path: String)
    /// The file that was opened is no longer the book: it was moved, or a backup was restored in its place.
    case replaced(path: String)
    /// A backup can't be restored while another program has the book open.
    case inUse(path: String)
    /// What stands there already was left as it was.
    case diskFull(path: String)
    /// The disk is too full for a new file.
    case noRoom(path: String)
    case failed(path: String, why: String)
    case unknownAccount(AccountNumber)
    case unknownEntry(Int64)
    /// Only some entries can be taken back.
    case cannotUndo(Int64, why: String)
    /// An entry holds no words to erase, or others than a person's.
    case cannotRedact(Int64, why: String)
    /// Cash can't be matched with an item.
    case cannotMatch(String, why: String)
    /// An account can't be given that payer.
    case cannotMerge(AccountNumber, into: AccountNumber, why: String)
    /// The extract was refused as a whole; nothing was changed.
    case refused(ExtractRefusal)
}

/// Why an extract as a whole was not taken.
public enum ExtractRefusal: Error, Sendable, Hashable {
    case olderThanLast(day: Day, last: Day)
    case empty
    case wouldClear(items: Int, of: Int)
    /// No row of it fitted the book.
    case nothingFits([RowProblem])
    /// A sum does not fit into 64 bits: an account's, where it is known.
    case tooLarge(AccountNumber?)
}
