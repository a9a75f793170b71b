extension Schema {
    // What numbers were read as is kept by contact, in the order of its cell. Triggers note whose numbers are to be
    // read, so that nothing that writes can forget to; `TelephoneTable.readDue` reads them. Entries are never changed,
    // so what the spellings in older ones were read as stands in a table of its own. Numbers that somebody asked not to
    // be called at are found by number, for they aren't dialled for others either.
    static let telephones = """
        CREATE TABLE telephone (
            account INTEGER NOT NULL, nth INTEGER NOT NULL, place INTEGER NOT NULL, e164 TEXT NOT NULL,
            extension TEXT NOT NULL, remark TEXT NOT NULL, shown TEXT NOT NULL,
            PRIMARY KEY (account, nth, place)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX telephone_e164 ON telephone(e164, account) WHERE e164 <> '';
        CREATE TABLE unread_telephone (
            account INTEGER NOT NULL, nth INTEGER NOT NULL, PRIMARY KEY (account, nth)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER contact_phone_new AFTER INSERT ON contact WHEN new.phone <> ''
            BEGIN INSERT OR IGNORE INTO unread_telephone VALUES (new.account, new.nth); END;
        CREATE TRIGGER contact_phone_changed AFTER UPDATE OF phone ON contact WHEN new.phone <> old.phone
            BEGIN INSERT OR IGNORE INTO unread_telephone VALUES (new.account, new.nth); END;
        CREATE TRIGGER contact_phone_gone AFTER DELETE ON contact BEGIN
            DELETE FROM telephone WHERE account = old.account AND nth = old.nth;
            DELETE FROM unread_telephone WHERE account = old.account AND nth = old.nth;
        END;
        CREATE TRIGGER account_zone_changed AFTER UPDATE OF zone ON account WHEN new.zone <> old.zone BEGIN
            INSERT OR IGNORE INTO unread_telephone SELECT account, nth FROM contact WHERE account = new.id AND phone \
        <> '';
        END;
        INSERT INTO unread_telephone SELECT account, nth FROM contact WHERE phone <> '';
        CREATE TABLE spelling (
            payer INTEGER NOT NULL, text TEXT NOT NULL, numbers TEXT NOT NULL, PRIMARY KEY (payer, text)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE barred_number (
            e164 TEXT NOT NULL, payer INTEGER NOT NULL, PRIMARY KEY (e164, payer)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX barred_number_payer ON barred_number(payer);
        """
}
