// Preloaded by torture.py: makes the n-th call of one function fail, as a broken disk would.
//
// DULY_FAIL=write:7:ENOSPC   the seventh write fails; SHORT writes one byte of it.
// DULY_FAIL_LOG=FILE         counts the calls, for the caller to know how many there are.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char wanted[16];
static long nth = -1;
static int code;
static int is_short;
static atomic_long calls;
static int log_descriptor = -1;

__attribute__((constructor)) static void set_up(void) {
    const char *fail = getenv("DULY_FAIL"), *log = getenv("DULY_FAIL_LOG");
    char error[16] = "";
    if (fail != NULL) sscanf(fail, "%15[a-z]:%ld:%15s", wanted, &nth, error);
    is_short = strcmp(error, "SHORT") == 0;
    code = strcmp(error, "ENOSPC") == 0 ? ENOSPC : strcmp(error, "EINTR") == 0 ? EINTR : EIO;
    if (log != NULL) log_descriptor = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

/// Whether this call is the one that fails.
static int fails(const char *name) {
    if (strcmp(name, wanted) != 0) return 0;
    long call = atomic_fetch_add(&calls, 1) + 1;
    if (log_descriptor >= 0) {
        char line[24];
        int length = snprintf(line, sizeof line, "%ld", call);
        ssize_t (*plain)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, "pwrite");
        plain(log_descriptor, line, (size_t)length, 0);
    }
    if (call != nth) return 0;
    errno = code;
    return 1;
}

#define NEXT(type, name, ...) ((type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

#define WRITING(name, offset_type) \
    ssize_t name(int file, const void *bytes, size_t count, offset_type at) { \
        if (file > 2 && fails("write")) { \
            if (!is_short || count < 2) return -1; \
            return NEXT(ssize_t, name, int, const void *, size_t, offset_type)(file, bytes, 1, at); \
        } \
        return NEXT(ssize_t, name, int, const void *, size_t, offset_type)(file, bytes, count, at); \
    }
WRITING(pwrite, off_t)
WRITING(pwrite64, off64_t)

ssize_t write(int file, const void *bytes, size_t count) {
    if (file > 2 && fails("write")) {
        if (!is_short || count < 2) return -1;
        count = 1;
    }
    return NEXT(ssize_t, write, int, const void *, size_t)(file, bytes, count);
}

int fsync(int file) { return fails("sync") ? -1 : NEXT(int, fsync, int)(file); }
int fdatasync(int file) { return fails("sync") ? -1 : NEXT(int, fdatasync, int)(file); }
int rename(const char *from, const char *to) { return fails("rename") ? -1 : NEXT(int, rename, const char *, const char *)(from, to); }
int renameat2(int one, const char *from, int two, const char *to, unsigned flags) {
    return fails("rename") ? -1 : NEXT(int, renameat2, int, const char *, int, const char *, unsigned)(one, from, two, to, flags);
}
int link(const char *from, const char *to) { return fails("link") ? -1 : NEXT(int, link, const char *, const char *)(from, to); }
int unlink(const char *path) { return fails("unlink") ? -1 : NEXT(int, unlink, const char *)(path); }
int ftruncate(int file, off_t length) { return fails("truncate") ? -1 : NEXT(int, ftruncate, int, off_t)(file, length); }
int ftruncate64(int file, off64_t length) { return fails("truncate") ? -1 : NEXT(int, ftruncate64, int, off64_t)(file, length); }

#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        /* Only what is written to: a program that can't load its libraries says nothing about us. */ \
        if ((flags & O_ACCMODE) != O_RDONLY && fails("open")) return -1; \
        return NEXT(int, name, const char *, int, mode_t)(path, flags, mode); \
    }
OPENING(open)
OPENING(open64)
