#ifndef CTELEPHONE_H
#define CTELEPHONE_H

#include <stdbool.h>
#include <stddef.h>

// The one place that knows libphonenumber, which is C++: everything crosses as plain C strings.
// The first call that needs metadata takes about 10 ms to load them, each further one some 50 µs.

#ifdef __cplusplus
extern "C" {
#endif

// Longer texts are no telephone numbers; E.164 has 16 characters at most, an extension 20 digits.
enum { ctelephone_text_size = 128 };

// A number as it was understood. All texts are UTF-8 and end with a zero.
typedef struct {
    char e164[ctelephone_text_size];
    char extension[ctelephone_text_size];
    // As its own country writes it at home, and as the world does; both without the extension.
    char national[ctelephone_text_size];
    char international[ctelephone_text_size];
    // Whether the numbering plan, as of the library's metadata, has given out such numbers.
    bool is_valid;
} ctelephone_number;

// Reads a number that is written as one writes it in a region (an ISO 3166 code, or "" where none is known).
//
// Returns false where no such number can exist: too short, too long, without the area code that it needs, or with an
// unknown country code. Numbers that are newer than the metadata are possible, and not valid.
bool ctelephone_parse(const char *text, const char *region, ctelephone_number *number);

// The country code of a region's numbers; 0 for an unknown region.
int ctelephone_country_code(const char *region);

// The ISO 3166 code of the region that an IANA time zone belongs to; false for zones of none or several.
bool ctelephone_region_of_zone(const char *zone, char region[4]);

// A number that was never given to anybody, as an example of a region's; for tests. False for an unknown region.
bool ctelephone_example(const char *region, bool mobile, ctelephone_number *number);

// The number as a link writes it (RFC 3966); for tests.
bool ctelephone_rfc3966(const char *e164, const char *extension, char text[ctelephone_text_size]);

#ifdef __cplusplus
}
#endif

#endif
