import Receivables

/// Reads the rows of an extract on a second thread, while those before them are staged on this one.
struct RowsAhead<Source: ExtractSource> {
    private let rows: Handover<[ExtractRow], Source>

    /// How many rows make a piece, and how many pieces may wait.
    static var together: Int { 512 }
    static var ahead: Int { 48 }

    init(_ source: Source) {
        rows = Handover(ahead: Self.ahead) { handOver in
            var source = source
            var batch: [ExtractRow] = []
            try source.forEach { row in
                if batch.isEmpty { batch.reserveCapacity(Self.together) }
                batch.append(row)
                guard batch.count == Self.together else { return }
                try handOver(batch)
                batch = []
            }
            if !batch.isEmpty { try handOver(batch) }
            return source
        }
    }

    /// - Returns: the source, once it was read.
    /// - Throws: what `take` throws, else what the reading does.
    func forEach(_ body: (ExtractRow) throws -> Void) throws -> Source {
        do {
            while let batch = rows.next() {
                for row in batch { try body(row) }
            }
        } catch {
            rows.stop()
            throw error
        }
        return try rows.end()
    }
}
