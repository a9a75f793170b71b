import FileStore
import Foundation
import Receivables
import Telephony
import Terminal
import Testing

@testable import Workstation

/// A book that reads numbers as the program does, with a workstation in front of it; gone with the test.
final class NumbersBook {
    let folder: String
    let path: String
    let book: FileBook
    static let today = Day(number: 20_000)
    /// A weekday at noon, and every hour is a calling hour.
    static let now = LocalTime(day: today, time: TimeOfDay(minutes: 720)).instant(offset: 0)

    init(zone: String = "UTC", telephones: @escaping TelephoneParser = Telephony.parser) throws {
        folder = NSTemporaryDirectory() + "duly-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        path = folder + "/book.duly"
        let always = try #require(Hours("00:00-24:00"))
        let rules = Rules(
            base: .usd, zone: zone, contact: ContactRules(attemptsPerDay: 1_000, attemptsPerWeek: 1_000, quietDays: 0),
            desk: always,
            permitted: always)
        book = try FileBook(creating: path, rules: rules, id: "test", telephones: telephones)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var moment: Moment { Moment(at: NumbersBook.now, day: NumbersBook.today) }

    struct Customer {
        var account: String
        var zone = ""
        var cells: [String]
    }

    /// Each with an overdue invoice, and a contact for each cell.
    func importExtract(_ customers: [Customer]) throws {
        try importExtract(
            customers.map { customer in
                .item(
                    ItemRow(
                        line: 2, account: AccountNumber(customer.account), number: "I-" + customer.account,
                        issued: NumbersBook.today.advanced(by: -70), due: NumbersBook.today.advanced(by: -40),
                        currency: .usd, amount: 100_000,
                        open: nil, settled: nil))
            }, .openItems)
        try importExtract(
            customers.map { customer in
                var row = CustomerRow(line: 2, number: AccountNumber(customer.account))
                row.name = "Customer " + customer.account
                row.zone = customer.zone.isEmpty ? nil : customer.zone
                row.contacts = customer.cells.enumerated().map { Contact(name: "Person \($0)", phone: $1) }
                return .customer(row)
            }, .customers)
    }

    private func importExtract(_ rows: [ExtractRow], _ kind: ExtractKind) throws {
        var source = Rows(rows: rows)
        let extract = Extract(file: "test.csv", kind: kind, day: NumbersBook.today, isFull: false, isForced: false)
        let stamp = Stamp(id: UUID().uuidString, at: NumbersBook.now, day: NumbersBook.today, author: "tester")
        _ = try book.importExtract(extract, from: &source, stamp: stamp, progress: { _, _ in })
    }

    private struct Rows: ExtractSource {
        let rows: [ExtractRow]
        mutating func forEach(_ body: (consuming ExtractRow) throws -> Void) throws {
            for row in rows { try body(row) }
        }
    }

    func dossier(_ account: String) throws -> Dossier { try book.dossier(of: AccountNumber(account), asOf: moment) }

    func record(_ act: Act, of account: String) throws {
        let entry = NewEntry(
            id: UUID().uuidString, payer: AccountNumber(account), at: NumbersBook.now, day: NumbersBook.today,
            author: "ana", act: act)
        _ = try book.record([entry], seen: nil)
    }

    /// They asked that a number is not called, as somebody spelt it.
    func mark(_ spelling: String, of account: String) throws {
        let wish = PlannedNoCall(.number(spelling), askedBy: "Jane", review: NumbersBook.today.advanced(by: 90))
        try record(.note(NoteRecord(agreed: Agreements(noCalls: [wish]))), of: account)
    }

    /// What is dialled for an account, whatever a caller does: every number that can be chosen, and against any rule.
    func dialled(_ account: String) throws -> Set<String> {
        var state = State(
            desk: Desk(
                bookName: "test.duly", author: "ana", offset: { _, _ in 0 }, telephones: Telephony.parser,
                newID: { "draft" }),
            opening: .book(try book.about()), now: NumbersBook.now, size: Size(columns: 100, rows: 30))
        var numbers: Set<String> = []
        func run(_ effects: [Effect]) throws {
            for effect in effects {
                if case .dial(let number, _) = effect { numbers.insert(number.e164) }
                guard case .load(.dossier(let number, let moment, let purpose)) = effect else { continue }
                try run(
                    update(
                        &state, .loaded(.dossier(try book.dossier(of: number, asOf: moment), purpose)), at: moment.at))
            }
        }
        let count = try dossier(account).telephones.count
        for choice in 0...count {
            try run(state.open(AccountNumber(account), name: account, then: .show))
            for key in try Key.parse(String(repeating: "t", count: choice) + "c") {
                try run(update(&state, .key(key), at: moment.at))
            }
            if state.note?.call == nil {
                for key in try Key.parse("1") { try run(update(&state, .key(key), at: moment.at)) }
            }
            state.note = nil
            state.overlay = nil
        }
        return numbers
    }
}
