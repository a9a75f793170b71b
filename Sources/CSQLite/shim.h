#include <sqlite3.h>

/// Stops SQLite from counting its memory, which locks all connections of the process against each other at every
/// allocation. To be called before the first of them is opened. Here, because Swift can't call functions with `...`.
static inline void csqlite_leave_memory_uncounted(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
