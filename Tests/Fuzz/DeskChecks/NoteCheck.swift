import Foundation
import Receivables

@testable import Workstation

/// What holds for whatever is typed into a note: each line is understood, or says in words why not.
public enum NoteCheck {
    /// - Parameter bytes: the first one chooses what the note is read against, the rest is its text.
    /// - Returns: what does not hold, or nil.
    public static func broken(by bytes: [UInt8]) -> String? {
        guard let choice = bytes.first else { return nil }
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        let context = context(choice)
        let lines = NoteLine.reading(text, in: context)
        let typed = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for line in lines {
            guard typed.indices.contains(line.number), typed[line.number] == line.text else {
                return "a line that nobody typed"
            }
            if let broken = broken(line, in: context) { return "\(broken): \(line.text)" }
        }
        // A line is read after those above it; what is typed below must not change what it means.
        let upper = typed.prefix(typed.count / 2).joined(separator: "\n")
        let above = NoteLine.reading(upper, in: context)
        if above != Array(lines.prefix(above.count)) { return "a line means something else for what is below it" }
        return nil
    }

    private static func broken(_ line: NoteLine, in context: NoteContext) -> String? {
        switch line.reading {
        case .notRecorded(let why):
            if why.isEmpty { return "not recorded, without words" }
            if line.choices.contains(where: { $0.shown.isEmpty || $0.words.isEmpty }) { return "a choice of nothing" }
            if Set(line.choices.map(\.words)).count < line.choices.count { return "two choices that mean the same" }
        case .understood(let fact, let shown, let warnings):
            if shown.isEmpty || warnings.contains("") { return "understood, without words" }
            if let step = fact.followUp(in: context), step.day < context.today { return "a next step in the past" }
            // What was understood is what goes on record, and has to come back from there.
            let agreed = fact.agreed
            guard let written = try? JSONEncoder().encode(agreed),
                let again = try? JSONDecoder().decode(Agreements.self, from: written), again == agreed
            else { return "agreed, and can't be kept" }
        }
        return nil
    }

    /// What a note is read against: with or without a customer, a zone of theirs, a number to dial.
    private static func context(_ choice: UInt8) -> NoteContext {
        let today = Day(number: 20_500)
        let rules = Rules(base: .usd, zone: choice & 1 == 0 ? "Europe/Berlin" : "America/New_York")
        let items = (1...4).map { nth in
            Item(
                number: "INV-10\(nth)", issued: today.advanced(by: -50), due: today.advanced(by: 10 - 15 * nth),
                currency: nth == 4 ? .usd : Currency("EUR") ?? .usd, amount: Int64(nth) * 120_050,
                open: Int64(nth) * 100_000)
        }
        let number = AccountNumber("A1")
        let payer = PayerFacts(payer: number, accounts: [AccountFacts(account: Account(number: number), items: items)])
            .judged(by: rules, on: today)
        var context = NoteContext(
            now: Instant(milliseconds: Int64(today.number) * 86_400_000 + 32_400_000), today: today, rules: rules,
            zone: choice & 2 == 0 ? "America/New_York" : "",
            offset: { zone, _ in zone == "America/New_York" ? -18_000 : 3_600 },
            payer: choice & 4 == 0 ? payer : nil, rates: Rates(base: .usd))
        if choice & 8 != 0 { context.contact = Contact(name: "Nell", phone: "+44 20 7946 0001") }
        return context
    }
}
