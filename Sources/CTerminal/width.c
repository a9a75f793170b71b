// How wide a character is: libc's answer, which is also the one ncurses and most terminals work with.
#define _GNU_SOURCE
#include "CTerminal.h"
#include <locale.h>
#include <pthread.h>
#include <wchar.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static locale_t utf8;

// A locale of our own: under LC_ALL=C, as in cron and in tests, libc would call everything beyond ASCII unprintable.
static void make_utf8(void) {
    utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!utf8) utf8 = newlocale(LC_CTYPE_MASK, "en_US.UTF-8", (locale_t)0);
}

int terminal_width(uint32_t scalar) {
    pthread_once(&once, make_utf8);
    if (!utf8) return 1;
    locale_t before = uselocale(utf8);
    int width = wcwidth((wchar_t)scalar);
    uselocale(before);
    return width;
}
