/// What was assumed or met while rows were read; counted, and told once each with the first line.
struct Notices {
    enum Kind: Int, CaseIterable {
        case rounded, scientific, debitOrCredit, dueByTerms, noDue, endlessDue, dueBeforeIssued, oddDay
        case noAmount, otherSign, likeCredit, openAbove, paidButOpen, onAccount, noReference, retained, writtenOff,
            dueByAge,
            dueByDays,
            serialDay, inherited, unknownTerms, unknownHours
    }

    private var counts = [Int](repeating: 0, count: Kind.allCases.count)
    private var firstLines = [Int](repeating: 0, count: Kind.allCases.count)
    private var examples = [String](repeating: "", count: Kind.allCases.count)

    /// - Parameter example: worked out for the first one only.
    @inline(__always)
    mutating func note(_ kind: Kind, line: Int, example: @autoclosure () -> String = "") {
        if counts[kind.rawValue] == 0 {
            firstLines[kind.rawValue] = line
            examples[kind.rawValue] = example()
        }
        counts[kind.rawValue] += 1
    }

    func count(_ kind: Kind) -> Int { counts[kind.rawValue] }

    var sentences: [String] {
        Kind.allCases.filter { count($0) > 0 }.map { kind in
            let example = examples[kind.rawValue]
            let place = "first on line \(firstLines[kind.rawValue])" + (example.isEmpty ? "" : ", \(example)")
            return "\(Notices.words(kind, count(kind))) (\(place))"
        }
    }

    private static func words(_ kind: Kind, _ count: Int) -> String {
        func counted(_ one: String, _ many: String) -> String { count == 1 ? "1 \(one)" : "\(count) \(many)" }
        return switch kind {
        case .rounded:
            counted("amount has", "amounts have") + " more decimals than the currency; rounded, half up"
        case .scientific:
            counted("amount is", "amounts are") + " written as a spreadsheet abbreviates numbers; check the digits"
        case .debitOrCredit:
            counted("amount is", "amounts are") + " marked Dr or Cr: Dr taken as owed to us, Cr as a credit"
        case .dueByTerms: counted("due date", "due dates") + " worked out from the row's terms"
        case .noDue: counted("row has", "rows have") + " no due date and no terms; the account's or the book's decide"
        case .endlessDue: counted("due date is", "due dates are") + " 9999-12-31, taken as none"
        case .dueBeforeIssued:
            counted("due date lies", "due dates lie") + " before the invoice date; taken as it stands"
        case .oddDay: counted("date is", "dates are") + " more than 20 years back or 5 ahead; check them"
        case .noAmount: counted("row says", "rows say") + " what is open and no amount; the open amount is taken for it"
        case .otherSign:
            counted("open amount has", "open amounts have")
                + " another sign than the amount; taken as it stands, check it"
        case .likeCredit:
            counted("number reads", "numbers read")
                + " like that of a credit or a payment, and the amount has no minus; taken as owed, check it"
        case .openAbove:
            counted("open amount is", "open amounts are")
                + " above the amount; taken as it stands, check that it is no running balance"
        case .paidButOpen:
            counted("row says", "rows say")
                + " that it is paid, and has an open amount; the amount counts, check it"
        case .onAccount: counted("row is", "rows are") + " a payment on account; taken as unapplied cash"
        case .noReference:
            counted("payment has", "payments have")
                + """
                 no number: those of one day, item and amount count as often as the file with most of them lists \
                them
                """
        case .retained:
            counted("item has", "items have") + " retainage, which is not due yet: kept apart, and not asked for"
        case .writtenOff: counted("item has", "items have") + " a part that was written off: taken off what is open"
        case .dueByAge: counted("due date", "due dates") + " worked out from how many days the items are overdue"
        case .dueByDays: counted("due date", "due dates") + " worked out from the row's days of payment"
        case .inherited:
            counted("row names", "rows name")
                + " no customer and is of the one above: the file names each customer once, on its first row"
        case .serialDay: counted("date is", "dates are") + " a spreadsheet's number of days, among dates; read as a day"
        case .unknownHours:
            counted("contact's preferred hours", "contacts' preferred hours") + " not understood, and left out"
        case .unknownTerms:
            counted("row's terms", "rows' terms")
                + " not understood; the book's rules can say what a code means, under [terms-by-code]"
        }
    }
}
