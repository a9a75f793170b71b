"""Measures the workstation from outside, through a terminal of its own, in turn with peers.

First screen, keys, opening an account, a paste, idling, memory: see ARCHITECTURE.md §7. Used by bench.py.
"""
import fcntl, os, pty, re, select, shutil, signal, statistics, struct, subprocess, tempfile, termios, time

ROWS, COLUMNS = 24, 80


class Program:
    """A program in a terminal: bytes in, bytes out, and what the kernel says about it."""

    def __init__(self, command, folder=None, **environment):
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", **environment)
            if folder:
                os.chdir(folder)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvp(command[0], command)

    def read(self, seconds):
        """What comes within so many seconds, or b"" where nothing does."""
        ready, _, _ = select.select([self.terminal], [], [], seconds)
        if not ready:
            return b""
        try:
            return os.read(self.terminal, 1 << 16)
        except OSError:
            return b""

    def until(self, pattern, seconds=20):
        """Milliseconds from the start until the screen shows something."""
        seen, end = b"", time.perf_counter() + seconds
        while not re.search(pattern, seen):
            if time.perf_counter() > end:
                raise SystemExit(f"{pattern} never came: {seen[-300:]!r}")
            seen += self.read(1)
        return (time.perf_counter() - self.started) * 1000

    def settle(self, quiet=0.15):
        """Reads until nothing has come for a while."""
        count = 0
        while chunk := self.read(quiet):
            count += len(chunk)
        return count

    def press(self, keys, quiet=0.03):
        """Milliseconds from the key to the last byte that it brings, and how many bytes."""
        begin = last = time.perf_counter()
        os.write(self.terminal, keys)
        count, wait = 0, 1
        while chunk := self.read(wait):
            last, count, wait = time.perf_counter(), count + len(chunk), quiet
        return (last - begin) * 1000, count

    def cpu(self):
        """Milliseconds of processor time so far."""
        with open(f"/proc/{self.pid}/schedstat") as file:
            return int(file.read().split()[0]) / 1e6

    def status(self, field):
        with open(f"/proc/{self.pid}/status") as file:
            return int(re.search(rf"^{field}:\s+(\d+)", file.read(), re.M)[1])

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        self.settle(0.05)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def starts(programs, times):
    """Median milliseconds to the first screen of each program, in turn."""
    taken = {name: [] for name in programs}
    for _ in range(times):
        for name, (make, pattern) in programs.items():
            program = make()
            taken[name].append(program.until(pattern))
            program.settle()
            program.end()
    return {name: statistics.median(times) for name, times in taken.items()}


def keys(program, key, times):
    """Median and 99th percentile of latency, processor milliseconds and bytes of a key."""
    program.settle(0.5)
    before, latencies, count = program.cpu(), [], 0
    for _ in range(times):
        latency, sent = program.press(key)
        latencies.append(latency)
        count += sent
    latencies.sort()
    return (
        latencies[len(latencies) // 2], latencies[min(times - 1, times * 99 // 100)],
        (program.cpu() - before) / times, count / times)


def newsboat(folder):
    urls = os.path.join(folder, "urls")
    with open(urls, "w") as file:
        file.write("file:///nonexistent\n")
    return ["newsboat", "-u", urls, "-c", os.path.join(folder, "cache.db")]


def repository(folder):
    """A repository with enough history to scroll in."""
    path = os.path.join(folder, "repository")
    if not os.path.exists(path):
        subprocess.run(["git", "init", "-q", path], check=True)
        for number in range(120):
            subprocess.run(
                ["git", "-C", path, "-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "-q",
                 "--allow-empty", "-m", f"Step {number}"], check=True)
    return path


def screens(duly, book, folder, line):
    """Prints the rows of the workstation's budgets."""
    state = tempfile.mkdtemp(prefix="duly-bench-")
    history = repository(folder)
    desk = lambda: Program([duly], DULY_BOOK=book, XDG_STATE_HOME=state, XDG_CONFIG_HOME=state)
    tig = lambda: Program(["tig"], folder=history)
    first = starts(
        {"duly": (desk, b"Queue"), "newsboat": (lambda: Program(newsboat(folder)), b"Your feeds"), "tig": (tig, b"Step 119")}, 15)
    line("newsboat, tig: first screen", "", f"{first['newsboat']:.1f} ms, {first['tig']:.1f} ms")
    line("first screen", "no slower than newsboat", f"{first['duly']:.1f} ms = {first['duly'] / first['newsboat']:.2f} x")

    ours, theirs = desk(), tig()
    ours.until(b"Queue")
    theirs.until(b"Step 119")
    median, worst, cpu, sent = keys(theirs, b"j", 60)
    line("tig: a move, median, p99, processor, bytes", "", f"{median:.2f} ms, {worst:.2f} ms, {cpu:.2f} ms, {sent:.0f}")
    median, worst, cpu, sent = keys(ours, b"j", 60)
    line("a move, median, p99", "no worse than tig", f"{median:.2f} ms, {worst:.2f} ms")
    line("a move, processor, bytes", "<= 0.5 ms, <= 330", f"{cpu:.2f} ms, {sent:.0f}")
    theirs.end()

    opened = []
    for _ in range(15):
        opened.append(ours.press(b"\r")[0])
        ours.press(b"\x1b", 0.1)
        ours.press(b"j")
    line("opening an account, median, worst", "<= 10 ms", f"{statistics.median(opened):.1f} ms, {max(opened):.1f} ms")

    ours.settle(0.5)
    cpu, woken = ours.cpu(), ours.status("voluntary_ctxt_switches")
    sent = ours.settle(10)
    line("10 s idle: processor, bytes, wake-ups", "0, 0, the minute",
         f"{ours.cpu() - cpu:.2f} ms, {sent}, {ours.status('voluntary_ctxt_switches') - woken}")

    ours.press(b"\r", 0.2)
    ours.press(b"o", 0.2)
    words = " ".join(f"word{number}" for number in range(1400))[:10_000]
    pasted, _ = ours.press(b"\x1b[200~" + words.encode() + b"\x1b[201~", 0.1)
    line("10 KB pasted into a note, painted", "<= 50 ms", f"{pasted:.1f} ms")
    line("memory, with the book open for a while", "<= 40 MB", f"{ours.status('VmRSS') / 1024:.0f} MB")
    ours.end()
    shutil.rmtree(state)
