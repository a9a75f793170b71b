import Receivables
import TOMLKit
import Terminal

// Single values of a rules file: nil where there is none, or where it is wrong and was noted so.
extension RulesReading {
    private func joined(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// `; nearest is “horizon”`, or nothing where none comes near.
    static func hint(_ word: String, among known: [String]) -> String {
        Nearest.name(to: word, among: known).map(SettingsSentences.nearest) ?? ""
    }

    mutating func unknown(_ key: String, _ path: String, _ known: [String]) {
        let what = path.prefix { $0 != "[" }
        mistakes.add(
            SettingsSentences.unknown(key, in: "\(what)", hint: RulesReading.hint(key, among: known), known: known),
            at: joined(path, key))
    }

    mutating func section(_ key: String, of table: TOMLTable, _ read: (inout RulesReading, TOMLTable) -> Void) {
        guard let section = table[key]?.table else { return mistakes.add(SettingsSentences.table(key), at: key) }
        read(&self, section)
    }

    mutating func each(_ key: String, of table: TOMLTable, _ read: (inout RulesReading, TOMLTable, String) -> Void) {
        guard let array = table[key]?.array else {
            return mistakes.add(SettingsSentences.tables(key), at: key)
        }
        for (place, value) in array.enumerated() {
            guard let table = value.table else {
                return mistakes.add(SettingsSentences.tables(key), at: key)
            }
            read(&self, table, "\(key)[\(place)]")
        }
    }

    mutating func text(_ table: TOMLTable, _ key: String, _ path: String = "", needed: Bool = false) -> String? {
        guard let value = table[key] else {
            if needed { mistakes.add(SettingsSentences.missing(key), at: path) }
            return nil
        }
        guard let text = value.string else {
            mistakes.add(SettingsSentences.text(key), at: joined(path, key))
            return nil
        }
        return text
    }

    mutating func int(
        _ table: TOMLTable, _ key: String, _ path: String = "", in range: ClosedRange<Int>, needed: Bool = false
    ) -> Int? {
        guard let value = table[key] else {
            if needed { mistakes.add(SettingsSentences.missing(key), at: path) }
            return nil
        }
        guard let number = value.int, range.contains(number) else {
            mistakes.add(
                SettingsSentences.wholeNumber(key, range), at: joined(path, key))
            return nil
        }
        return number
    }

    mutating func ints(_ table: TOMLTable, _ key: String, in range: ClosedRange<Int>, _ path: String = "") -> [Int]? {
        guard let array = table[key]?.array, case let numbers = array.compactMap(\.int), numbers.count == array.count,
            !numbers.isEmpty,
            numbers.allSatisfy(range.contains)
        else {
            mistakes.add(
                SettingsSentences.wholeNumbers(key, range),
                at: joined(path, key))
            return nil
        }
        return numbers
    }

    mutating func words(_ table: TOMLTable, _ key: String, _ path: String) -> [String]? {
        guard let value = table[key] else { return nil }
        guard let array = value.array, case let words = array.compactMap(\.string), words.count == array.count else {
            mistakes.add(SettingsSentences.texts(key), at: joined(path, key))
            return nil
        }
        return words
    }

    /// Dates as TOML has them, or in quotes.
    mutating func days(_ table: TOMLTable, _ key: String, _ path: String) -> Set<Day>? {
        let array = table[key]?.array
        let days = array?.compactMap { value in
            value.string.flatMap { Day(iso: $0) }
                ?? value.date.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
        }
        guard let array, let days, days.count == array.count else {
            mistakes.add(SettingsSentences.dates(key), at: joined(path, key))
            return nil
        }
        return Set(days)
    }

    /// An amount of the base currency, in quotes as all amounts are, or a whole number.
    mutating func amount(_ table: TOMLTable, _ key: String, _ path: String = "") -> Int64? {
        let text = table[key]?.string ?? table[key]?.int.map { String($0) }
        guard let text, let (money, rounded) = Money.reading(text, in: rules.base), !rounded, money.minor >= 0 else {
            mistakes.add(
                SettingsSentences.amount(key, rules.base), at: joined(path, key))
            return nil
        }
        return money.minor
    }
}
