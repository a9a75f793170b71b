#pragma once
// Everything Duly asks of the terminal library, in plain C types. No other file of the program knows curses:
// its header can't be imported into Swift as it is (macros such as A_BOLD and KEY_F, the variable stdscr).
#include <stdint.h>
#include <stddef.h>

// MARK: The screen (curses.c)

/// Why terminal_open failed.
enum TerminalOpening {
    TERMINAL_OPENED = 0,
    TERMINAL_UNKNOWN = 1,    ///< TERM is unset, or terminfo has no entry of that name
    TERMINAL_TOO_SIMPLE = 2, ///< it can't place the cursor (dumb, hardcopy)
    TERMINAL_FAILED = 3,     ///< anything else: no memory, no terminfo at all
};

/// Takes standard input and output over for a full screen: raw keys, alternate screen at the first terminal_show,
/// bracketed paste, crash guard. Standard error, if it is a terminal, is held back until terminal_close.
int terminal_open(void);
/// Gives the terminal back exactly as it was found. Harmless when not open.
void terminal_close(void);
/// Like terminal_close for a while: another program may use the terminal until terminal_resume.
void terminal_suspend(void);
/// Takes the terminal over again, measures it anew and lets the next terminal_show repaint everything.
void terminal_resume(void);

void terminal_size(int *columns, int *rows);
/// How many colours there are: 0 (none), 8, 16, 88, 256 or more.
int terminal_colours(void);

/// Attribute bits of terminal_paint.
enum TerminalAttribute {
    TERMINAL_BOLD = 1, TERMINAL_DIM = 2, TERMINAL_ITALIC = 4,
    TERMINAL_UNDERLINE = 8, TERMINAL_REVERSE = 16, TERMINAL_BLINK = 32,
};
/// Says how slot (0...31) looks from now on. A colour is an index of the terminal's palette, or -1 for its own.
void terminal_paint(int slot, int foreground, int background, unsigned attributes);
/// Writes scalars (base characters and their marks, nothing that moves the cursor) at a place, in a slot's look.
void terminal_put(int row, int column, const uint32_t *scalars, int count, int slot);
/// The same on a row where neither now nor before a character takes two cells or has marks: printable ASCII goes
/// several times faster, for nothing has to be looked at but the letters.
void terminal_put_narrow(int row, int column, const uint32_t *scalars, int count, int slot);
/// Brings everything put since the last time to the terminal. A negative row hides the cursor.
void terminal_show(int cursor_row, int cursor_column);
/// Forgets what the terminal is believed to show: the next terminal_show repaints it all.
void terminal_repaint(void);

/// Rings the bell.
void terminal_ring(void);

/// A key that is no text. Function key n is TERMINAL_KEY_FUNCTION + n.
enum TerminalKey {
    TERMINAL_KEY_UP = 0x1000, TERMINAL_KEY_DOWN, TERMINAL_KEY_LEFT, TERMINAL_KEY_RIGHT,
    TERMINAL_KEY_HOME, TERMINAL_KEY_END, TERMINAL_KEY_PAGE_UP, TERMINAL_KEY_PAGE_DOWN,
    TERMINAL_KEY_INSERT, TERMINAL_KEY_DELETE, TERMINAL_KEY_BACKSPACE, TERMINAL_KEY_ENTER,
    TERMINAL_KEY_BACK_TAB, TERMINAL_KEY_WORD_LEFT, TERMINAL_KEY_WORD_RIGHT,
    TERMINAL_KEY_PASTE_BEGIN, TERMINAL_KEY_PASTE_END, TERMINAL_KEY_RESIZED,
    TERMINAL_KEY_OTHER, ///< known to the terminal, of no use to us
    TERMINAL_KEY_FUNCTION = 0x1100,
};
/// The next byte (0...255) or TerminalKey that has already arrived, or -1. Waits only for the rest of an escape
/// sequence, 25 ms at most.
int terminal_read(void);
/// Bytes that have arrived, read past curses and its keys; how many. 0 for none, or too few to be worth it.
int terminal_read_waiting(unsigned char *buffer, int room);

// MARK: Leaving in an orderly way, whatever happens (guard.c)

/// Remembers the terminal's settings and what to send when leaving; installs handlers for deadly signals that
/// put both back, say one line and let the program die of the signal. Signals that nobody here waits for are ignored.
void terminal_guard_begin(const char *leaving, size_t length);
/// What a deadly signal says on standard error after its own name: a sentence.
void terminal_guard_says(const char *line);
/// Takes the handlers away.
void terminal_guard_end(void);
/// Says whether the screen is ours just now: if not, a crash has nothing to put back. Holds standard error back
/// while it is, and prints what was held when it no longer is.
void terminal_guard_owns(int screen);
/// Puts the terminal's settings back as they were at terminal_guard_begin.
void terminal_guard_restore(void);
/// Writes all bytes to a descriptor; callable from a signal handler. Returns 0, or -1 on error.
int terminal_write(int descriptor, const char *bytes, size_t length);

// MARK: Waiting (waiting.c): what Swift's Glibc module leaves out

/// Blocks signals for the process and makes a descriptor to read them from. Returns it, or -1.
int terminal_signals_open(const int *signals, int count);
/// The next signal that has arrived at that descriptor, or 0.
int terminal_signals_read(int descriptor);
/// Sleeps until a descriptor can be read or is gone, a window has changed its size, or the time is over.
/// SIGWINCH is let in only here, so that none can slip in between reading the keys and falling asleep.
/// @param nanoseconds how long at most; negative: without end
/// @param events for each descriptor what poll(2) says of it
/// @return how many descriptors have something; 0 if the time is over, -1 if a signal handler has run
int terminal_wait(const int *descriptors, short *events, int count, int64_t nanoseconds);

// MARK: Width (width.c)

/// Cells of a scalar by libc's tables for UTF-8, whatever the locale: 0, 1, 2, or -1 if it can't be printed.
int terminal_width(uint32_t scalar);
