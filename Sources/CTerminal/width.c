// How wide a character is: libc's answer, which is also the one ncurses and most terminals work with.
#define _GNU_SOURCE
#include "CTerminal.h"
#include <locale.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <wchar.h>

enum { BLOCK = 256, BLOCKS = 0x110000 / BLOCK };

static pthread_once_t once = PTHREAD_ONCE_INIT;
static locale_t utf8;
// Widths once asked for, a block of neighbours at a time: changing the locale for each would cost more than drawing.
static _Atomic(signed char *) known[BLOCKS];

// A locale of our own: under LC_ALL=C, as in cron and in tests, libc would call everything beyond ASCII unprintable.
static void make_utf8(void) {
    utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!utf8) utf8 = newlocale(LC_CTYPE_MASK, "en_US.UTF-8", (locale_t)0);
}

static signed char *ask(uint32_t block) {
    signed char *widths = malloc(BLOCK);
    if (!widths) return NULL;
    pthread_once(&once, make_utf8);
    locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
    for (int i = 0; i < BLOCK; i++) widths[i] = (signed char)wcwidth((wchar_t)(block * BLOCK + (uint32_t)i));
    if (utf8) uselocale(before);

    signed char *other = NULL;
    if (atomic_compare_exchange_strong(&known[block], &other, widths)) return widths;
    free(widths); // Another thread was faster.
    return other;
}

int terminal_width(uint32_t scalar) {
    uint32_t block = scalar / BLOCK;
    if (block >= BLOCKS) return -1;
    signed char *widths = atomic_load_explicit(&known[block], memory_order_acquire);
    if (!widths) widths = ask(block);
    return widths ? widths[scalar % BLOCK] : 1;
}
