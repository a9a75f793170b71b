import Receivables

/// Numbers of documents that stand on several rows of a file: found by the first reading, put together by the second.
struct SharedNumbers: Sendable {
    private var met = FingerprintSet()
    private var shared: Set<UInt64> = []

    var isEmpty: Bool { shared.isEmpty }

    @inline(__always)
    mutating func add(_ key: UInt64) { if !met.insert(key) { shared.insert(key) } }

    @inline(__always)
    func contains(_ key: UInt64) -> Bool { !shared.isEmpty && shared.contains(key) }

    /// Frees what only the first reading needs.
    mutating func close() { met = FingerprintSet() }

    /// The account, company code and number of a row's document, in one number.
    @inline(__always)
    static func key(_ record: Record, _ header: Header) -> UInt64? {
        let number = record[header[.itemNumber]]
        guard !number.isEmpty else { return nil }
        var hash = Fingerprint()
        hash.add(record[header[.account]])
        hash.add(record[header[.company]])
        hash.add(number)
        if header.has(.itemPart) { hash.add(record[header[.itemPart]]) }
        return hash.value
    }
}
