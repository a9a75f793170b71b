import Receivables

/// Tells from a file's rows whether it names each customer once, on the first of its rows, and leaves the cell blank on
/// those below. A blank cell in a file that repeats names is a missing one.
struct CustomerBlocks: Sendable {
    private let isPossible: Bool
    private let place: Int
    private let namePlace: Int
    private var blanks = 0
    private var last: UInt64 = 0
    private var named = FingerprintSet()
    /// Something speaks against it: a blank above all customers, a customer named twice, or a name without a number.
    private var isContradicted = false

    init(_ header: Header) {
        isPossible =
            [.openItems, .invoiceHistory, .payments].contains(header.kind) && header.has(.account)
            && !header.isGrouped && !header.has(.dulyLine)
        place = header[.account]
        namePlace = header[.accountName]
    }

    /// - Parameter record: a row of data.
    @inline(__always)
    mutating func add(_ record: Record) {
        guard isPossible, !isContradicted else { return }
        addToBlock(record)
    }

    private mutating func addToBlock(_ record: Record) {
        let cell = record[place]
        if cell.isEmpty {
            blanks += 1
            isContradicted = last == 0 || namePlace >= 0 && !record[namePlace].isEmpty
            return
        }
        let print = Fingerprint.of(cell)
        isContradicted = !named.insert(print)
        last = print
    }

    var namesOnce: Bool { isPossible && blanks > 0 && !isContradicted }
}
