import Receivables

/// Something to be read from the book, or from the folder of drafts.
public enum Query: Sendable, Hashable {
    case about
    case queue(QueueQuery)
    /// The sizes of batches and cells.
    case overview(Moment, of: [String]?)
    /// Who rests, until when and why.
    case later(Moment, of: [String]?)
    /// Appointments of some people whose minute is near or past.
    case appointments(Moment, of: [String]?)
    /// What colleagues did on somebody's accounts while they covered: all of it where it was asked for, else what is
    /// newer than their own last entry.
    case returns(String, isAsked: Bool)
    /// What others in the house have to do.
    case handOffs(HandOffQuery)
    case dossier(AccountNumber, Moment, DossierPurpose)
    /// Why money is late, as it was said up to a day.
    case causes(upTo: Day)
    /// All money of a payer up to a day.
    case receipts(AccountNumber, upTo: Day)
    /// A message with its words.
    case message(MessageRequest, Moment)
    /// Who is due a reminder, and who is left out.
    case reminders(Moment, of: [String]?)
    /// Messages of the book that were recorded and not sent.
    case unsent
    /// A message of the outbox, as lines to be read.
    case letter(id: String)
    case find(String, limit: Int)
    /// Drafts on disk whose ids are not in the journal.
    case drafts
    case journal(JournalQuery, JournalPurpose)
    /// How many customers somebody has planned for each of some days.
    case planned(owner: String, from: Day, through: Day)
}

/// What a dossier is wanted for.
public enum DossierPurpose: Sendable, Hashable {
    /// To be shown.
    case open
    /// To say what has changed on the account on screen.
    case compare
}

/// What entries of the journal are wanted for.
public enum JournalPurpose: Sendable, Hashable {
    /// The author's entries of the day, for the status line.
    case activity
    /// The author's newest entries, to find the last that can be taken back.
    case lastRecord
    /// Comments on calls, of everybody.
    case comments(isAsked: Bool)
}

/// The answer to a `Query`.
public enum Reply: Sendable {
    case about(BookState)
    /// The page, and the query that it answers.
    case queue(QueuePage, QueueQuery)
    case overview(QueueOverview)
    case later([LaterRow])
    case appointments([QueueRow])
    case returns([Covered], isAsked: Bool)
    case handOffs([HandOffCase], HandOffQuery)
    case dossier(Dossier, DossierPurpose)
    case causes([CauseCount])
    case receipts([Dossier.Received], AccountNumber)
    case message(MessageAnswer, MessageRequest)
    case reminders([ReminderRow])
    case unsent([UnsentMessage])
    case letter([String])
    case found([Found], words: String)
    case drafts([Draft], unreadable: [UnreadableDraft])
    case journal([Entry], JournalPurpose)
    case planned([Day: Int])
}
