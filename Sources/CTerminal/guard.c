// Whatever kills the program, the terminal is left as it was found. Everything in the handler is async-signal-safe.
#define _GNU_SOURCE
#include "CTerminal.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

// Swift's traps arrive as SIGILL or SIGTRAP. Somebody who sends SIGQUIT wants an end at once.
static const int deadly[] = {SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSYS, SIGQUIT};
enum { DEADLY = sizeof deadly / sizeof deadly[0] };
static const char *const names[DEADLY] = {
    "SIGSEGV", "SIGABRT", "SIGILL", "SIGTRAP", "SIGBUS", "SIGFPE", "SIGSYS", "SIGQUIT",
};

// Nothing that we asked for, and no reason to end: the default would kill us. The signals from SIGRTMIN on come after.
static const int idle[] = {
    SIGPIPE, SIGXFSZ, SIGIO, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGSTKFLT,
};
enum { IDLE = sizeof idle / sizeof idle[0], REAL_TIME = 64 };

static struct sigaction before[DEADLY];
static struct sigaction idle_before[IDLE + REAL_TIME];
// What is said last; two places, so that a signal never finds a line half written.
static char last_words[2][1024];
static volatile sig_atomic_t last_words_at;
static struct termios settings;
static int have_settings;
static char leaving_sequence[512];
static size_t leaving_length;
static volatile sig_atomic_t owns_screen;
static int real_stderr = -1, held_stderr = -1;
// A stack overflow leaves no room for a handler on the stack that overflowed.
static char handler_stack[64 * 1024];

int terminal_write(int descriptor, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return -1;
        bytes += written;
        length -= (size_t)written;
    }
    return 0;
}

// What a library or the Swift runtime has to say must not tear the screen, and must not vanish with it.
static void hold_stderr(void) {
    if (!isatty(STDERR_FILENO)) return;
    held_stderr = memfd_create("duly-stderr", MFD_CLOEXEC);
    if (held_stderr < 0) return;
    real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (real_stderr >= 0) dup2(held_stderr, STDERR_FILENO);
}

static void release_stderr(void) {
    if (real_stderr >= 0) {
        dup2(real_stderr, STDERR_FILENO);
        close(real_stderr);
        real_stderr = -1;
    }
    if (held_stderr < 0) return;
    char buffer[1024];
    off_t at = 0;
    ssize_t got;
    while ((got = pread(held_stderr, buffer, sizeof buffer, at)) > 0) {
        if (terminal_write(STDERR_FILENO, buffer, (size_t)got) != 0) break;
        at += got;
    }
    close(held_stderr);
    held_stderr = -1;
}

void terminal_guard_restore(void) {
    if (have_settings) tcsetattr(STDIN_FILENO, TCSADRAIN, &settings);
}

static void say(const char *text) { terminal_write(STDERR_FILENO, text, strlen(text)); }

static void dying(int number) {
    if (owns_screen) {
        owns_screen = 0;
        terminal_write(STDOUT_FILENO, leaving_sequence, leaving_length);
        terminal_guard_restore();
        release_stderr();
    }
    const char *name = "a signal";
    for (int i = 0; i < DEADLY; i++) {
        if (deadly[i] == number) name = names[i];
    }
    say("duly: ended by ");
    say(name);
    say(". ");
    say(last_words[last_words_at]);
    say("\n");
    // Not to whoever was there before: the toolchain's backtracer would ask its questions in this terminal.
    signal(number, SIG_DFL);
    // Blocked until this handler returns: then the program dies of the very signal, for its parent to see.
    raise(number);
}

void terminal_guard_says(const char *line) {
    int next = !last_words_at;
    strncpy(last_words[next], line, sizeof last_words[next] - 1);
    last_words_at = next;
}

static int idle_signal(int i) { return i < IDLE ? idle[i] : SIGRTMIN + i - IDLE; }

static void ignore_idle(void) {
    struct sigaction action = {.sa_handler = SIG_IGN};
    for (int i = 0; i < IDLE + REAL_TIME && idle_signal(i) <= SIGRTMAX; i++) {
        sigaction(idle_signal(i), &action, &idle_before[i]);
    }
}

static void heed_idle(void) {
    for (int i = 0; i < IDLE + REAL_TIME && idle_signal(i) <= SIGRTMAX; i++) {
        sigaction(idle_signal(i), &idle_before[i], NULL);
    }
}

void terminal_guard_begin(const char *leaving, size_t length) {
    have_settings = tcgetattr(STDIN_FILENO, &settings) == 0;
    leaving_length = length < sizeof leaving_sequence ? length : sizeof leaving_sequence;
    memcpy(leaving_sequence, leaving, leaving_length);

    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_handler = dying, .sa_flags = SA_ONSTACK};
    // All signals wait, SIGTTOU too: it would stop a background program in the middle of putting things back.
    sigfillset(&action.sa_mask);
    for (int i = 0; i < DEADLY; i++) {
        sigaction(deadly[i], &action, &before[i]);
        if (before[i].sa_handler == SIG_IGN) sigaction(deadly[i], &before[i], NULL);
    }
    ignore_idle();
}

void terminal_guard_end(void) {
    for (int i = 0; i < DEADLY; i++) sigaction(deadly[i], &before[i], NULL);
    heed_idle();
}

void terminal_guard_owns(int screen) {
    if (screen == owns_screen) return;
    if (screen) hold_stderr();
    else release_stderr();
    owns_screen = screen;
}
