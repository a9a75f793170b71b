#pragma once
/// Teaches curses the escape sequences that terminals send whatever terminfo says.
void keys_define(void);
/// Our TerminalKey for a key code of curses.
int keys_translate(int code);
