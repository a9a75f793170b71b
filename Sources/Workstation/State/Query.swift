import Receivables

/// Something to be read from the book, or from the folder of drafts.
public enum Query: Sendable, Hashable {
    case about
    case queue(QueueQuery)
    /// The sizes of batches and cells.
    case overview(Moment)
    /// Who rests, until when and why.
    case later(Moment)
    /// Appointments whose minute is near or past.
    case appointments(Moment)
    case dossier(AccountNumber, Moment, DossierPurpose)
    case find(String, limit: Int)
    /// Drafts on disk whose ids are not in the journal.
    case drafts
    case journal(JournalQuery, JournalPurpose)
}

/// What a dossier is wanted for.
public enum DossierPurpose: Sendable, Hashable {
    /// To be shown.
    case open
    /// To say what has changed on the account on screen.
    case compare
}

public enum JournalPurpose: Sendable, Hashable {
    /// The author's entries of the day, for the status line.
    case activity
    /// The author's newest entries, to find the last that can be taken back.
    case lastRecord
}

/// The answer to a `Query`.
public enum Reply: Sendable {
    case about(BookState)
    /// The page, and the query that it answers.
    case queue(QueuePage, QueueQuery)
    case overview(QueueOverview)
    case later([LaterRow])
    case appointments([QueueRow])
    case dossier(Dossier, DossierPurpose)
    case found([Found], words: String)
    case drafts([Draft])
    case journal([Entry], JournalPurpose)
}
