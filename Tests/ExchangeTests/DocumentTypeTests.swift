import Exchange
import Receivables
import Testing

/// A column of document types, where amounts have no sign of their own: decided for the whole file.
@Suite("Types of documents")
struct DocumentTypeTests {
    private func read(_ text: String) throws -> Collected {
        try Collected(of: text, ImportOptions(currency: Currency("EUR")))
    }

    @Test(
        "Where no amount has a minus, those of credits do",
        arguments: [
            "Credit Memo", "CREDIT NOTE", "Gutschrift", "Avoir", "CM", "DG", "out_refund", "Nota de crédito",
            "Sales return", "Stornorechnung",
        ])
    func credits(_ type: String) throws {
        let book = try read(
            """
            Account,Invoice,Date,Type,Amount,Balance\n1,I1,2026-09-21,Invoice,100.00,60.00\n1,C1,2026-09-21,\
            \(type),20.00,20.00\n
            """
        )
        #expect(book.items.map(\.open) == [6_000, -2_000])
        #expect(book.items.map(\.amount) == [10_000, -2_000])
        #expect(
            book.plan.conventions["Type"] == "amounts of credits and payments are taken as negative, as 20.00 on line 3"
        )
    }

    @Test(
        "Payments without a minus are cash on account, not debts",
        arguments: ["Payment", "Customer receipt", "Zahlung", "PMT"])
    func payments(_ type: String) throws {
        let book = try read(
            "Account,Invoice,Date,Type,Amount\n1,I1,2026-09-21,Invoice,100.00\n1,P1,2026-09-22,\(type),20.00\n")
        #expect(book.items.map(\.open) == [10_000])
        #expect(book.payments.map(\.amount) == [2_000])
    }

    @Test(
        "A type that is none of these changes nothing, nor does one that asks for a payment or undoes it",
        arguments: [
            "RV", "DZ", "Payment request", "Deposit invoice", "Returned payment", "Refund", "Credit card fee",
            "Late payment reversal",
        ])
    func others(_ type: String) throws {
        let book = try read(
            "Account,Invoice,Date,Type,Amount\n1,I1,2026-09-21,Invoice,100.00\n1,X1,2026-09-22,\(type),20.00\n")
        #expect(book.items.map(\.open) == [10_000, 2_000])
        #expect(book.plan.conventions["Type"] == nil)
    }

    @Test("Where some amount has its minus, all stand as they are, and odd ones are told")
    func signed() throws {
        let book = try read(
            """
            Account,Invoice,Date,Type,Amount\n1,I1,2026-09-21,Invoice,100.00\n1,C1,2026-09-22,Credit,-20.00\n1,C2,\
            2026-09-22,Credit,5.00\n
            """
        )
        #expect(book.items.map(\.open) == [10_000, -2_000, 500])
        #expect(
            book.plan.notices.contains(
                """
                Type: 1 amount is of a credit or payment and has no minus, where others have one (first 5.00 on \
                line 4);
                """
                    + " taken as it stands, check it"))
        let fine = try read(
            "Account,Invoice,Date,Type,Amount\n1,I1,2026-09-21,Invoice,100.00\n1,C1,2026-09-22,Credit,-20.00\n")
        #expect(fine.plan.conventions["Type"] == nil && !fine.plan.notices.contains { $0.hasPrefix("Type") })
    }

    @Test("SA is a payment on account with Sage, and any document with SAP")
    func sage() throws {
        let rows = "I1,1,2026-09-21,SI,100.00\nBACS,1,2026-09-22,SA,50.00\n"
        let sage = try read("Ref,A/C,Date,Type,Balance\n" + rows)
        #expect(sage.items.map(\.open) == [10_000] && sage.payments.map(\.amount) == [5_000])
        #expect(try read("Ref,Account,Date,Type,Balance\n" + rows).items.map(\.open) == [10_000, 5_000])
    }

    @Test("A mark of debit or credit beside it says it instead")
    func marked() throws {
        let book = try read(
            "Account,Invoice,Date,Type,Amount,S/H\n1,I1,2026-09-21,Credit,100.00,S\n1,C1,2026-09-22,Invoice,20.00,H\n")
        #expect(book.items.map(\.open) == [10_000, -2_000])
    }

    @Test(
        "A payment that went back lowers what was paid",
        arguments: [
            "Reversal", "Chargeback", "NSF", "Returned", "Rücklastschrift", "Storno", "Customer Refund", "Rückzahlung",
        ])
    func returned(_ type: String) throws {
        let book = try read(
            """
            Account,Payment date,Amount,Payment \
            reference,Type\n1,2026-09-21,50.00,P1,Payment\n1,2026-09-22,20.00,P2,\(type)\n
            """
        )
        #expect(book.payments.map(\.amount) == [5_000, -2_000])
        #expect(
            book.plan.conventions["Type"]
                == "amounts of payments that went back are taken as negative, as 20.00 on line 3")
    }

    @Test("Payments with the sign of a ledger are turned round, and what went back with them")
    func ledgerTypes() throws {
        let header = "Posting Date,Document Type,Document No.,Customer No.,Applies-to Doc. No.,Amount\n"
        let book = try read(header + "2026-11-03,Payment,P1,C1,INV1,-400.00\n2026-11-13,Refund,P3,C1,INV2,100.00\n")
        #expect(book.payments.map(\.amount) == [40_000, -10_000])
        #expect(book.payments.map(\.reference) == ["P1", "P3"] && book.payments.map(\.item) == ["INV1", "INV2"])
        #expect(
            book.plan.conventions["Document Type"]
                == "payments have the sign of a ledger, as -400.00 on line 2; turned round")
        // One payment that isn't negative, and it is no ledger.
        let other = try read(header + "2026-11-03,Payment,P1,C1,INV1,-400.00\n2026-11-04,Payment,P2,C1,INV1,5.00\n")
        #expect(other.payments.map(\.amount) == [-40_000, 500])
    }

    @Test("A payment that is void, failed or pending is left out, and so is one that went back")
    func statuses() throws {
        let rows = ["Voided", "Failed", "Pending", "Reversed", "Cleared", ""].enumerated().map {
            "1,2026-09-21,\($0 + 1)0.00,P\($0),\($1)\n"
        }
        let book = try read(
            "Account,Payment date,Amount,Payment reference,Status\n" + rows.joined()
                + "1,2026-09-22,-40.00,P9,Reversed\n")
        #expect(book.payments.map(\.amount) == [5_000, 6_000, -4_000])
        #expect(book.source.skips == [.void: 4])
    }

    @Test("Payments that are all negative may be a ledger's: that is told")
    func ledger() throws {
        let header = "Account,Payment date,Amount,Payment reference\n"
        let all = try read(header + "1,2026-09-21,-50.00,P1\n1,2026-09-22,-20.00,P2\n")
        #expect(
            all.plan.notices.contains {
                $0.hasPrefix("every amount is negative, so all are taken as payments that went back")
            })
        let some = try read(header + "1,2026-09-21,50.00,P1\n1,2026-09-22,-20.00,P2\n")
        #expect(!some.plan.notices.contains { $0.hasPrefix("every amount") })
    }
}
