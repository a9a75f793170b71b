import GRDB
import Receivables

/// The tables of a book, as named, frozen steps. A step that has shipped is never edited, not even its line breaks:
/// `verify` compares the texts of indexes and triggers with those of a new book.
enum Schema {
    /// Marks a SQLite file as a book of ours ("Duly").
    static let applicationID: Int32 = 0x4475_6C79

    /// How many steps there are: a book that says so of itself has taken them all.
    static let version: Int32 = 26

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 facts") { db in try db.execute(sql: facts) }
        migrator.registerMigration("1 journal") { db in try db.execute(sql: journal) }
        migrator.registerMigration("1 projections") { db in try db.execute(sql: projections) }
        migrator.registerMigration("2 words in the morning") { db in try db.execute(sql: wordsSoFar) }
        migrator.registerMigration("2 queue counts") { db in try db.execute(sql: queueCounts) }
        migrator.registerMigration("2 follow-through") { db in try db.execute(sql: followThrough) }
        migrator.registerMigration("2 sources and payers") { db in try db.execute(sql: sourcesAndPayers) }
        migrator.registerMigration("3 contact limits") { db in try db.execute(sql: contactLimits) }
        migrator.registerMigration("3 portfolios") { db in try db.execute(sql: portfolios) }
        migrator.registerMigration("3 cadence") { db in try db.execute(sql: cadence) }
        migrator.registerMigration("4 disputes ended") { db in try db.execute(sql: disputesEnded) }
        migrator.registerMigration("4 said contacts") { db in try db.execute(sql: saidContacts) }
        migrator.registerMigration("5 placed cash") { db in try db.execute(sql: placedCash) }
        migrator.registerMigration("5 preferred hours") { db in try db.execute(sql: preferredHours) }
        migrator.registerMigration("5 who rests has no place") { db in try db.execute(sql: placesOfTheQueue) }
        migrator.registerMigration("6 accounts of nobody") { db in try db.execute(sql: accountsOfNobody) }
        migrator.registerMigration("6 open prints") { db in try db.execute(sql: openPrints) }
        migrator.registerMigration("6 extract days") { db in try db.execute(sql: extractDays) }
        migrator.registerMigration("7 worth of calls") { db in try db.execute(sql: worthOfCalls) }
        migrator.registerMigration("7 telephones") { db in try db.execute(sql: telephones) }
        migrator.registerMigration("8 purposes of follow-ups") { db in try db.execute(sql: purposesOfFollowUps) }
        migrator.registerMigration("8 rates into any base") { db in try db.execute(sql: ratesIntoAnyBase) }
        migrator.registerMigration("9 redactions") { db in try db.execute(sql: redactions) }
        migrator.registerMigration("9 digests of facts") { db in try db.execute(sql: digestsOfFacts) }
        // Changes no table: sums are counted once the steps are done, and from here on those of the book's own values.
        migrator.registerMigration("10 digests of values") { _ in }
        migrator.registerMigration("11 cash of company codes") { db in try db.execute(sql: cashOfCompanies) }
        return migrator
    }

    // In WITHOUT ROWID tables the key columns come first and in key order: SQLite 3.40's integrity_check reports
    // damage that is not there otherwise.

    private static let facts = """
        CREATE TABLE book (
            key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE account (
            id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, payer INTEGER NOT NULL REFERENCES account(id),
            name TEXT NOT NULL, currency TEXT, credit_limit INTEGER, limit_currency TEXT, hold TEXT, hold_review \
        INTEGER,
            terms TEXT, zone TEXT NOT NULL, segment TEXT NOT NULL, collector TEXT NOT NULL, sales_contact TEXT NOT NULL,
            language TEXT NOT NULL, behaviour TEXT NOT NULL
        ) STRICT;
        CREATE INDEX account_payer ON account(payer);
        CREATE TABLE contact (
            account INTEGER NOT NULL REFERENCES account(id), nth INTEGER NOT NULL, name TEXT NOT NULL,
            role TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL, language TEXT NOT NULL, erp TEXT NOT NULL,
            PRIMARY KEY (account, nth)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE item (
            account INTEGER NOT NULL REFERENCES account(id), company TEXT NOT NULL, number TEXT NOT NULL,
            issued INTEGER NOT NULL, due INTEGER NOT NULL, due_from INTEGER NOT NULL, currency TEXT NOT NULL,
            amount INTEGER NOT NULL, open INTEGER NOT NULL, closed INTEGER, purchase_order TEXT NOT NULL,
            once_disputed INTEGER NOT NULL, seen INTEGER NOT NULL,
            PRIMARY KEY (account, company, number)
        ) STRICT, WITHOUT ROWID;
        \(itemNumberIndex);
        CREATE TABLE settlement (
            account INTEGER NOT NULL, company TEXT NOT NULL, number TEXT NOT NULL, nth INTEGER NOT NULL, day INTEGER,
            after_day INTEGER, kind INTEGER NOT NULL, stated INTEGER NOT NULL, amount INTEGER NOT NULL,
            reference TEXT NOT NULL, seen INTEGER NOT NULL,
            PRIMARY KEY (account, company, number, nth),
            FOREIGN KEY (account, company, number) REFERENCES item(account, company, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cash (
            account INTEGER NOT NULL REFERENCES account(id), nth INTEGER NOT NULL, day INTEGER NOT NULL,
            currency TEXT NOT NULL, amount INTEGER NOT NULL, reference TEXT NOT NULL, listed INTEGER NOT NULL,
            seen INTEGER NOT NULL,
            PRIMARY KEY (account, nth)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payment (
            account INTEGER NOT NULL REFERENCES account(id), day INTEGER NOT NULL, reference TEXT NOT NULL,
            company TEXT NOT NULL, number TEXT NOT NULL, amount INTEGER NOT NULL, nth INTEGER NOT NULL,
            currency TEXT NOT NULL, kind INTEGER NOT NULL, seen INTEGER NOT NULL,
            PRIMARY KEY (account, day, reference, company, number, amount, nth)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE rate (
            currency TEXT NOT NULL, day INTEGER NOT NULL, billionths INTEGER NOT NULL,
            PRIMARY KEY (currency, day)
        ) STRICT, WITHOUT ROWID;
        """

    /// By itself, because a first import of a million items drops it and builds it once at the end.
    static let itemNumberIndex = "CREATE INDEX item_number ON item(number)"

    private static let journal = """
        CREATE TABLE entry (
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, payer INTEGER REFERENCES account(id), at INTEGER NOT NULL,
            day INTEGER NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, body TEXT NOT NULL,
            undoes INTEGER REFERENCES entry(seq), hash BLOB NOT NULL
        ) STRICT;
        CREATE INDEX entry_payer ON entry(payer, seq);
        CREATE INDEX entry_day ON entry(day, payer);
        CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE VIRTUAL TABLE entry_text USING fts5(
            text, content='entry', content_rowid='seq', tokenize='unicode61 remove_diacritics 2', prefix='3');
        INSERT INTO entry_text(entry_text, rank) VALUES ('automerge', 0);
        """

    /// Until then each note went into the index as it was written.
    private static let wordsSoFar =
        "INSERT INTO book(key, value) SELECT 'indexed to', CAST(COALESCE(MAX(seq), 0) AS TEXT) FROM entry"

    private static let queueCounts = """
        INSERT INTO book(key, value) SELECT 'queue counts', COALESCE(group_concat(task || ':' || payers, char(10)), '')
            FROM (SELECT task, COUNT(*) AS payers FROM standing WHERE task <> '' GROUP BY task);
        """

    private static let projections = """
        CREATE TABLE follow_up (
            payer INTEGER NOT NULL, entry INTEGER NOT NULL, nth INTEGER NOT NULL, kind TEXT NOT NULL,
            day INTEGER NOT NULL, at INTEGER, why TEXT NOT NULL, owner TEXT NOT NULL, since INTEGER NOT NULL,
            PRIMARY KEY (payer, entry, nth)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX follow_up_at ON follow_up(at) WHERE at IS NOT NULL;
        CREATE TABLE tally (
            payer INTEGER PRIMARY KEY, last_contact INTEGER, last_party INTEGER, unreached INTEGER NOT NULL,
            last_touched INTEGER, attempts TEXT NOT NULL
        ) STRICT;
        CREATE TABLE standing (
            payer INTEGER PRIMARY KEY, tier INTEGER NOT NULL, score INTEGER NOT NULL, cell TEXT NOT NULL,
            task TEXT NOT NULL, wakes INTEGER, stake INTEGER NOT NULL
        ) STRICT;
        \(standingOrderIndex);
        """

    private static let followThrough = """
        CREATE TABLE promise (
            payer INTEGER NOT NULL, entry INTEGER NOT NULL, nth INTEGER NOT NULL, made INTEGER NOT NULL,
            day INTEGER NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL, who TEXT NOT NULL,
            channel TEXT NOT NULL, shares TEXT NOT NULL, names_items INTEGER NOT NULL, taken_over INTEGER NOT NULL,
            replaced_entry INTEGER, replaced_nth INTEGER, replaced_on INTEGER,
            PRIMARY KEY (payer, entry, nth)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE claim (
            payer INTEGER NOT NULL, entry INTEGER NOT NULL, nth INTEGER NOT NULL, made INTEGER NOT NULL,
            day INTEGER NOT NULL, currency TEXT, amount INTEGER, reference TEXT NOT NULL, who TEXT NOT NULL,
            PRIMARY KEY (payer, entry, nth)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE dispute (
            payer INTEGER NOT NULL, entry INTEGER NOT NULL, nth INTEGER NOT NULL, opened INTEGER NOT NULL,
            account TEXT NOT NULL, company TEXT NOT NULL, number TEXT NOT NULL, currency TEXT, amount INTEGER,
            reason TEXT NOT NULL, owner TEXT NOT NULL, due INTEGER NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL,
            state_day INTEGER, state_entry INTEGER, answer TEXT NOT NULL,
            PRIMARY KEY (payer, entry, nth)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE plan (
            payer INTEGER NOT NULL, entry INTEGER NOT NULL, nth INTEGER NOT NULL, made INTEGER NOT NULL,
            currency TEXT NOT NULL, total INTEGER NOT NULL, cadence TEXT NOT NULL, instalments TEXT NOT NULL,
            shares TEXT NOT NULL, who TEXT NOT NULL, rung TEXT, status TEXT NOT NULL, since_entry INTEGER NOT NULL,
            since_day INTEGER NOT NULL,
            PRIMARY KEY (payer, entry, nth)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cash_known (
            seq INTEGER PRIMARY KEY, day INTEGER NOT NULL, known_to INTEGER NOT NULL
        ) STRICT;
        ALTER TABLE tally ADD COLUMN last_contact_entry INTEGER;
        ALTER TABLE tally ADD COLUMN last_touched_entry INTEGER;
        ALTER TABLE tally ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE tally ADD COLUMN put_off INTEGER;
        ALTER TABLE tally ADD COLUMN days_put_off INTEGER NOT NULL DEFAULT 0;
        """

    // `erp_payer` is what the ERP last said, where that is no longer what holds.
    private static let sourcesAndPayers = """
        ALTER TABLE item ADD COLUMN source TEXT NOT NULL DEFAULT '';
        ALTER TABLE account ADD COLUMN erp_payer INTEGER;
        """

    /// Of the few payers who have any, whole: a wish not to be called, a hold, a wrong number.
    private static let contactLimits = """
        CREATE TABLE contact_limits (
            payer INTEGER PRIMARY KEY, limits TEXT NOT NULL
        ) STRICT;
        """

    /// Whose accounts they are stands with the order, so that one's own queue is an index as well.
    private static let portfolios = """
        ALTER TABLE standing ADD COLUMN collector TEXT NOT NULL DEFAULT '';
        UPDATE standing SET collector = (SELECT account.collector FROM account WHERE account.id = standing.payer);
        \(standingCollectorIndex);
        UPDATE book SET value = (
            SELECT COALESCE(group_concat(task || ':' || payers || ':' || collector, char(10)), '')
            FROM (SELECT task, collector, COUNT(*) AS payers FROM standing WHERE task <> '' GROUP BY task, collector)
        ) WHERE key = 'queue counts';
        CREATE TABLE covering (
            entry INTEGER PRIMARY KEY, author TEXT NOT NULL, colleague TEXT NOT NULL, first INTEGER NOT NULL,
            last INTEGER NOT NULL
        ) STRICT;
        """

    /// How disputes ended lately, and whose items that excuses: by the index alone.
    private static let disputesEnded = """
        CREATE INDEX dispute_ended ON dispute(state_day, state, reason, opened, account, company, number)
            WHERE state_day IS NOT NULL;
        """

    // `said` is the entry that gave the number; `erp_after` where the journal ended when the ERP last said something.
    private static let saidContacts = """
        ALTER TABLE contact ADD COLUMN said INTEGER;
        ALTER TABLE contact ADD COLUMN erp_after INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX contact_said ON contact(said) WHERE said IS NOT NULL;
        """

    // What the extract implied (its day, that of the one before, the import that showed it), and where the payment was.
    private static let placedCash = """
        CREATE TABLE placed_cash (
            account INTEGER NOT NULL, company TEXT NOT NULL, number TEXT NOT NULL, nth INTEGER NOT NULL,
            day INTEGER NOT NULL, after_day INTEGER, seen INTEGER NOT NULL, cash_seen INTEGER NOT NULL, cash_nth \
        INTEGER,
            PRIMARY KEY (account, company, number, nth),
            FOREIGN KEY (account, company, number, nth) REFERENCES settlement(account, company, number, nth)
        ) STRICT, WITHOUT ROWID;
        """

    // `hours` holds; `erp_hours` is what the ERP last said, and where the journal ended then.
    private static let preferredHours = """
        ALTER TABLE contact ADD COLUMN hours TEXT NOT NULL DEFAULT '';
        ALTER TABLE contact ADD COLUMN erp_hours TEXT NOT NULL DEFAULT '';
        ALTER TABLE contact ADD COLUMN erp_hours_after INTEGER NOT NULL DEFAULT 0;
        """

    private static let placesOfTheQueue = """
        DROP INDEX standing_order;
        DROP INDEX standing_collector;
        \(standingOrderIndex);
        \(standingCollectorIndex);
        CREATE INDEX account_collector ON account(collector) WHERE collector <> '';
        """

    private static let accountsOfNobody = """
        DROP INDEX standing_collector;
        \(standingCollectorIndex);
        """

    // New items are an import's, which puts down what is open of their accounts itself.
    private static let openPrints = """
        CREATE TABLE open_print (account INTEGER PRIMARY KEY, print INTEGER NOT NULL) STRICT;
        CREATE TRIGGER item_changed AFTER UPDATE ON item BEGIN DELETE FROM open_print WHERE account = old.account; END;
        """

    // Until then the newest extract was one for the whole book.
    private static let extractDays = """
        CREATE TABLE extracted (
            company TEXT NOT NULL, source TEXT NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (company, source)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO extracted SELECT DISTINCT company, source, CAST(book.value AS INTEGER) FROM item
            JOIN book ON book.key = 'last extract';
        """

    // The order is worked out again when the book is opened: what was kept of the portfolio can't be read any more.
    private static let worthOfCalls = """
        ALTER TABLE account ADD COLUMN payments TEXT NOT NULL DEFAULT '';
        ALTER TABLE tally ADD COLUMN parties TEXT NOT NULL DEFAULT '';
        ALTER TABLE standing ADD COLUMN worth INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE standing ADD COLUMN broken INTEGER NOT NULL DEFAULT 0;
        DELETE FROM book WHERE key = 'portfolio';
        INSERT OR REPLACE INTO book(key, value) SELECT 'order due for', value FROM book WHERE key = 'ranked day';
        """

    // Who is in the queue changes with it: the order is worked out again when the book is opened.
    private static let purposesOfFollowUps = """
        ALTER TABLE follow_up ADD COLUMN purpose TEXT NOT NULL DEFAULT 'money';
        INSERT OR REPLACE INTO book(key, value) SELECT 'order due for', value FROM book WHERE key = 'ranked day';
        """

    // Until then the base currency was one for good.
    private static let ratesIntoAnyBase = """
        ALTER TABLE rate ADD COLUMN base TEXT NOT NULL DEFAULT '';
        UPDATE rate SET base = COALESCE((SELECT json_extract(value, '$.base') FROM book WHERE key = 'rules'), '');
        """

    // Filled once the steps are done: what they change counts as it is then.
    private static let digestsOfFacts = """
        CREATE TABLE fact_digest (name TEXT PRIMARY KEY, digest INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE account_digest (account INTEGER PRIMARY KEY, digest INTEGER NOT NULL) STRICT;
        """

    // What was known until then was known of the whole ledger.
    private static let cashOfCompanies = """
        ALTER TABLE cash_known RENAME TO cash_known_of_all;
        CREATE TABLE cash_known (
            seq INTEGER NOT NULL, day INTEGER NOT NULL, known_to INTEGER NOT NULL, company TEXT
        ) STRICT;
        INSERT INTO cash_known(seq, day, known_to) SELECT seq, day, known_to FROM cash_known_of_all ORDER BY seq;
        DROP TABLE cash_known_of_all;
        """

    // Only the words of an entry may change, and only once a later entry says that they were erased.
    private static let redactions = """
        CREATE INDEX entry_redaction ON entry(seq) WHERE kind = 'redaction';
        DROP TRIGGER entry_is_never_changed;
        CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
            WHEN new.seq IS NOT old.seq OR new.id IS NOT old.id OR new.payer IS NOT old.payer OR new.at IS NOT old.at
                OR new.day IS NOT old.day OR new.author IS NOT old.author OR new.kind IS NOT old.kind
                OR new.undoes IS NOT old.undoes OR new.hash IS NOT old.hash OR new.text <> ''
                OR NOT EXISTS (
                    SELECT 1 FROM entry AS later WHERE later.kind = 'redaction' AND later.seq > old.seq
                        AND json_extract(later.body, '$.redaction._0.entry') = old.seq)
            BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        """

    /// As `standingOrderIndex`, for the accounts of one person; those without a collector are not asked for.
    static let standingCollectorIndex =
        "CREATE INDEX standing_collector ON standing(collector, tier, score, payer, task, cell) WHERE \(isSomebodys)"

    private static let cadence = """
        ALTER TABLE tally ADD COLUMN cadence TEXT;
        ALTER TABLE tally ADD COLUMN step INTEGER;
        ALTER TABLE tally ADD COLUMN step_day INTEGER;
        """

    /// Covering, so that a page of the queue reads nothing but the index; the score is stored negated. Who rests is
    /// not in it: most calls end with that, and then have less to write.
    static let standingOrderIndex =
        "CREATE INDEX standing_order ON standing(tier, score, payer, task, cell) WHERE \(isInQueue)"

    /// Queries use the same words, from which SQLite knows that the indexes serve them. 9 is the tier of who rests, as
    /// a literal: a step is part of every book there is.
    static let isInQueue = "tier < 9"
    static let isSomebodys = "tier < 9 AND collector <> ''"
}
