@testable import Workstation

/// Looks at a file of a German ledger whose dates fit two orders until somebody says which.
enum ImportFixture {
    static let kinds = [ImportLook.Choice("open-items", "open items"), ImportLook.Choice("payments", "payments")]
    static let meanings = [
        ImportLook.Choice("account", "account"), ImportLook.Choice("item-number", "invoice number"),
        ImportLook.Choice("day", "date"), ImportLook.Choice("open", "open amount"),
        ImportLook.Choice("purchase-order", "customer's order number"),
    ]

    static let columns = [
        ImportLook.Column(header: "Kto", meaning: "account"),
        ImportLook.Column(header: "Beleg", meaning: "item-number"),
        ImportLook.Column(header: "vom", meaning: "day"), ImportLook.Column(header: "Rest", meaning: "open"),
        ImportLook.Column(header: "Notiz", meaning: nil),
    ]

    static let look: @Sendable (ImportRequest) -> ImportLook = { request in
        var look = ImportLook()
        look.kinds = kinds
        look.meanings = meanings
        guard request.path.hasSuffix(".csv") else {
            look.problem = "\(request.path): no such file."
            return look
        }
        look.kind = "open items"
        look.columns = columns
        guard let dates = request.settings[.dates] else {
            look.head = ["header on line 1"]
            look.question = ImportLook.Question(
                text: "vom: the dates fit more than one order. Which is it?", subject: .setting(.dates),
                answers: [
                    ImportLook.Choice("dmy", "day/month/year: 03/04/2026 on line 2 is Fri 3 Apr 2026"),
                    ImportLook.Choice("mdy", "month/day/year: 03/04/2026 on line 2 is Wed 4 Mar 2026"),
                ])
            return look
        }
        look.head = [
            "4 rows of Tue 24 Nov 2026 (today, for the file names none)",
            "UTF-8, cells separated by ;, header on line 1",
        ]
        look.columns[2].convention = dates == "dmy" ? "day/month/year, as given" : "month/day/year, as given"
        look.columns[3].convention = "decimal comma, as 1.200,50 on line 2 shows"
        look.titles = ["account", "number", "issued", "due", "currency", "amount", "open", "settled"]
        look.figures = [5, 6]
        let day = dates == "dmy" ? "2026-04-03" : "2026-03-04"
        look.rows = [
            ImportLook.Row(line: 2, texts: ["C1", "I-1", day, "by terms", "EUR", "1200.50", "1200.50", ""]),
            ImportLook.Row(line: 3, texts: ["C2", "I-2", day, "by terms", "EUR", "90.00", "90.00", ""]),
        ]
        look.changes = [
            "4 rows: 2 accepted, 1 refused, 1 skipped", "skipped: 1 total", "accounts: 2 new, 0 updated",
            "invoices: 2 new, 0 updated, 0 unchanged, 3 cleared", "EUR: 1,290.50 new, 400.00 cleared",
        ]
        look.summary = "4 rows: 2 accepted, 1 refused, 1 skipped; EUR: 1,290.50 new, 400.00 cleared"
        look.refusals = ["line 4, Rest: no amount"]
        look.refused = 1
        look.notices = ["2 items due on the invoice date, for want of terms"]
        return look
    }
}
