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

// Swift's traps arrive as SIGILL or SIGTRAP. The rest are what a default disposition would let kill us.
static const int deadly[] = {
    SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSYS, SIGQUIT,
    SIGXCPU, SIGXFSZ, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2,
};
enum { DEADLY = sizeof deadly / sizeof deadly[0] };

static struct sigaction before[DEADLY];
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

static void dying(int number, siginfo_t *information, void *context) {
    (void)context;
    if (owns_screen) {
        owns_screen = 0;
        terminal_write(STDOUT_FILENO, leaving_sequence, leaving_length);
        terminal_guard_restore();
        release_stderr();
    }
    for (int i = 0; i < DEADLY; i++) {
        if (deadly[i] == number) sigaction(number, &before[i], NULL);
    }
    // A faulty instruction is run again and meets whoever comes after us, with the registers as they were.
    int runs_again = number == SIGSEGV || number == SIGBUS || number == SIGILL || number == SIGFPE;
    if (runs_again && information->si_code > 0) return;
    // Blocked until this handler returns: then the program dies of the very signal, for its parent to see.
    raise(number);
}

void terminal_guard_begin(const char *leaving, size_t length) {
    have_settings = tcgetattr(STDIN_FILENO, &settings) == 0;
    leaving_length = length < sizeof leaving_sequence ? length : sizeof leaving_sequence;
    memcpy(leaving_sequence, leaving, leaving_length);

    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_sigaction = dying, .sa_flags = SA_ONSTACK | SA_SIGINFO};
    // All signals wait, SIGTTOU too: it would stop a background program in the middle of putting things back.
    sigfillset(&action.sa_mask);
    for (int i = 0; i < DEADLY; i++) {
        sigaction(deadly[i], &action, &before[i]);
        if (before[i].sa_handler == SIG_IGN) sigaction(deadly[i], &before[i], NULL);
    }
}

void terminal_guard_end(void) {
    for (int i = 0; i < DEADLY; i++) sigaction(deadly[i], &before[i], NULL);
}

void terminal_guard_owns(int screen) {
    if (screen == owns_screen) return;
    if (screen) hold_stderr();
    else release_stderr();
    owns_screen = screen;
}
