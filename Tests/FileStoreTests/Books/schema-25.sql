PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1 facts');
INSERT INTO grdb_migrations VALUES('1 journal');
INSERT INTO grdb_migrations VALUES('1 projections');
INSERT INTO grdb_migrations VALUES('2 words in the morning');
INSERT INTO grdb_migrations VALUES('2 queue counts');
INSERT INTO grdb_migrations VALUES('2 follow-through');
INSERT INTO grdb_migrations VALUES('2 sources and payers');
INSERT INTO grdb_migrations VALUES('3 contact limits');
INSERT INTO grdb_migrations VALUES('3 portfolios');
INSERT INTO grdb_migrations VALUES('3 cadence');
INSERT INTO grdb_migrations VALUES('4 disputes ended');
INSERT INTO grdb_migrations VALUES('4 said contacts');
INSERT INTO grdb_migrations VALUES('5 placed cash');
INSERT INTO grdb_migrations VALUES('5 preferred hours');
INSERT INTO grdb_migrations VALUES('5 who rests has no place');
INSERT INTO grdb_migrations VALUES('6 accounts of nobody');
INSERT INTO grdb_migrations VALUES('6 open prints');
INSERT INTO grdb_migrations VALUES('6 extract days');
INSERT INTO grdb_migrations VALUES('7 worth of calls');
INSERT INTO grdb_migrations VALUES('7 telephones');
INSERT INTO grdb_migrations VALUES('8 purposes of follow-ups');
INSERT INTO grdb_migrations VALUES('8 rates into any base');
INSERT INTO grdb_migrations VALUES('9 redactions');
INSERT INTO grdb_migrations VALUES('9 digests of facts');
INSERT INTO grdb_migrations VALUES('10 digests of values');
CREATE TABLE book (
    key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO book VALUES('fold','8 purposes of follow-ups');
INSERT INTO book VALUES('head','5:260cf5b1467a4e3efbdea4db4c1e76fd06a53eaf722ddcd3f1a10d4b73b79d34');
INSERT INTO book VALUES('id','89cc6594-0adf-45f6-8fea-97271f6ac396');
INSERT INTO book VALUES('indexed to','0');
INSERT INTO book VALUES('last extract','20778');
INSERT INTO book VALUES('last settlement','20777');
INSERT INTO book VALUES('numbers read','1');
INSERT INTO book VALUES('portfolio','{"highStake":580000,"paying":{"horizon":30,"open":[-18,1,1,1,31,1,48,1],"paid":[],"window":180},"paymentsSince":{"number":20777},"rates":{"base":"SEK","currencies":[],"rates":[]}}');
INSERT INTO book VALUES('queue counts','');
INSERT INTO book VALUES('ranked day','20786');
INSERT INTO book VALUES('rules','{"base":"SEK","buckets":{"basis":"dueDate","bounds":[30,60,90,120]},"cadences":{"all":[{"name":"standard","steps":[{"act":"reminder","day":3,"text":"friendly reminder"},{"act":"call","day":7,"text":""},{"act":"call","day":14,"text":""},{"act":"statement","day":21,"text":"statement of all that is open"},{"act":"call","day":30,"text":""},{"act":"formal notice","day":45,"text":""},{"act":"manager","day":60,"text":"how to go on"}]}],"segments":{}},"calendar":{"holidays":[],"weekend":["sunday","saturday"]},"calendars":{},"contact":{"attemptsPerDay":3,"attemptsPerWeek":7,"quietDays":3},"desk":{"from":{"minutes":480},"till":{"minutes":1080}},"isBaseOpen":false,"minimum":2500,"permitted":{"from":{"minutes":480},"till":{"minutes":1080}},"plans":{"callersLimit":1000000,"leastDownPercent":0,"leastInstalment":5000,"longestDays":190,"mostDefaults":1,"mostInstalments":6},"promiseTolerance":2,"region":"","strategy":{"beforeDue":75,"brokenHeads":1000,"decision":{"contacts":3,"days":180},"expectedLate":3,"factors":{"broken promise":150,"cadence step":110,"claim not found":130,"first late":120,"follow-up due":150,"over limit":110,"plan defaulted":150,"returned payment":150},"highestProduct":300,"horizonDays":30,"leastLikelihood":25,"lookAhead":10,"paymentWindow":180,"pseudoPayments":4,"tiers":[2,3],"urgentShare":50},"zone":"Etc/UTC"}');
CREATE TABLE account (
    id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, payer INTEGER NOT NULL REFERENCES account(id),
    name TEXT NOT NULL, currency TEXT, credit_limit INTEGER, limit_currency TEXT, hold TEXT, hold_review     INTEGER,
    terms TEXT, zone TEXT NOT NULL, segment TEXT NOT NULL, collector TEXT NOT NULL, sales_contact TEXT NOT NULL,
    language TEXT NOT NULL, behaviour TEXT NOT NULL
, erp_payer INTEGER, payments TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO account VALUES(1,'1001',1,'Ahlberg Timber',NULL,NULL,NULL,NULL,NULL,NULL,'','','','','','1,1,10,500,500,0,1000,,20000,20777,20727,20000,,,500',NULL,'1;20758;20777;20777;;;50,1');
INSERT INTO account VALUES(2,'1002',2,'Brown & Sons',NULL,NULL,NULL,NULL,NULL,NULL,'','','','','','',NULL,'');
INSERT INTO account VALUES(3,'1003',3,'Costa Lda',NULL,NULL,NULL,NULL,NULL,NULL,'','','','','','',NULL,'');
CREATE TABLE contact (
    account INTEGER NOT NULL REFERENCES account(id), nth INTEGER NOT NULL, name TEXT NOT NULL,
    role TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL, language TEXT NOT NULL, erp TEXT NOT NULL, said INTEGER, erp_after INTEGER NOT NULL DEFAULT 0, hours TEXT NOT NULL DEFAULT '', erp_hours TEXT NOT NULL DEFAULT '', erp_hours_after INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (account, nth)
) STRICT, WITHOUT ROWID;
INSERT INTO contact VALUES(1,1,'','','+46 8 123 456 00','ap@example.com','','["","+46 8 123 456 00","ap@example.com",""]',NULL,0,'','',0);
INSERT INTO contact VALUES(2,1,'','','020 7946 0000','pay@example.com','','["","020 7946 0000","pay@example.com",""]',NULL,0,'','',0);
CREATE TABLE item (
    account INTEGER NOT NULL REFERENCES account(id), company TEXT NOT NULL, number TEXT NOT NULL,
    issued INTEGER NOT NULL, due INTEGER NOT NULL, due_from INTEGER NOT NULL, currency TEXT NOT NULL,
    amount INTEGER NOT NULL, open INTEGER NOT NULL, closed INTEGER, purchase_order TEXT NOT NULL,
    once_disputed INTEGER NOT NULL, seen INTEGER NOT NULL, source TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (account, company, number)
) STRICT, WITHOUT ROWID;
INSERT INTO item VALUES(1,'','INV-1',20697,20727,0,'SEK',420000,400000,NULL,'',0,1,'');
INSERT INTO item VALUES(1,'','INV-2',20727,20757,0,'SEK',180000,180000,NULL,'',0,1,'');
INSERT INTO item VALUES(2,'','INV-3',20680,20710,0,'SEK',95050,95050,NULL,'',0,1,'');
INSERT INTO item VALUES(3,'','INV-4',20746,20776,0,'SEK',1200000,1200000,NULL,'',0,1,'');
CREATE TABLE settlement (
    account INTEGER NOT NULL, company TEXT NOT NULL, number TEXT NOT NULL, nth INTEGER NOT NULL, day INTEGER,
    after_day INTEGER, kind INTEGER NOT NULL, stated INTEGER NOT NULL, amount INTEGER NOT NULL,
    reference TEXT NOT NULL, seen INTEGER NOT NULL,
    PRIMARY KEY (account, company, number, nth),
    FOREIGN KEY (account, company, number) REFERENCES item(account, company, number)
) STRICT, WITHOUT ROWID;
INSERT INTO settlement VALUES(1,'','INV-1',1,20777,NULL,0,1,20000,'',2);
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
INSERT INTO payment VALUES(1,20777,'','','INV-1',20000,1,'SEK',0,2);
CREATE TABLE rate (
    currency TEXT NOT NULL, day INTEGER NOT NULL, billionths INTEGER NOT NULL, base TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (currency, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, payer INTEGER REFERENCES account(id), at INTEGER NOT NULL,
    day INTEGER NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, body TEXT NOT NULL,
    undoes INTEGER REFERENCES entry(seq), hash BLOB NOT NULL
) STRICT;
INSERT INTO entry VALUES(1,'201395e5-4f70-4936-82b2-0e3e585e9e80',NULL,1795933655025,20786,'root','import','','{"imported":{"_0":{"contentHash":"62de1f9446ceeef84f047dd0639c4c366f18580e864f2db810c1f5a9cb0c662d","counts":{"accountsNew":3,"accountsUpdated":0,"answersNew":0,"answersUnchanged":0,"itemsCleared":0,"itemsNew":4,"itemsUnchanged":0,"itemsUpdated":0,"notesNew":0,"notesUnchanged":0,"paymentsNew":0,"paymentsUnchanged":0,"ratesChanged":0,"ratesUnchanged":0},"digests":{"account":"7a6b2769b334ec32","cash":"0","cash_known":"5c915bc509edc7c8","contact":"32113b614f52a434","extracted":"3998af6d8eac43f3","item":"195cc5ad0952daa3","payment":"0","placed_cash":"0","rate":"0","settlement":"0"},"extractDay":{"number":20778},"file":"open.csv","isFull":true,"kind":"open-items"}}}',NULL,X'9f335a00c9860229b53841896e90a3f1970589a528416587906549329589daf9');
INSERT INTO entry VALUES(2,'bd5ba1af-edc4-40ba-bc21-db9e9c676eeb',NULL,1795933655173,20786,'root','import','','{"imported":{"_0":{"contentHash":"d3b78d7f7d39034611008268a32f634cf9acf4a12a4997e51b97b13d537e0e46","counts":{"accountsNew":0,"accountsUpdated":0,"answersNew":0,"answersUnchanged":0,"itemsCleared":0,"itemsNew":0,"itemsUnchanged":0,"itemsUpdated":0,"notesNew":0,"notesUnchanged":0,"paymentsNew":1,"paymentsUnchanged":0,"ratesChanged":0,"ratesUnchanged":0},"digests":{"account":"7a6b2769b334ec32","cash":"0","cash_known":"a26b9c5eb7dcdde0","contact":"32113b614f52a434","extracted":"3998af6d8eac43f3","item":"db098d6c95ae3305","payment":"dde36f663851aca5","placed_cash":"0","rate":"0","settlement":"1a707fd0f812dbb8"},"extractDay":{"number":20786},"file":"pay.csv","isFull":false,"kind":"payments"}}}',NULL,X'2285a27a3d1885c69fd997b4929f9f621bb9bf360ca1c50a44e23e437e346d4a');
INSERT INTO entry VALUES(3,'e827b7e5-5e77-4507-b7b3-7425de82ed74',2,1795933686150,20786,'root','call','Says the goods came late.','{"call":{"_0":{"agreed":{"disputes":[{"amount":{"currency":"SEK","minor":95050},"due":{"number":20791},"item":{"account":"1002","company":"","number":"INV-3"},"owner":"logistics","reason":"quality","text":""}]},"broke":{"reason":"They asked for it","rules":["permitted hours","desk hours"]},"contact":"","direction":"out","followUps":[{"day":{"number":20792},"kind":"follow-up","owner":"","why":""}],"number":"","result":"disputes","step":7}}}',NULL,X'932670b1d72a0cbe34df5419dc7c59272c12e60f5beec1b5bce3084d89071de0');
INSERT INTO entry VALUES(4,'53b77221-ee4a-4326-9aca-68583850e524',3,1795933686225,20786,'root','call','Rang out.','{"call":{"_0":{"broke":{"reason":"They asked for it","rules":["permitted hours","desk hours"]},"contact":"","direction":"out","followUps":[{"day":{"number":20787},"kind":"follow-up","owner":"","why":"try in the morning"}],"number":"","result":"no answer"}}}',NULL,X'c96d5719fec33c18bc024554fd0e6ca4b288e28cdbaacfd0b6bd1370f6169363');
INSERT INTO entry VALUES(5,'daa21133-1c23-455e-a63a-ab14aecc08fa',1,1795933699353,20786,'root','call','Cash is short.','{"call":{"_0":{"agreed":{"promises":[{"amount":{"currency":"SEK","minor":150000},"channel":"call","day":{"number":20789},"namesItems":true,"replaces":[],"shares":[{"amount":150000,"item":{"account":"1001","company":"","number":"INV-2"}}],"who":""}]},"broke":{"reason":"They asked for it","rules":["permitted hours","desk hours"]},"contact":"","direction":"out","followUps":[],"number":"","result":"promised","step":7}}}',NULL,X'260cf5b1467a4e3efbdea4db4c1e76fd06a53eaf722ddcd3f1a10d4b73b79d34');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','entry_text','entry_text',0,'CREATE VIRTUAL TABLE entry_text USING fts5(
    text, content=''entry'', content_rowid=''seq'', tokenize=''unicode61 remove_diacritics 2'', prefix=''3'')');
CREATE TABLE IF NOT EXISTS 'entry_text_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO entry_text_data VALUES(1,X'');
INSERT INTO entry_text_data VALUES(10,X'00000001000000');
CREATE TABLE IF NOT EXISTS 'entry_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS 'entry_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE IF NOT EXISTS 'entry_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO entry_text_config VALUES('automerge',0);
INSERT INTO entry_text_config VALUES('version',4);
CREATE TABLE follow_up (
    payer INTEGER NOT NULL, entry INTEGER NOT NULL, nth INTEGER NOT NULL, kind TEXT NOT NULL,
    day INTEGER NOT NULL, at INTEGER, why TEXT NOT NULL, owner TEXT NOT NULL, since INTEGER NOT NULL, purpose TEXT NOT NULL DEFAULT 'money',
    PRIMARY KEY (payer, entry, nth)
) STRICT, WITHOUT ROWID;
INSERT INTO follow_up VALUES(2,3,0,'follow-up',20792,NULL,'','root',20786,'money');
INSERT INTO follow_up VALUES(3,4,0,'follow-up',20787,NULL,'try in the morning','root',20786,'retry');
CREATE TABLE tally (
    payer INTEGER PRIMARY KEY, last_contact INTEGER, last_party INTEGER, unreached INTEGER NOT NULL,
    last_touched INTEGER, attempts TEXT NOT NULL
, last_contact_entry INTEGER, last_touched_entry INTEGER, pinned INTEGER NOT NULL DEFAULT 0, put_off INTEGER, days_put_off INTEGER NOT NULL DEFAULT 0, cadence TEXT, step INTEGER, step_day INTEGER, parties TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO tally VALUES(1,20786,20786,0,20786,'20786:1 ',5,5,0,NULL,0,NULL,7,20786,'20786 ');
INSERT INTO tally VALUES(2,20786,20786,0,20786,'20786:1 ',3,3,0,NULL,0,NULL,7,20786,'20786 ');
INSERT INTO tally VALUES(3,NULL,NULL,1,20786,'20786:1 ',NULL,4,0,NULL,0,NULL,NULL,NULL,'');
CREATE TABLE standing (
    payer INTEGER PRIMARY KEY, tier INTEGER NOT NULL, score INTEGER NOT NULL, cell TEXT NOT NULL,
    task TEXT NOT NULL, wakes INTEGER, stake INTEGER NOT NULL
, collector TEXT NOT NULL DEFAULT '', worth INTEGER NOT NULL DEFAULT 0, broken INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO standing VALUES(1,9,-1785606883938224,'quick','',20790,430000,'',8159094,0);
INSERT INTO standing VALUES(2,9,0,'watch','',20792,0,'',0,0);
INSERT INTO standing VALUES(3,9,-1961528745152384,'now','',20787,1200000,'',24151402,0);
CREATE TABLE promise (
    payer INTEGER NOT NULL, entry INTEGER NOT NULL, nth INTEGER NOT NULL, made INTEGER NOT NULL,
    day INTEGER NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL, who TEXT NOT NULL,
    channel TEXT NOT NULL, shares TEXT NOT NULL, names_items INTEGER NOT NULL, taken_over INTEGER NOT NULL,
    replaced_entry INTEGER, replaced_nth INTEGER, replaced_on INTEGER,
    PRIMARY KEY (payer, entry, nth)
) STRICT, WITHOUT ROWID;
INSERT INTO promise VALUES(1,5,0,20786,20789,'SEK',150000,'','call','1001INV-21500000',1,0,NULL,NULL,NULL);
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
INSERT INTO dispute VALUES(2,3,0,20786,'1002','','INV-3','SEK',95050,'quality','logistics',20791,'','open',NULL,NULL,'');
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
INSERT INTO cash_known VALUES(1,20786,20777);
INSERT INTO cash_known VALUES(2,20786,20785);
CREATE TABLE contact_limits (
    payer INTEGER PRIMARY KEY, limits TEXT NOT NULL
) STRICT;
CREATE TABLE covering (
    entry INTEGER PRIMARY KEY, author TEXT NOT NULL, colleague TEXT NOT NULL, first INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT;
CREATE TABLE placed_cash (
    account INTEGER NOT NULL, company TEXT NOT NULL, number TEXT NOT NULL, nth INTEGER NOT NULL,
    day INTEGER NOT NULL, after_day INTEGER, seen INTEGER NOT NULL, cash_seen INTEGER NOT NULL, cash_nth     INTEGER,
    PRIMARY KEY (account, company, number, nth),
    FOREIGN KEY (account, company, number, nth) REFERENCES settlement(account, company, number, nth)
) STRICT, WITHOUT ROWID;
CREATE TABLE open_print (account INTEGER PRIMARY KEY, print INTEGER NOT NULL) STRICT;
INSERT INTO open_print VALUES(2,1865975161325360201);
INSERT INTO open_print VALUES(3,-7504312597234753055);
CREATE TABLE extracted (
    company TEXT NOT NULL, source TEXT NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (company, source)
) STRICT, WITHOUT ROWID;
INSERT INTO extracted VALUES('','',20778);
CREATE TABLE telephone (
    account INTEGER NOT NULL, nth INTEGER NOT NULL, place INTEGER NOT NULL, e164 TEXT NOT NULL,
    extension TEXT NOT NULL, remark TEXT NOT NULL, shown TEXT NOT NULL,
    PRIMARY KEY (account, nth, place)
) STRICT, WITHOUT ROWID;
INSERT INTO telephone VALUES(1,1,0,'+46812345600','','','+46 8 123 456 00');
INSERT INTO telephone VALUES(2,1,0,'','','','020 7946 0000');
CREATE TABLE unread_telephone (
    account INTEGER NOT NULL, nth INTEGER NOT NULL, PRIMARY KEY (account, nth)
) STRICT, WITHOUT ROWID;
CREATE TABLE spelling (
    payer INTEGER NOT NULL, text TEXT NOT NULL, numbers TEXT NOT NULL, PRIMARY KEY (payer, text)
) STRICT, WITHOUT ROWID;
CREATE TABLE barred_number (
    e164 TEXT NOT NULL, payer INTEGER NOT NULL, PRIMARY KEY (e164, payer)
) STRICT, WITHOUT ROWID;
CREATE TABLE fact_digest (name TEXT PRIMARY KEY, digest INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO fact_digest VALUES('account',8821187630066887730);
INSERT INTO fact_digest VALUES('barred_number',0);
INSERT INTO fact_digest VALUES('book',-1695868277493974306);
INSERT INTO fact_digest VALUES('cash',0);
INSERT INTO fact_digest VALUES('cash_known',-6743124086431621664);
INSERT INTO fact_digest VALUES('contact',3607730065629160500);
INSERT INTO fact_digest VALUES('covering',0);
INSERT INTO fact_digest VALUES('extracted',4150259941701862387);
INSERT INTO fact_digest VALUES('item',-2663442207105731835);
INSERT INTO fact_digest VALUES('payment',-2457998486791934811);
INSERT INTO fact_digest VALUES('placed_cash',0);
INSERT INTO fact_digest VALUES('ranking',-4546138574266232342);
INSERT INTO fact_digest VALUES('rate',0);
INSERT INTO fact_digest VALUES('settlement',1905163177869630392);
INSERT INTO fact_digest VALUES('spelling',0);
INSERT INTO fact_digest VALUES('telephone',546533431071264103);
CREATE TABLE account_digest (account INTEGER PRIMARY KEY, digest INTEGER NOT NULL) STRICT;
INSERT INTO account_digest VALUES(1,5499345654410511444);
INSERT INTO account_digest VALUES(2,4273955549721866958);
INSERT INTO account_digest VALUES(3,-14127593393102323);
CREATE INDEX account_payer ON account(payer);
CREATE INDEX item_number ON item(number);
CREATE INDEX entry_payer ON entry(payer, seq);
CREATE INDEX entry_day ON entry(day, payer);
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE INDEX follow_up_at ON follow_up(at) WHERE at IS NOT NULL;
CREATE INDEX dispute_ended ON dispute(state_day, state, reason, opened, account, company, number)
    WHERE state_day IS NOT NULL;
CREATE INDEX contact_said ON contact(said) WHERE said IS NOT NULL;
CREATE INDEX account_collector ON account(collector) WHERE collector <> '';
CREATE TRIGGER item_changed AFTER UPDATE ON item BEGIN DELETE FROM open_print WHERE account = old.account; END;
CREATE INDEX telephone_e164 ON telephone(e164, account) WHERE e164 <> '';
CREATE TRIGGER contact_phone_new AFTER INSERT ON contact WHEN new.phone <> ''
    BEGIN INSERT OR IGNORE INTO unread_telephone VALUES (new.account, new.nth); END;
CREATE TRIGGER contact_phone_changed AFTER UPDATE OF phone ON contact WHEN new.phone <> old.phone
    BEGIN INSERT OR IGNORE INTO unread_telephone VALUES (new.account, new.nth); END;
CREATE TRIGGER contact_phone_gone AFTER DELETE ON contact BEGIN
    DELETE FROM telephone WHERE account = old.account AND nth = old.nth;
    DELETE FROM unread_telephone WHERE account = old.account AND nth = old.nth;
END;
CREATE TRIGGER account_zone_changed AFTER UPDATE OF zone ON account WHEN new.zone <> old.zone BEGIN
    INSERT OR IGNORE INTO unread_telephone SELECT account, nth FROM contact WHERE account = new.id AND phone     <> '';
END;
CREATE INDEX barred_number_payer ON barred_number(payer);
CREATE INDEX entry_redaction ON entry(seq) WHERE kind = 'redaction';
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
    WHEN new.seq IS NOT old.seq OR new.id IS NOT old.id OR new.payer IS NOT old.payer OR new.at IS NOT old.at
        OR new.day IS NOT old.day OR new.author IS NOT old.author OR new.kind IS NOT old.kind
        OR new.undoes IS NOT old.undoes OR new.hash IS NOT old.hash OR new.text <> ''
        OR NOT EXISTS (
            SELECT 1 FROM entry AS later WHERE later.kind = 'redaction' AND later.seq > old.seq
                AND json_extract(later.body, '$.redaction._0.entry') = old.seq)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE INDEX standing_order ON standing(tier, score, payer, task, cell) WHERE tier < 9;
CREATE INDEX standing_collector ON standing(collector, tier, score, payer, task, cell) WHERE tier < 9 AND collector <> '';
PRAGMA writable_schema=OFF;
COMMIT;
