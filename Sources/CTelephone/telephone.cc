#include "CTelephone.h"

#include <cstring>
#include <exception>
#include <string>

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>
#include <unicode/timezone.h>

using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

// Made with the first question. Its log would go to stdout, in the midst of a screen.
const PhoneNumberUtil &util() {
    static const PhoneNumberUtil *made = [] {
        PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
        util->SetLogger(new NullLogger());
        return util;
    }();
    return *made;
}

bool copy(const std::string &text, char *into, size_t size) {
    if (text.size() >= size) return false;
    std::memcpy(into, text.c_str(), text.size() + 1);
    return true;
}

bool describe(PhoneNumber number, ctelephone_number *described) {
    std::string e164, national, international;
    const std::string extension = number.extension();
    number.clear_extension();
    described->is_valid = util().IsValidNumber(number);
    util().Format(number, PhoneNumberUtil::E164, &e164);
    util().Format(number, PhoneNumberUtil::NATIONAL, &national);
    util().Format(number, PhoneNumberUtil::INTERNATIONAL, &international);
    return copy(e164, described->e164, sizeof described->e164)
        && copy(extension, described->extension, sizeof described->extension)
        && copy(national, described->national, sizeof described->national)
        && copy(international, described->international, sizeof described->international);
}

/// Whether numbers of a country begin with a zero that is a part of them, as Italy's do.
bool keeps_leading_zero(int country_code) {
    std::string region;
    util().GetRegionCodeForCountryCode(country_code, &region);
    PhoneNumber example;
    return util().GetExampleNumberForType(region, PhoneNumberUtil::FIXED_LINE, &example) && example.italian_leading_zero();
}

}  // namespace

// No exception may cross into Swift: what throws was not understood.

bool ctelephone_parse(const char *text, const char *region, ctelephone_number *number) try {
    PhoneNumber parsed;
    const std::string place = *region == 0 ? "ZZ" : region;
    if (util().Parse(text, place, &parsed) != PhoneNumberUtil::NO_PARSING_ERROR) return false;
    // Not IsPossibleNumber, which lets numbers pass that lack their area code: those have no E.164.
    if (util().IsPossibleNumberWithReason(parsed) != PhoneNumberUtil::IS_POSSIBLE) return false;
    if (!describe(parsed, number)) return false;
    // A 0 that was written for the trunk and that the library took for a part of a number too short for its area code.
    return number->is_valid || !parsed.italian_leading_zero() || keeps_leading_zero(parsed.country_code());
} catch (...) {
    return false;
}

int ctelephone_country_code(const char *region) try {
    return util().GetCountryCodeForRegion(region);
} catch (...) {
    return 0;
}

bool ctelephone_region_of_zone(const char *zone, char region[4]) try {
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = icu::TimeZone::getRegion(icu::UnicodeString::fromUTF8(zone), region, 4, status);
    // "001" is the world's.
    return U_SUCCESS(status) && length == 2;
} catch (...) {
    return false;
}

bool ctelephone_example(const char *region, bool mobile, ctelephone_number *number) try {
    PhoneNumber example;
    const auto type = mobile ? PhoneNumberUtil::MOBILE : PhoneNumberUtil::FIXED_LINE;
    return util().GetExampleNumberForType(region, type, &example) && describe(example, number);
} catch (...) {
    return false;
}

bool ctelephone_rfc3966(const char *e164, const char *extension, char text[ctelephone_text_size]) try {
    PhoneNumber number;
    if (util().Parse(e164, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return false;
    if (*extension != 0) number.set_extension(extension);
    std::string formatted;
    util().Format(number, PhoneNumberUtil::RFC3966, &formatted);
    return copy(formatted, text, ctelephone_text_size);
} catch (...) {
    return false;
}
