#include <sqlite3.h>

// Debian's library is built with it; its header declares it only to those who say that they know.
extern void *sqlite3_preupdate_hook(
    sqlite3 *, void (*)(void *, sqlite3 *, int, char const *, char const *, sqlite3_int64, sqlite3_int64), void *);
extern int sqlite3_preupdate_old(sqlite3 *, int, sqlite3_value **);
extern int sqlite3_preupdate_new(sqlite3 *, int, sqlite3_value **);
extern int sqlite3_preupdate_count(sqlite3 *);

/// Stops SQLite from counting its memory, which locks all connections of the process against each other at every
/// allocation. To be called before the first of them is opened. Here, because Swift can't call functions with `...`.
static inline void csqlite_leave_memory_uncounted(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
