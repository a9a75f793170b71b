import Exchange
import Receivables
import Testing

/// Profiles: how files are read whose headers alone don't say it.
struct ProfileTests {
    private static let text = """
        Liste vom Ersten
        Kto|Wer|Beleg|vom|Rest|offen
        C1|Alder|I-1|03/04/2026|1.200|x
        C2|Birch|I-2|05/06/2026|90|x

        """
    private static let profile = ImportProfile(
        name: "own.toml", kind: .openItems, header: ["Kto", "Wer", "Beleg", "vom", "Rest", "offen"],
        columns: [.account: "Kto", .accountName: "Wer", .itemNumber: "Beleg", .day: "vom", .open: "Rest"],
        aside: ["offen"], dates: .dayMonthYear, decimal: .comma, currency: Currency("EUR"))

    private func read(_ text: String = text, _ options: ImportOptions) throws -> Collected {
        try Collected(of: text, options)
    }

    private func items(_ book: Collected) -> [String] {
        book.items.map { "\($0.account) \($0.number) \($0.issued.iso) \($0.open ?? 0) \($0.currency)" }
    }

    private static let asMeant = ["C1 I-1 2026-04-03 120000 EUR", "C2 I-2 2026-06-05 9000 EUR"]

    @Test func aProfileNamesColumnsAndConventions() throws {
        #expect(throws: ImportError.self) { try read(ProfileTests.text, ImportOptions()) }
        let book = try read(ProfileTests.text, ImportOptions(profile: ProfileTests.profile))
        #expect(items(book) == ProfileTests.asMeant)
        #expect(book.customers.map(\.name) == ["Alder", "Birch"])
        #expect(book.plan.profile == "own.toml")
    }

    @Test func filesOfItsHeaderAreReadByItWithoutBeingAsked() throws {
        let known = ImportOptions(profiles: [
            ImportProfile(name: "other.toml", header: ["a", "b"]), ProfileTests.profile,
        ])
        #expect(items(try read(ProfileTests.text, known)) == ProfileTests.asMeant)
        let other = "customer,invoice,date,currency,balance\nC1,I-1,2026-01-05,USD,5.00\n"
        let book = try read(other, known)
        #expect(book.plan.profile == nil && book.items.count == 1)
    }

    @Test func theCommandLineGoesBeforeTheProfile() throws {
        let options = ImportOptions(dates: .monthDayYear, currency: .usd, profile: ProfileTests.profile)
        #expect(items(try read(ProfileTests.text, options)).first == "C1 I-1 2026-03-04 120000 USD")
    }

    @Test func aProfileThatNamesNoKindLeavesItToItsColumns() throws {
        var profile = ProfileTests.profile
        profile.kind = nil
        #expect(try read(ProfileTests.text, ImportOptions(profile: profile)).plan.kind == .openItems)
    }

    @Test func linesAboveTheHeaderAreSkipped() throws {
        let text =
            "customer,invoice,date,currency,balance\nan old header that is none\n"
            + "customer,invoice,date,currency,balance,amount\nC1,I-1,2026-01-05,USD,5.00,7.00\n"
        let book = try read(text, ImportOptions(profile: ImportProfile(name: "p", skipRows: 2)))
        #expect(book.plan.headerLine == 3 && book.items.map(\.amount) == [700])
    }

    @Test func aProfileForAnotherFileSaysWhatIsMissing() throws {
        let text = "customer,invoice,date,currency,balance\nC1,I-1,2026-01-05,USD,5.00\n"
        let error = #expect(throws: ImportError.self) { try read(text, ImportOptions(profile: ProfileTests.profile)) }
        #expect(
            error?.sentence.contains("no column “Kto”, “Wer”, “Beleg”, “vom”, “Rest”, which the profile own.toml names")
                == true)
    }

    @Test(
        "A profile does not overrule what values prove",
        arguments: [
            ("03/25/2026", "1.200", "can't be day/month/year"),
            ("03/04/2026", "1,200.50", "can't be of a decimal comma"),
        ])
    func contradicted(_ day: String, _ amount: String, _ words: String) throws {
        let text = ProfileTests.text.replacing("03/04/2026", with: day).replacing("1.200", with: amount)
        let error = #expect(throws: ImportError.self) { try read(text, ImportOptions(profile: ProfileTests.profile)) }
        #expect(error?.sentence.contains(words) == true, "\(error?.sentence ?? "")")
    }

    @Test func aSavedProfileReadsItsFileTheSameWay() throws {
        let book = try read(ProfileTests.text, ImportOptions(profile: ProfileTests.profile))
        let saved = book.plan.profile(named: "own.toml")
        #expect(saved == ProfileTests.profile)
        #expect(items(try read(ProfileTests.text, ImportOptions(profiles: [saved]))) == ProfileTests.asMeant)
    }

    @Test func theWordsOfAProfileStayAsTheyWere() {
        #expect(
            ColumnMeaning.nameable.map(\.key).joined(separator: " ") == """
                account account-name company item-number item-part purchase-order day due terms currency amount open \
                applied debit credit \
                quantity unit-amount net-amount debit-or-credit settled status document-type disputed extract-day \
                payer collector sales-contact \
                segment hold credit-limit account-terms zone language contact-name contact-role contact-phone \
                contact-email contact-hours \
                payment-reference rate rate-target note-text note-author promised-amount \
                promised-day dispute answer answer-text source \
                paid-flag written-off retained days-overdue fiscal-year unapplied refunded note-subject \
                baseline-day first-discount-days second-discount-days net-days void-flag clearing
                """)
        #expect(ColumnMeaning.allCases.allSatisfy { ColumnMeaning(key: $0.key) == $0 })
    }
}
