import Receivables

/// An item in one piece, as a row of an extract says it or as the book has it: figures first, then the texts, one
/// behind the other.
///
/// It looks at memory of the spool's, or of the reader of the book, and is valid until that goes on to the next.
struct ItemRecord {
    let bytes: UnsafeRawBufferPointer

    /// - Parameter start: where a record begins; `length` says where it ends.
    init(at start: UnsafeRawPointer) {
        bytes = UnsafeRawBufferPointer(start: start, count: Int(start.loadUnaligned(as: UInt32.self)))
    }

    /// Where the figures stand.
    private enum Offset {
        static let length = 0, company = 4, number = 8, purchaseOrder = 12, source = 16
        static let issued = 20, due = 24, settled = 28
        static let account = 32, line = 40, amount = 48, open = 56
        static let currency = 64, dueFrom = 67, flags = 68
        static let texts = 72
    }

    private enum Flag {
        static let due: UInt8 = 1, open: UInt8 = 2, settled: UInt8 = 4, onceDisputed: UInt8 = 8,
            amountUnknown: UInt8 = 16
    }

    // MARK: In

    /// Bytes that a row takes.
    static func length(of row: ItemRow) -> Int {
        Offset.texts + row.company.utf8.count + row.number.utf8.count + row.purchaseOrder.utf8.count
            + row.source.utf8.count
    }

    /// Writes a row; `memory` has room for `length(of:)`.
    static func write(_ row: ItemRow, account: Int64, to memory: UnsafeMutableRawPointer) {
        func put<Value: BitwiseCopyable>(_ value: Value, _ place: Int) {
            memory.storeBytes(of: value, toByteOffset: place, as: Value.self)
        }
        /// Gives where the text ends.
        func put(_ text: String, _ place: Int, at start: Int) -> Int {
            var text = text
            let count = text.withUTF8 { utf8 in
                UnsafeMutableRawBufferPointer(start: memory + start, count: utf8.count).copyBytes(from: utf8)
                return utf8.count
            }
            put(UInt32(count), place)
            return start + count
        }
        var end = put(row.company, Offset.company, at: Offset.texts)
        end = put(row.number, Offset.number, at: end)
        end = put(row.purchaseOrder, Offset.purchaseOrder, at: end)
        end = put(row.source, Offset.source, at: end)
        put(UInt32(end), Offset.length)
        put(row.issued.number, Offset.issued)
        put(row.due?.number ?? 0, Offset.due)
        put(row.settled?.number ?? 0, Offset.settled)
        put(account, Offset.account)
        put(Int64(row.line), Offset.line)
        put(row.amount, Offset.amount)
        put(row.open ?? 0, Offset.open)
        let letters = row.currency.letters
        put(letters.0, Offset.currency)
        put(letters.1, Offset.currency + 1)
        put(letters.2, Offset.currency + 2)
        put(UInt8(truncatingIfNeeded: row.dueFrom.rawValue), Offset.dueFrom)
        let flags =
            (row.due == nil ? 0 : Flag.due) | (row.open == nil ? 0 : Flag.open)
            | (row.settled == nil ? 0 : Flag.settled) | (row.onceDisputed ? Flag.onceDisputed : 0)
            | (row.isAmountUnknown ? Flag.amountUnknown : 0)
        put(flags, Offset.flags)
    }

    /// An item of the book on its way in; its texts are good until the statement goes on.
    struct BookRow {
        private let row: RawStatement
        private let company, number, purchaseOrder, source: UnsafeBufferPointer<UInt8>
        /// Bytes that it takes.
        let length: Int

        /// - Parameter row: of `StoredItem.columns`.
        init(_ row: RawStatement) {
            self.row = row
            (company, number, purchaseOrder, source) = (row.bytes(1), row.bytes(2), row.bytes(11), row.bytes(12))
            length = Offset.texts + company.count + number.count + purchaseOrder.count + source.count
        }

        /// Writes it, without a line; the day on which it was closed stands as that on which it was settled.
        ///
        /// - Parameter memory: has room for `length`.
        func write(to memory: UnsafeMutableRawPointer) {
            func put<Value: BitwiseCopyable>(_ value: Value, _ place: Int) {
                memory.storeBytes(of: value, toByteOffset: place, as: Value.self)
            }
            var end = Offset.texts
            func put(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) {
                if let start = text.baseAddress { (memory + end).copyMemory(from: start, byteCount: text.count) }
                put(UInt32(text.count), place)
                end += text.count
            }
            put(company, Offset.company)
            put(number, Offset.number)
            put(purchaseOrder, Offset.purchaseOrder)
            put(source, Offset.source)
            put(UInt32(end), Offset.length)
            put(row.day(3).number, Offset.issued)
            put(row.day(4).number, Offset.due)
            let closed = row.optionalDay(9)
            put(closed?.number ?? 0, Offset.settled)
            put(row.int(0), Offset.account)
            put(Int64(0), Offset.line)
            put(row.int(7), Offset.amount)
            put(row.int(8), Offset.open)
            let currency = row.bytes(6)
            for letter in 0..<3 { put(letter < currency.count ? currency[letter] : 0, Offset.currency + letter) }
            put(UInt8(truncatingIfNeeded: row.int(5)), Offset.dueFrom)
            put(
                Flag.due | Flag.open | (closed == nil ? 0 : Flag.settled) | (row.int(10) != 0 ? Flag.onceDisputed : 0),
                Offset.flags)
        }
    }

    // MARK: Out

    var length: Int { bytes.count }
    var account: Int64 { load(Offset.account) }
    var line: Int { Int(load(Offset.line) as Int64) }
    var issued: Day { Day(number: load(Offset.issued)) }
    var due: Day? { has(Flag.due) ? Day(number: load(Offset.due)) : nil }
    var dueFrom: DueSource { DueSource(rawValue: Int(bytes[Offset.dueFrom])) ?? .stated }
    var settled: Day? { has(Flag.settled) ? Day(number: load(Offset.settled)) : nil }
    var amount: Int64 { load(Offset.amount) }
    var open: Int64? { has(Flag.open) ? load(Offset.open) : nil }
    var onceDisputed: Bool { has(Flag.onceDisputed) }
    var isAmountUnknown: Bool { has(Flag.amountUnknown) }
    /// What was written is a currency.
    var currency: Currency {
        Currency(bytes[Offset.currency], bytes[Offset.currency + 1], bytes[Offset.currency + 2]) ?? .usd
    }
    /// Its three letters.
    var currencyCode: UnsafeBufferPointer<UInt8> {
        UnsafeRawBufferPointer(rebasing: bytes[Offset.currency..<Offset.currency + 3]).assumingMemoryBound(
            to: UInt8.self)
    }

    var company: UnsafeBufferPointer<UInt8> { text(from: 0, Offset.company) }
    var number: UnsafeBufferPointer<UInt8> { text(from: size(Offset.company), Offset.number) }
    var purchaseOrder: UnsafeBufferPointer<UInt8> {
        text(from: size(Offset.company) + size(Offset.number), Offset.purchaseOrder)
    }
    var source: UnsafeBufferPointer<UInt8> {
        text(from: size(Offset.company) + size(Offset.number) + size(Offset.purchaseOrder), Offset.source)
    }

    private func load<Value: BitwiseCopyable>(_ place: Int) -> Value {
        bytes.loadUnaligned(fromByteOffset: place, as: Value.self)
    }
    private func has(_ flag: UInt8) -> Bool { bytes[Offset.flags] & flag != 0 }
    private func size(_ place: Int) -> Int { Int(load(place) as UInt32) }

    private func text(from start: Int, _ place: Int) -> UnsafeBufferPointer<UInt8> {
        let begin = Offset.texts + start
        return UnsafeRawBufferPointer(rebasing: bytes[begin..<begin + size(place)]).assumingMemoryBound(to: UInt8.self)
    }

    // MARK: Order

    /// The first bytes of what comes after the account in the order, as a number: where two differ, the records do so
    /// in the same sense. No company code comes before any.
    var prefix: UInt64 {
        let company = company
        let first = company.isEmpty ? number : company
        var prefix: UInt64 = company.isEmpty ? 0 : 1
        for place in 0..<7 { prefix = prefix << 8 | (place < first.count ? UInt64(first[place]) : 0) }
        return prefix
    }

    /// −1, 0 or 1 in the order of the key: account, company code, number, as SQLite sorts them.
    func order(to other: ItemRecord) -> Int {
        let (ours, theirs) = (account, other.account)
        if ours != theirs { return ours < theirs ? -1 : 1 }
        let byCompany = company.order(to: other.company)
        return byCompany != 0 ? byCompany : number.order(to: other.number)
    }
}
