"""Damages on purpose, and looks at what is left: make torture.

    python3 Tests/Torture/torture.py --duly .build-release/release/duly
        [--kills 500] [--seed 1] [--only kills,workstation,replaced,faults,wal,hostile]

Prints a table: area, tried, held; then what did not hold, with what to do to see it again. Ends with 1 if there is any.
"""
import argparse, datetime, os, pty, random, re, select, shutil, signal, sqlite3, struct, subprocess, sys, tempfile, time
import fcntl, termios, threading

HERE = os.path.dirname(os.path.abspath(__file__))
TODAY = datetime.date.today()


class Desk:
    """A folder with a book, and the program as a user runs it there."""

    def __init__(self, duly, folder):
        self.duly, self.folder = duly, folder
        os.makedirs(folder)
        plain = {k: v for k, v in os.environ.items() if not k.startswith(("DULY", "XDG", "LD_"))}
        self.environment = plain | {
            "HOME": folder, "XDG_DATA_HOME": folder + "/data", "XDG_STATE_HOME": folder + "/state",
            "XDG_CONFIG_HOME": folder + "/config", "DULY_BOOK": folder + "/book.duly", "USER": "tester", "TZ": "UTC",
            "TERM": "xterm-256color",
        }

    @property
    def book(self):
        return self.folder + "/book.duly"

    def start(self, arguments, **more):
        return subprocess.Popen(
            [self.duly, *arguments], env=self.environment | more, cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, **more):
        process = self.start(arguments, **more)
        try:
            output, errors = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return None, "", "it hung for a minute"
        return process.returncode, output.decode(errors="replace"), errors.decode(errors="replace")

    def copy(self, folder):
        """The same desk, elsewhere."""
        shutil.copytree(self.folder, folder)
        other = Desk.__new__(Desk)
        other.duly, other.folder = self.duly, folder
        other.environment = {k: v.replace(self.folder, folder) for k, v in self.environment.items()}
        return other

    def sound(self, path=None):
        """What is wrong with a book, or None."""
        code, output, errors = self.run("verify", "--json", "--book", path or self.book)
        if code == 0:
            return None
        return f"verify of {path or self.book} ends with {code}: {(output + errors).strip()[:300]}"


class Table:
    def __init__(self):
        self.rows, self.failures = {}, []

    def add(self, area, problem, how=""):
        tried, held = self.rows.get(area, (0, 0))
        self.rows[area] = (tried + 1, held + (problem is None))
        if problem is not None:
            self.failures.append(f"{area}: {problem}\n    {how}")

    def show(self):
        width = max(map(len, self.rows), default=4)
        print(f"{'area':{width}}  tried   held")
        for area, (tried, held) in self.rows.items():
            print(f"{area:{width}}  {tried:5}  {held:5}")
        for failure in self.failures[:40]:
            print(failure)
        tried, held = (sum(column) for column in zip(*self.rows.values()))
        print(f"{tried} tried, {tried - held} not held.")
        return held == tried


def extract(path, rows, accounts, seed):
    chance = random.Random(seed)
    with open(path, "w") as file:
        file.write("Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount,Phone\n")
        for number in range(rows):
            account = number % accounts
            issued = TODAY - datetime.timedelta(days=chance.randrange(20, 120))
            due = issued + datetime.timedelta(days=30)
            amount = chance.randrange(10_000, 900_000) / 100
            file.write(f"C{account},Customer {account},N-{number},{issued},{due},USD,{amount:.2f},{amount:.2f},+1 555 01{account % 100:02}\n")


def prepared(duly, folder):
    desk = Desk(duly, folder)
    extract(folder + "/first.csv", 600, 60, 1)
    extract(folder + "/second.csv", 4_000, 300, 2)
    code, _, errors = desk.run("import", folder + "/first.csv")
    if code != 0:
        sys.exit(f"the first import failed: {errors}")
    desk.run("contact-rules", "--desk", "00:00-24:00", "--permitted", "00:00-24:00", "--weekend", "none", "--a-day", "99",
             "--a-week", "99", "--quiet", "0")
    desk.run("backup", folder + "/old.duly")
    desk.run("record", "C1", "--result", "no answer", "--note", "before")
    older(desk.book, folder + "/older.book")
    return desk


def older(book, path):
    """The book as an earlier version kept it: telephone numbers weren't read, and nothing was folded from them."""
    shutil.copy(book, path)
    connection = sqlite3.connect(path)
    connection.executescript("""
        DROP TRIGGER contact_phone_new; DROP TRIGGER contact_phone_changed; DROP TRIGGER contact_phone_gone;
        DROP TRIGGER account_zone_changed; DROP TABLE telephone; DROP TABLE unread_telephone; DROP TABLE spelling;
        DROP TABLE barred_number; DELETE FROM grdb_migrations WHERE identifier = '7 telephones';
        DELETE FROM book WHERE key IN ('numbers read', 'fold'); PRAGMA user_version = 18;
        """)
    connection.close()


# MARK: Commands, and what must hold however they end

def recorded(desk, note):
    code, output, _ = desk.run("journal", "--limit", "200", "--json")
    return code == 0 and note in output


def backups(desk):
    """Every file under a backup's name is a whole book."""
    for folder, _, names in os.walk(desk.folder):
        for name in names:
            path = os.path.join(folder, name)
            if name.endswith(".duly") and path != desk.book:
                problem = desk.sound(path)
                if problem:
                    return problem
    return None


def after_record(desk, code):
    if code == 0 and not recorded(desk, "the note"):
        return "the record was acknowledged and is lost"
    if code not in (0, None, -9) and recorded(desk, "the note"):
        return "the record was refused and is there"
    return None


def after_upgrade(desk, code):
    """Whatever became of the first try, the next one ends it, and nothing that was in the book is gone."""
    path = desk.folder + "/older.book"
    code, output, errors = desk.run("journal", "--limit", "200", "--json", "--book", path)
    if code != 0 or "before" not in output:
        return f"the older book has lost its record: {errors[:200]}"
    return desk.sound(path)


def after_export(desk, code):
    if code == 0:
        code, _, errors = desk.run("rebuild", "--from", "out", "--book", desk.folder + "/again.duly")
        return None if code == 0 else f"the export can't be rebuilt: {errors[:200]}"
    return None


COMMANDS = {
    "record": (["record", "C2", "--result", "no answer", "--note", "the note"], after_record),
    "import": (["import", "second.csv", "--partial"], None),
    "first import": (["import", "second.csv", "--book", "fresh.duly"], None),
    "morning": (["morning"], lambda desk, code: backups(desk)),
    "backup": (["backup", "copy.duly"], lambda desk, code: backups(desk)),
    "restore": (["restore", "old.duly"], lambda desk, code: backups(desk)),
    "verify": (["verify"], None),
    "upgrade": (["queue", "--book", "older.book"], after_upgrade),
    "export": (["export", "--to", "out"], after_export),
}


def look(desk, name, check, code):
    if not os.path.exists(desk.book):
        return "there is no book any more"
    problem = desk.sound() or (check(desk, code) if check else None)
    if name == "first import" and os.path.exists(desk.folder + "/fresh.duly"):
        problem = problem or desk.sound(desk.folder + "/fresh.duly")
    return problem


def kills(table, desk, count, chance):
    for nth in range(count):
        name = list(COMMANDS)[nth % len(COMMANDS)]
        arguments, check = COMMANDS[name]
        with tempfile.TemporaryDirectory(dir=os.path.dirname(desk.folder)) as folder:
            other = desk.copy(folder + "/desk")
            if name not in kills.times:
                began = time.perf_counter()
                other.run(*arguments)
                kills.times[name] = time.perf_counter() - began
                other = desk.copy(folder + "/desk2")
            moment = chance.random() * kills.times[name] * 1.05
            process = other.start(arguments)
            # The moment itself is what is tested; there is no condition to wait for.
            time.sleep(moment)
            process.kill()
            process.communicate()
            problem = look(other, name, check, process.returncode)
            table.add(f"kill -9: {name}", problem, f"{' '.join(arguments)}, killed after {moment * 1000:.1f} ms")


kills.times = {}


def calls_of(desk, arguments, function, library, folder):
    log = folder + "/calls"
    desk.run(*arguments, LD_PRELOAD=library, DULY_FAIL=f"{function}:-1:EIO", DULY_FAIL_LOG=log)
    text = open(log).read() if os.path.exists(log) else ""
    return int(text or 0)


def faults(table, desk, library, most, chance):
    """Every n-th call of each function fails, in turn; of many, some are drawn."""
    for name, (arguments, check) in COMMANDS.items():
        for function, errors in [
            ("write", ["EIO", "ENOSPC", "EINTR", "SHORT"]), ("sync", ["EIO"]), ("open", ["EIO", "ENOSPC"]), ("rename", ["EIO"]),
            ("link", ["EIO"]), ("unlink", ["EIO"]), ("truncate", ["EIO"]),
        ]:
            with tempfile.TemporaryDirectory(dir=os.path.dirname(desk.folder)) as folder:
                calls = calls_of(desk.copy(folder + "/desk"), arguments, function, library, folder)
            places = range(1, calls + 1) if calls <= most else sorted(chance.sample(range(1, calls + 1), most))
            for nth in places:
                error = errors[nth % len(errors)]
                with tempfile.TemporaryDirectory(dir=os.path.dirname(desk.folder)) as folder:
                    other = desk.copy(folder + "/desk")
                    fault = f"{function}:{nth}:{error}"
                    code, output, said = other.run(*arguments, LD_PRELOAD=library, DULY_FAIL=fault)
                    problem = None
                    if code is None or code < 0:
                        problem = f"it ended with {code}"
                    elif code != 0 and not said.strip() + output.strip():
                        problem = f"it ended with {code} and said nothing"
                    elif "Success" in said or "(Foundation" in said or "NSCocoa" in said:
                        problem = f"it said: {said.strip()[:200]}"
                    problem = problem or look(other, name, check, code)
                    table.add(f"failing {function}: {name}", problem, f"{' '.join(arguments)} with DULY_FAIL={fault}")


def wal(table, desk, count, chance):
    """A write-ahead log that lost its end, or got a wrong bit."""
    with tempfile.TemporaryDirectory(dir=os.path.dirname(desk.folder)) as folder:
        busy = desk.copy(folder + "/desk")
        # An open reader keeps SQLite from clearing the log; it sleeps until it is killed below.
        held = subprocess.Popen(
            [sys.executable, "-c", "import sqlite3,sys,time\nb=sqlite3.connect(sys.argv[1])\nb.execute('begin')\n"
             "b.execute('select count(*) from entry').fetchall()\nprint('held',flush=True)\ntime.sleep(600)", busy.book],
            stdout=subprocess.PIPE)
        held.stdout.readline()
        for nth in range(6):
            busy.run("record", "C3", "--result", "no answer", "--note", f"logged {nth}", "--reason", "agreed before")
        log = open(busy.book + "-wal", "rb").read()
        book = open(busy.book, "rb").read()
        held.kill()
        held.wait()
        for nth in range(count):
            broken = bytearray(log)
            place = chance.randrange(len(broken))
            if nth % 2:
                broken[place] ^= 1 << chance.randrange(8)
            else:
                del broken[place:]
            other = Desk(desk.duly, f"{folder}/wal{nth}")
            open(other.book, "wb").write(book)
            open(other.book + "-wal", "wb").write(broken)
            os.chmod(other.book, 0o600)
            what = "flipped" if nth % 2 else "cut"
            table.add(f"log {what}", other.sound(), f"the log {what} at byte {place} of {len(log)}")
            shutil.rmtree(other.folder)


# MARK: Hostile text

HOSTILE = [
    "\x1b]0;owned\x07", "\x1b[2J\x1b[H", "\x9b31m", "\u202egpj.exe", "=HYPERLINK(\"http://x\")", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)",
    "a\u200bb\u2066c", "\x08\x08\x08", "\u0000x".replace("\u0000", "\x01"), "'; DROP TABLE item; --", "%s%n%d", "../../../etc/passwd",
    "\u0300" * 60, "W" * 300, "\U0001F4A9" * 40, "<script>", "{{name}}", "${HOME}`id`$(id)",
]

ACTS = re.compile(r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f\x80-\x9f\u200b\u202a-\u202e\u2066-\u2069]")


def on_terminal(desk, arguments):
    """What a command writes to a terminal."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(desk.folder)
        os.execve(desk.duly, [desk.duly, *arguments], desk.environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
    output, end = b"", time.time() + 20
    while time.time() < end:
        ready, _, _ = select.select([terminal], [], [], 5)
        if not ready:
            break
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        output += piece
    os.close(terminal)
    os.waitpid(child, 0)
    return output.decode(errors="replace")


PAGES = [
    ["queue"], ["queue", "--everyone"], ["queue", "--csv"], ["account", "X0"], ["journal"], ["journal", "--csv"], ["promises"],
    ["disputes"], ["follow-ups"], ["ageing"], ["handoff"], ["match"], ["placement", "X0"], ["draft", "X0"], ["verify"],
]


def hostile(table, desk, chance):
    """Payloads in every field of an extract and of records, shown by every list and page."""
    refused = 0
    for payload in HOSTILE:
        with tempfile.TemporaryDirectory(dir=os.path.dirname(desk.folder)) as folder:
            other = Desk(desk.duly, folder + "/desk")
            cell = '"' + payload.replace('"', '""') + '"'
            with open(other.folder + "/open.csv", "w") as file:
                file.write("Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount,Phone,Email,Contact,PO,Terms\n")
                due = TODAY - datetime.timedelta(days=40)
                for nth in range(3):
                    number = cell[:-1] + f'{nth}"'
                    file.write(f"X{nth},{cell},{number},{due},{due},USD,900.00,900.00,{cell},{cell},{cell},{cell},{cell}\n")
            code, _, errors = other.run("import", "open.csv")
            table.add("hostile: import", None if code in (0, 65) else f"it ended with {code}: {errors[:200]}", repr(payload))
            if code != 0:
                # Refused whole: then there is nothing to show. It is for few of them.
                refused += 1
                table.add("hostile: shown", None if refused <= 3 else "most payloads are refused, so nothing is looked at", "")
                continue
            other.run("record", "X0", "--result", "spoke", "--note", payload, "--reason", "agreed before")
            for page in PAGES:
                # The terminal itself puts a carriage return before each line feed.
                text = on_terminal(other, page).replace("\r\n", "\n")
                acts = sorted(set(ACTS.findall(text)) | ({"\x1b]"} if "\x1b]0;owned" in text or "\x1b[2J" in text else set()))
                table.add("hostile: on a terminal", None if not acts else f"{page} lets {acts!r} through", repr(payload))
                if page[-1] == "--csv":
                    _, output, _ = other.run(*page)
                    bad = [c for line in output.splitlines() for c in line.split(",") if c.lstrip('"')[:1] in ("=", "@", "+")]
                    table.add("hostile: CSV", None if not bad else f"{page} has the formula {bad[0]!r}", repr(payload))


# MARK: The workstation

class Workstation:
    """The program in a terminal of its own."""

    def __init__(self, desk):
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.execve(desk.duly, [desk.duly], desk.environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.set_blocking(self.terminal, False)

    def drain(self, seconds):
        end = time.time() + seconds
        while time.time() < end:
            if select.select([self.terminal], [], [], 0.02)[0]:
                try:
                    os.read(self.terminal, 65536)
                except OSError:
                    return

    def press(self, keys, pause=0.2):
        os.write(self.terminal, keys.encode())
        self.drain(pause)

    def type(self, words):
        for letter in words:
            self.press(letter, 0.004)

    def kill(self):
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        os.close(self.terminal)


def drafts(desk):
    kept = ""
    for place, _, names in os.walk(desk.folder + "/state"):
        for name in names:
            kept += open(os.path.join(place, name), errors="replace").read()
    return kept


def workstation(table, desk, count, chance):
    """Killed while a note is typed: what was typed a moment before is there again."""
    for nth in range(count):
        with tempfile.TemporaryDirectory(dir=os.path.dirname(desk.folder)) as folder:
            other = desk.copy(folder + "/desk")
            screen = Workstation(other)
            screen.drain(0.8)
            screen.press("o")
            screen.type(f"word{nth} " * 5)
            # A draft is written within 250 ms of a key.
            screen.drain(0.3)
            screen.press("later ", chance.random() * 0.3)
            if nth % 2:
                screen.press("\x1b", chance.random() * 0.2)
            screen.kill()
            kept = drafts(other)
            problem = None if f"word{nth} word{nth}" in kept else f"the note is lost: {kept[:200]!r}"
            table.add("kill -9: workstation", problem or other.sound(), f"note {nth}")


# MARK: The book replaced

def notes(path):
    """The words of a book's journal. In a process of its own: within one, SQLite takes a file that was moved for one that
    has its log where it was."""
    script = "import sqlite3, sys\nfor row in sqlite3.connect(sys.argv[1]).execute('SELECT text FROM entry'): print(row[0])"
    return set(subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True).stdout.splitlines())


class Writers:
    """Two who record one note after the other, each in a program of its own, until they are stopped."""

    def __init__(self, desk):
        self.desk, self.going, self.records = desk, True, []
        self.threads = [threading.Thread(target=self.write, args=(f"C{nth}",)) for nth in (2, 3)]
        for thread in self.threads:
            thread.start()

    def write(self, account):
        nth = 0
        while self.going:
            note, began = f"{account} note {nth} end", time.monotonic()
            code, _, errors = self.desk.run("record", account, "--result", "no answer", "--note", note, "--reason", "agreed")
            self.records.append((note, began, time.monotonic(), code, errors))
            nth += 1

    def stop(self):
        self.going = False
        for thread in self.threads:
            thread.join()


def moved(desk, chance):
    """The book is moved away, with its log or without it, another has its name for a while, and it comes back. What was
    acknowledged is in one that had the name while it was written, and in no other."""
    book, away, second = desk.book, desk.folder + "/away.book", desk.folder + "/second.book"
    shutil.copy(desk.folder + "/old.duly", second)
    os.chmod(second, 0o600)
    writers, spans, began = Writers(desk), [], time.monotonic()
    for _ in range(3):
        for mine, other, name in ((away, second, "first"), (second, away, "second")):
            time.sleep(0.02 + chance.random() * 0.1)
            os.rename(book, mine)
            spans.append((name, began, time.monotonic()))
            time.sleep(chance.random() * 0.02)
            began = time.monotonic()
            os.rename(other, book)
    time.sleep(0.05)
    writers.stop()
    spans.append(("first", began, time.monotonic()))
    found = {"first": notes(book), "second": notes(second)}
    for note, start, end, code, errors in writers.records:
        where = {name for name in found if note in found[name]}
        named = {name for name, since, until in spans if since <= end and start <= until}
        if code == 0 and not where:
            return f"{note} was acknowledged and is lost"
        if not where <= named:
            return f"{note} is in {where}, but {named or 'none'} had the name"
        if len(where) > 1:
            return f"{note} is in both"
        if code not in (0, 66, 73, 75):
            return f"{note} ended with {code}: {errors[:200]}"
    return desk.sound() or desk.sound(second)


def restored(desk, chance, *force):
    """A backup is restored while records are written: what was acknowledged is in the book or in one that was kept."""
    writers = Writers(desk)
    for _ in range(3):
        time.sleep(chance.random() * 0.1)
        code, _, errors = desk.run("restore", "old.duly", *force)
        if code not in (0, 75):
            writers.stop()
            return f"restore ended with {code}: {errors[:200]}"
    writers.stop()
    books = [desk.book] + [
        desk.folder + "/" + name for name in os.listdir(desk.folder)
        if ".before-" in name and not name.endswith(("-wal", "-shm"))]
    found = set().union(*(notes(book) for book in books))
    for note, _, _, code, errors in writers.records:
        if code == 0 and note not in found:
            return f"{note} was acknowledged and is lost"
        if code not in (0, 75):
            return f"{note} ended with {code}: {errors[:200]}"
    return next(filter(None, map(desk.sound, books)), None)


def moved_under_workstation(desk, chance):
    """Another book has the name while a note is recorded in the workstation: it waits, and goes into its own book."""
    away, second = desk.folder + "/away.book", desk.folder + "/second.book"
    shutil.copy(desk.folder + "/old.duly", second)
    os.chmod(second, 0o600)
    screen = Workstation(desk)
    screen.drain(0.8)
    screen.press("c")
    screen.type("precious words")
    screen.drain(chance.random() * 0.3)
    os.rename(desk.book, away)
    os.rename(second, desk.book)
    screen.press("\x1b[19~")
    screen.press("u", 0.6)
    kept = "precious words" in drafts(desk)
    os.rename(desk.book, second)
    os.rename(away, desk.book)
    end = time.time() + 15
    while time.time() < end and "precious words" not in notes(desk.book):
        screen.drain(0.1)
    screen.kill()
    if not kept:
        return "the book was away, and the words were in no draft"
    if "precious words" in notes(second):
        return "the words are in another book"
    if "precious words" not in notes(desk.book):
        return "the book is back, and the record has not come"
    return desk.sound() or desk.sound(second)


def replaced(table, desk, count, chance):
    ways = {
        "restored": restored,
        "restored by force": lambda desk, chance: restored(desk, chance, "--force"),
        "moved under a workstation": moved_under_workstation,
    }
    for nth in range(count):
        for name, way in ways.items():
            with tempfile.TemporaryDirectory(dir=os.path.dirname(desk.folder)) as folder:
                table.add(f"replaced: {name}", way(desk.copy(folder + "/desk"), chance), f"round {nth}")


def swapped(table, desk, count, chance):
    """Two books change names while programs write, and their logs stay behind. SQLite promises nothing for that, and
    this doesn't hold: it is asked for by name only, with --only swapped."""
    for nth in range(count):
        with tempfile.TemporaryDirectory(dir=os.path.dirname(desk.folder)) as folder:
            table.add("swapped while programs write", moved(desk.copy(folder + "/desk"), chance), f"round {nth}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--duly", required=True)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--faults", type=int, default=60, help="of each function and command, at most")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", default="kills,workstation,replaced,faults,wal,hostile")
    options = parser.parse_args()
    areas = options.only.split(",")
    chance = random.Random(options.seed)
    print(f"seed {options.seed}")
    table = Table()
    with tempfile.TemporaryDirectory(prefix="duly-torture-") as folder:
        desk = prepared(os.path.abspath(options.duly), folder + "/desk")
        if "kills" in areas:
            kills(table, desk, options.kills, chance)
        if "workstation" in areas:
            workstation(table, desk, max(4, options.kills // 20), chance)
        if "replaced" in areas:
            replaced(table, desk, max(2, options.kills // 25), chance)
        if "swapped" in areas:
            swapped(table, desk, max(2, options.kills // 25), chance)
        if "faults" in areas:
            library = folder + "/failing.so"
            compiler = os.environ.get("CC", "cc")
            subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, HERE + "/failing.c", "-ldl"], check=True)
            faults(table, desk, library, options.faults, chance)
        if "wal" in areas:
            wal(table, desk, max(10, options.kills // 5), chance)
        if "hostile" in areas:
            hostile(table, desk, chance)
    sys.exit(0 if table.show() else 1)


main()
