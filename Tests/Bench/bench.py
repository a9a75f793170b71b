"""Measures the budgets of the design on a large book, beside sqlite3 doing the bare part of the work.

    python3 Tests/Bench/bench.py --built .build-release/release --folder /tmp/duly-bench

The book (100,000 accounts, 1,000,000 invoices, 2,000,000 entries) is made once in the folder and used again.
Figures are medians of several runs; peers run in turn with ours, since machines drift.
"""
import re
import argparse, datetime, os, random, statistics, subprocess, sys, time

from screen import screens

ITEMS, ACCOUNTS = 1_000_000, 100_000


def run(command, **options):
    """Runs a command and returns its wall seconds and its peak memory in MB; fails loudly."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command} failed: {error.decode()}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def extract(path, seed, changed=0.0):
    """Writes an extract of open items; `changed` of its rows differ from that of the same seed without."""
    chance, moved = random.Random(seed), random.Random(seed + 1)
    today = datetime.date.today()
    with open(path, "w") as file:
        file.write("Customer,Customer Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount\n")
        for number in range(ITEMS):
            account = chance.randrange(ACCOUNTS)
            issued = today - datetime.timedelta(days=chance.randrange(5, 200))
            due = issued + datetime.timedelta(days=30)
            amount = chance.randrange(1_000, 5_000_000)
            open_ = amount // 2 if moved.random() < changed else amount
            file.write(
                f"{10001 + account},Customer {account},INV-{1000000 + number},{issued},{due},USD,"
                f"{amount / 100:.2f},{open_ / 100:.2f}\n")


def sqlite_import(path, folder):
    """The bare part of the same work: sqlite3 .import into a table, and two indexes."""
    book = os.path.join(folder, "bare.db")
    for file in (book, book + "-wal", book + "-shm"):
        if os.path.exists(file):
            os.remove(file)
    script = (
        "CREATE TABLE item(customer TEXT, name TEXT, number TEXT, issued TEXT, due TEXT, currency TEXT, amount REAL, open REAL);\n"
        f".mode csv\n.import --skip 1 {path} item\n"
        "CREATE INDEX a ON item(customer, number); CREATE INDEX b ON item(number);")
    start = time.perf_counter()
    subprocess.run(["sqlite3", book], input=script.encode(), check=True)
    return time.perf_counter() - start


def line(what, budget, figure):
    print(f"{what:<52} {budget:>22}   {figure}", flush=True)


def keys():
    """How many keys a call costs from the row to the record; KeyEconomyTests presses them."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "keys.txt"), encoding="utf-8") as scripts:
        for script in scripts:
            if script.startswith("#") or not script.strip():
                continue
            result, limit, typed = (part.strip() for part in script.split("|"))
            line(f"keys: {result}", limit, len(re.findall(r"<[^>]+>|.", typed)))


def imports(duly, folder):
    first, changed = os.path.join(folder, "open.csv"), os.path.join(folder, "changed.csv")
    if not os.path.exists(changed):
        extract(first, 7)
        extract(changed, 7, 0.01)
    book = os.path.join(folder, "import.duly")
    bare, new, again, little, memory = [], [], [], [], []
    for _ in range(3):
        for file in (book, book + "-wal", book + "-shm"):
            if os.path.exists(file):
                os.remove(file)
        bare.append(sqlite_import(first, folder))
        for times, file in ((new, first), (again, first), (little, changed)):
            seconds, peak = run([duly, "import", file, "--book", book])
            times.append(seconds)
            memory.append(peak)
    base, fresh = statistics.median(bare), statistics.median(new)
    line("sqlite3 .import, two indexes", "", f"{base:.2f} s")
    line("import of 1,000,000 open items into a new book", "<= 2.0 x sqlite3", f"{fresh:.2f} s = {fresh / base:.2f} x")
    line("the same again", "<= 0.7 x the first", f"{statistics.median(again):.2f} s = {statistics.median(again) / fresh:.2f} x")
    line("with 1 % changed", "<= 0.7 x the first", f"{statistics.median(little):.2f} s = {statistics.median(little) / fresh:.2f} x")
    line("memory of an import, at most", "<= 150 MB", f"{max(memory):.0f} MB")


def big_book(duly, folder):
    book = os.path.join(folder, "big.duly")
    if not os.path.exists(book):
        print("making the big book, once ...", flush=True)
        run([duly, "demo", "--keep", book, "--accounts", str(ACCOUNTS), "--invoices", str(ITEMS), "--entries", "2000000"])
    return book


def readings(duly, book):
    def median(command, times=7):
        return statistics.median(run(command)[0] for _ in range(times))

    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    ranking = median([duly, "morning", "--no-backup", "--book", book], 5)
    line("ranking everything anew", "<= 0.8 s", f"{ranking:.2f} s")
    queue = median([duly, "queue", "--limit", "50", "--book", book], 15)
    line("queue --limit 50, on the ranked day", "<= 20 ms", f"{queue * 1000:.1f} ms")
    past = median([duly, "queue", "--limit", "50", "--as-of", str(yesterday), "--book", book], 3)
    line("queue --limit 50, on another day", "<= 1 s", f"{past:.2f} s")
    _, memory = run([duly, "queue", "--limit", "50", "--book", book])
    line("memory of a page of the queue", "<= 40 MB", f"{memory:.0f} MB")


def commits(built, book, folder):
    """Wrap-ups inside one process that keeps the book open, in turn with a bare durable commit."""
    copy = os.path.join(folder, "calls.duly")
    subprocess.run(["cp", "--reflink=auto", book, copy], check=True)
    # The copy's own way to the disk is not what is measured.
    os.sync()
    times = [
        [float(figure) for figure in subprocess.run(
            [os.path.join(built, "BookBench"), copy, folder, "1000"], check=True, capture_output=True).stdout.split()]
        for _ in range(5)
    ]
    bare, call, worst = (statistics.median(figures) for figures in zip(*times))
    line("bare durable SQLite commit, median", "", f"{bare:.2f} ms")
    line("wrap-up commit, median", "<= 2 x bare", f"{call:.2f} ms = {call / bare:.2f} x")
    line("wrap-up commit, 99th percentile", "<= 10 ms", f"{worst:.2f} ms")
    for file in (copy, copy + "-wal", copy + "-shm"):
        if os.path.exists(file):
            os.remove(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--built", required=True, help="the folder with duly and BookBench, release builds")
    parser.add_argument("--installed", help="the program as it is installed, for the workstation's rows")
    parser.add_argument("--folder", required=True)
    parser.add_argument("--only", choices=["import", "book", "screen", "keys"])
    options = parser.parse_args()
    built = os.path.abspath(options.built)
    duly = os.path.join(built, "duly")
    os.makedirs(options.folder, exist_ok=True)
    line("what", "budget", "measured")
    if options.only in (None, "keys"):
        keys()
    if options.only == "keys":
        return
    if options.only in (None, "import"):
        imports(duly, options.folder)
    if options.only == "import":
        return
    book = big_book(duly, options.folder)
    if options.only in (None, "book"):
        readings(duly, book)
        commits(built, book, options.folder)
    if options.only in (None, "screen"):
        screens(os.path.abspath(options.installed or duly), book, options.folder, line)


if __name__ == "__main__":
    main()
