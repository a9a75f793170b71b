import Exchange
import Foundation
import Receivables
import Settings
import Terminal

/// What holds for whatever a user types or keeps in a file of their own: it is understood, or refused in words.
public enum WordCheck {
    /// - Parameter bytes: the first one chooses what the rest is.
    /// - Returns: what does not hold, or nil.
    public static func broken(by bytes: [UInt8]) -> String? {
        guard let choice = bytes.first else { return nil }
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        switch choice % 6 {
        case 0: return words(text)
        case 1: return settings(text)
        case 2: return keys(text)
        case 3: return template(text)
        case 4: return draft(text)
        default: return amounts(text)
        }
    }

    private static let today = Day(number: 20_500)

    /// Behind `/promise`, `/plan` and the like.
    private static func words(_ text: String) -> String? {
        let rules = Rules(base: .usd, zone: "UTC")
        let number = AccountNumber("A1")
        let items = (1...4).map { nth in
            Item(
                number: "INV-10\(nth)", issued: today.advanced(by: -50), due: today.advanced(by: 10 - 15 * nth),
                currency: nth == 4 ? .usd : Currency("EUR") ?? .usd, amount: Int64(nth) * 120_050,
                open: Int64(nth) * 100_000)
        }
        let payer = PayerFacts(payer: number, accounts: [AccountFacts(account: Account(number: number), items: items)])
            .judged(by: rules, on: today)
        let agreements = AgreementWords(payer, rules: rules, today: today)
        let contacts = ContactWords(today: today, calendar: rules.calendar)
        let covers = CoverWords(today: today, calendar: rules.calendar)
        for line in text.split(whereSeparator: \.isNewline).prefix(8) {
            let words = line.split(separator: " ")
            if case .failure(let problem) = agreements.promise(words), "\(problem)".isEmpty {
                return "a refusal without words"
            }
            _ = agreements.claim(words)
            _ = agreements.disputes(words)
            _ = agreements.plan(words, rates: Rates(base: .usd))
            _ = contacts.noCall(words)
            _ = contacts.hold(words)
            _ = contacts.language(words)
            _ = contacts.decision(words)
            _ = covers.cover(words)
            _ = try? RateWords.read(words, base: .usd)
            for word in words.prefix(6) { _ = ItemLookup(of: payer).find(word) }
        }
        return nil
    }

    private static func amounts(_ text: String) -> String? {
        for word in text.split(separator: " ").prefix(20) {
            // Another only where the word says so.
            if case .success(let money) = AmountWords.read(word, in: .usd), money.currency != .usd,
                !word.uppercased().contains(money.currency.code), !word.contains(where: { "€£¥".contains($0) })
            {
                return "another currency"
            }
            _ = AmountWords.read(word, in: Currency("JPY") ?? .usd)
        }
        let days = DayWords(today: today, calendar: BusinessCalendar())
        let words = text.split(separator: " ")
        if case .success(let found) = days.read(words), found.used > words.count { return "more words than there are" }
        return nil
    }

    private static func settings(_ text: String) -> String? {
        let rules = Rules(base: .usd, zone: "UTC")
        return problem { _ = try UserSettings.read(text, file: "config.toml") }
            ?? problem { _ = try ThemeFile.read(text, name: "theme.toml") }
            ?? problem { _ = try ProfileFile.read(text, name: "profile.toml") }
            ?? problem { _ = try RulesFile.read(text, name: "rules.toml", over: rules, for: .strategy) }
            ?? problem { _ = try RulesFile.read(text, name: "cadence.toml", over: rules, for: .cadence) }
    }

    private static func problem(_ read: () throws -> Void) -> String? {
        do {
            try read()
            return nil
        } catch let error as SettingsError {
            let isSaid = !error.mistakes.isEmpty && error.mistakes.allSatisfy { !$0.reason.isEmpty }
            return isSaid ? nil : "a mistake without words"
        } catch {
            return "another error than of settings: \(error)"
        }
    }

    private static func keys(_ text: String) -> String? {
        guard let keys = try? Key.parse(text) else { return nil }
        return keys.allSatisfy({ !$0.label.isEmpty }) ? nil : "a key without a name"
    }

    private static func template(_ text: String) -> String? {
        do {
            _ = try MessageTemplate(text, name: "reminder.txt")
            return nil
        } catch {
            return error.reason.isEmpty ? "a mistake without words" : nil
        }
    }

    private static func draft(_ text: String) -> String? {
        guard let draft = try? JSONDecoder().decode(Draft.self, from: Data(text.utf8)) else { return nil }
        guard let written = try? JSONEncoder().encode(draft),
            let again = try? JSONDecoder().decode(Draft.self, from: written), again == draft
        else { return "a draft that can't be kept" }
        return nil
    }
}
