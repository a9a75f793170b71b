// Which escape sequences mean which key.
#define _GNU_SOURCE
#include "CTerminal.h"
#include <curses.h>
#include "keys.h"

// terminfo names one sequence per key, for "application" mode. Terminals also send the others: in normal mode,
// after a reset, through a multiplexer, on consoles. Codes from 0x1000 are beyond any that curses gives out.
static const struct {
    const char *sequence;
    int key;
} sequences[] = {
    {"\033[A", TERMINAL_KEY_UP}, {"\033OA", TERMINAL_KEY_UP},
    {"\033[B", TERMINAL_KEY_DOWN}, {"\033OB", TERMINAL_KEY_DOWN},
    {"\033[C", TERMINAL_KEY_RIGHT}, {"\033OC", TERMINAL_KEY_RIGHT},
    {"\033[D", TERMINAL_KEY_LEFT}, {"\033OD", TERMINAL_KEY_LEFT},
    {"\033[H", TERMINAL_KEY_HOME}, {"\033OH", TERMINAL_KEY_HOME},
    {"\033[1~", TERMINAL_KEY_HOME}, {"\033[7~", TERMINAL_KEY_HOME},
    {"\033[F", TERMINAL_KEY_END}, {"\033OF", TERMINAL_KEY_END},
    {"\033[4~", TERMINAL_KEY_END}, {"\033[8~", TERMINAL_KEY_END},
    {"\033[2~", TERMINAL_KEY_INSERT}, {"\033[3~", TERMINAL_KEY_DELETE},
    {"\033[5~", TERMINAL_KEY_PAGE_UP}, {"\033[6~", TERMINAL_KEY_PAGE_DOWN},
    {"\033[Z", TERMINAL_KEY_BACK_TAB}, {"\033OM", TERMINAL_KEY_ENTER},
    {"\033[1;5D", TERMINAL_KEY_WORD_LEFT}, {"\033[1;3D", TERMINAL_KEY_WORD_LEFT},
    {"\033[5D", TERMINAL_KEY_WORD_LEFT}, {"\033Od", TERMINAL_KEY_WORD_LEFT},
    {"\033[1;5C", TERMINAL_KEY_WORD_RIGHT}, {"\033[1;3C", TERMINAL_KEY_WORD_RIGHT},
    {"\033[5C", TERMINAL_KEY_WORD_RIGHT}, {"\033Oc", TERMINAL_KEY_WORD_RIGHT},
    {"\033OP", TERMINAL_KEY_FUNCTION + 1}, {"\033[11~", TERMINAL_KEY_FUNCTION + 1}, {"\033[[A", TERMINAL_KEY_FUNCTION + 1},
    {"\033OQ", TERMINAL_KEY_FUNCTION + 2}, {"\033[12~", TERMINAL_KEY_FUNCTION + 2}, {"\033[[B", TERMINAL_KEY_FUNCTION + 2},
    {"\033OR", TERMINAL_KEY_FUNCTION + 3}, {"\033[13~", TERMINAL_KEY_FUNCTION + 3}, {"\033[[C", TERMINAL_KEY_FUNCTION + 3},
    {"\033OS", TERMINAL_KEY_FUNCTION + 4}, {"\033[14~", TERMINAL_KEY_FUNCTION + 4}, {"\033[[D", TERMINAL_KEY_FUNCTION + 4},
    {"\033[15~", TERMINAL_KEY_FUNCTION + 5}, {"\033[[E", TERMINAL_KEY_FUNCTION + 5},
    {"\033[17~", TERMINAL_KEY_FUNCTION + 6}, {"\033[18~", TERMINAL_KEY_FUNCTION + 7},
    {"\033[19~", TERMINAL_KEY_FUNCTION + 8}, {"\033[20~", TERMINAL_KEY_FUNCTION + 9},
    {"\033[21~", TERMINAL_KEY_FUNCTION + 10}, {"\033[23~", TERMINAL_KEY_FUNCTION + 11},
    {"\033[24~", TERMINAL_KEY_FUNCTION + 12},
    {"\033[200~", TERMINAL_KEY_PASTE_BEGIN}, {"\033[201~", TERMINAL_KEY_PASTE_END},
};

void keys_define(void) {
    for (size_t i = 0; i < sizeof sequences / sizeof sequences[0]; i++) {
        define_key(sequences[i].sequence, sequences[i].key);
    }
}

int keys_translate(int code) {
    if (code >= TERMINAL_KEY_UP) return code;
    if (code >= KEY_F(1) && code <= KEY_F(24)) return TERMINAL_KEY_FUNCTION + (code - KEY_F0);
    switch (code) {
    case KEY_UP: return TERMINAL_KEY_UP;
    case KEY_DOWN: return TERMINAL_KEY_DOWN;
    case KEY_LEFT: return TERMINAL_KEY_LEFT;
    case KEY_RIGHT: return TERMINAL_KEY_RIGHT;
    case KEY_HOME: case KEY_FIND: case KEY_A1: return TERMINAL_KEY_HOME;
    case KEY_END: case KEY_SELECT: case KEY_C1: return TERMINAL_KEY_END;
    case KEY_PPAGE: case KEY_A3: return TERMINAL_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return TERMINAL_KEY_PAGE_DOWN;
    case KEY_IC: return TERMINAL_KEY_INSERT;
    case KEY_DC: return TERMINAL_KEY_DELETE;
    case KEY_BACKSPACE: return TERMINAL_KEY_BACKSPACE;
    case KEY_ENTER: return TERMINAL_KEY_ENTER;
    case KEY_BTAB: return TERMINAL_KEY_BACK_TAB;
    case KEY_RESIZE: return TERMINAL_KEY_RESIZED;
    default: return TERMINAL_KEY_OTHER;
    }
}
