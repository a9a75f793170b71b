// The one file that includes <curses.h>: the screen and the keyboard through ncurses (wide character build).
#define _GNU_SOURCE
#include "CTerminal.h"
#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include "keys.h"

// <term.h> makes a macro of a word that our header uses.
#undef columns

enum { SLOTS = 32 };
static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

static SCREEN *screen;
// Keys are read from a pad: reading from stdscr would repaint it behind our back.
static WINDOW *keyboard;
static attr_t attributes_of[SLOTS];
static int cursor_shown;
// Whether the terminal is ours just now. isendwin() also says no before the first picture.
static int entered;

// Wide characters vanish without a UTF-8 locale. Only LC_CTYPE: nobody's decimal point may change.
static void prefer_utf8(void) {
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

// Adds a capability without its padding ("$<5>"), which only tputs understands.
static size_t append(char *all, size_t length, size_t room, const char *capability) {
    if (!capability) return length;
    for (const char *c = capability; *c && length + 1 < room; c++) {
        const char *end;
        if (c[0] == '$' && c[1] == '<' && (end = strchr(c, '>'))) c = end;
        else all[length++] = *c;
    }
    return length;
}

static void arm_guard(void) {
    char leaving[512];
    size_t length = append(leaving, 0, sizeof leaving, paste_off);
    const char *const last[] = {orig_pair, exit_attribute_mode, cursor_normal, keypad_local, exit_ca_mode};
    for (size_t i = 0; i < sizeof last / sizeof last[0]; i++) {
        length = append(leaving, length, sizeof leaving, last[i]);
    }
    terminal_guard_begin(leaving, length);
}

// Whether this terminal will do, and if so, how to leave it.
static int examine(void) {
    if (!getenv("TERM")) return TERMINAL_UNKNOWN;
    int status = 0;
    if (setupterm(NULL, STDOUT_FILENO, &status) != OK) {
        return status == 1 ? TERMINAL_TOO_SIMPLE : status == 0 ? TERMINAL_UNKNOWN : TERMINAL_FAILED;
    }
    int can_place = cursor_address != NULL;
    // Before curses changes the terminal's settings: these are the ones to put back.
    if (can_place) arm_guard();
    del_curterm(cur_term);
    return can_place ? TERMINAL_OPENED : TERMINAL_TOO_SIMPLE;
}

// Until it has come back from endwin() once, curses flushes after every movement of its cursor: a dozen writes for
// a key where one will do. Nothing has been shown yet, so what it would send to leave goes nowhere.
static void come_back_once(void) {
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    int terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (nowhere >= 0 && terminal >= 0) {
        dup2(nowhere, STDOUT_FILENO);
        endwin();
        dup2(terminal, STDOUT_FILENO);
    }
    if (nowhere >= 0) close(nowhere);
    if (terminal >= 0) close(terminal);
}

static void enter(void) {
    entered = 1;
    terminal_guard_owns(1);
    terminal_write(STDOUT_FILENO, paste_on, sizeof paste_on - 1);
}

static void leave(void) {
    entered = 0;
    curs_set(1);
    cursor_shown = 1;
    endwin();
    terminal_write(STDOUT_FILENO, paste_off, sizeof paste_off - 1);
    terminal_guard_restore();
    terminal_guard_owns(0);
}

int terminal_open(void) {
    prefer_utf8();
    int examined = examine();
    if (examined != TERMINAL_OPENED) return examined;

    use_tioctl(TRUE);
    screen = newterm(NULL, stdout, stdin);
    if (!screen) {
        terminal_guard_end();
        return TERMINAL_FAILED;
    }
    come_back_once();
    raw();
    noecho();
    nonl();
    set_escdelay(25);
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    keyboard = newpad(1, 1);
    keypad(keyboard, TRUE);
    nodelay(keyboard, TRUE);
    meta(keyboard, TRUE);
    keys_define();
    scrollok(stdscr, FALSE);
    cursor_shown = 1;
    enter();
    return TERMINAL_OPENED;
}

void terminal_close(void) {
    if (!screen) return;
    if (entered) leave();
    terminal_guard_end();
    delwin(keyboard);
    delscreen(screen);
    screen = NULL;
}

void terminal_suspend(void) {
    if (screen && entered) leave();
}

void terminal_resume(void) {
    if (!screen) return;
    // A window resized while another program had it told that program, not us.
    struct winsize now;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &now) == 0 && now.ws_row > 0 && now.ws_col > 0
        && (now.ws_row != LINES || now.ws_col != COLS)) resizeterm(now.ws_row, now.ws_col);
    reset_prog_mode();
    enter();
    clearok(curscr, TRUE);
}

void terminal_size(int *columns, int *rows) {
    *columns = COLS;
    *rows = LINES;
}

int terminal_colours(void) {
    return has_colors() ? COLORS : 0;
}

static attr_t curses_attributes(unsigned bits) {
    attr_t all = A_NORMAL;
    if (bits & TERMINAL_BOLD) all |= A_BOLD;
    if (bits & TERMINAL_DIM) all |= A_DIM;
    if (bits & TERMINAL_ITALIC) all |= A_ITALIC;
    if (bits & TERMINAL_UNDERLINE) all |= A_UNDERLINE;
    if (bits & TERMINAL_REVERSE) all |= A_REVERSE;
    if (bits & TERMINAL_BLINK) all |= A_BLINK;
    return all;
}

void terminal_paint(int slot, int foreground, int background, unsigned attributes) {
    if (slot < 0 || slot >= SLOTS) return;
    attributes_of[slot] = curses_attributes(attributes);
    if (!has_colors() || slot + 1 >= COLOR_PAIRS || (foreground < 0 && background < 0)) return;
    // Each slot has a pair of its own: 31 fit into the 64 of the poorest colour terminal.
    init_pair((short)(slot + 1), (short)foreground, (short)background);
    attributes_of[slot] |= COLOR_PAIR(slot + 1);
}

void terminal_put(int row, int column, const uint32_t *scalars, int count, int slot) {
    _Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "a wchar_t holds a scalar");
    attrset(attributes_of[slot & (SLOTS - 1)]);
    mvaddnwstr(row, column, (const wchar_t *)scalars, count);
}

void terminal_put_narrow(int row, int column, const uint32_t *scalars, int count, int slot) {
    enum { PIECE = 256 };
    chtype cells[PIECE];
    attr_t look = attributes_of[slot & (SLOTS - 1)];
    for (int done = 0; done < count;) {
        int piece = 0;
        while (piece < PIECE && done + piece < count && scalars[done + piece] >= 0x20 && scalars[done + piece] < 0x7F) {
            cells[piece] = scalars[done + piece] | look;
            piece++;
        }
        if (piece > 0) mvaddchnstr(row, column + done, cells, piece);
        else terminal_put(row, column + done, scalars + done, piece = 1, slot);
        done += piece;
    }
}

void terminal_show(int cursor_row, int cursor_column) {
    int visible = cursor_row >= 0;
    if (visible) move(cursor_row, cursor_column);
    if (visible != cursor_shown) {
        curs_set(visible);
        cursor_shown = visible;
    }
    wnoutrefresh(stdscr);
    doupdate();
}

void terminal_repaint(void) {
    clearok(curscr, TRUE);
}

void terminal_ring(void) {
    beep();
}

int terminal_read_waiting(unsigned char *buffer, int room) {
    int waiting = 0;
    if (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting < 256) return 0;
    ssize_t got = read(STDIN_FILENO, buffer, (size_t)(waiting < room ? waiting : room));
    return got > 0 ? (int)got : 0;
}

int terminal_read(void) {
    int code = wgetch(keyboard);
    return code == ERR ? -1 : code < 256 ? code : keys_translate(code);
}
