// Sleeping until something happens, signals among it.
#define _GNU_SOURCE
#include "CTerminal.h"
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

int terminal_signals_open(const int *signals, int count) {
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < count; i++) sigaddset(&set, signals[i]);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int terminal_signals_read(int descriptor) {
    struct signalfd_siginfo information;
    ssize_t got = read(descriptor, &information, sizeof information);
    return got == (ssize_t)sizeof information ? (int)information.ssi_signo : 0;
}

int terminal_wait(const int *descriptors, short *events, int count, int64_t nanoseconds) {
    enum { MOST = 16 };
    struct pollfd polled[MOST];
    if (count > MOST) count = MOST;
    for (int i = 0; i < count; i++) polled[i] = (struct pollfd){.fd = descriptors[i], .events = POLLIN};

    sigset_t asleep;
    pthread_sigmask(SIG_BLOCK, NULL, &asleep);
    sigdelset(&asleep, SIGWINCH);
    struct timespec left = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000};
    int ready = ppoll(polled, (nfds_t)count, nanoseconds < 0 ? NULL : &left, &asleep);
    for (int i = 0; i < count; i++) events[i] = ready > 0 ? polled[i].revents : 0;
    return ready;
}
