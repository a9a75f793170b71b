import GRDB
import Receivables

extension FileBook {
    /// Works out what extracts would do, one after the other, and changes nothing.
    ///
    /// - Throws: `BookError`, and what `progress` throws.
    public func dryRun<Source: ExtractSource>(
        _ dryRuns: inout [DryRun<Source>], progress: (_ nth: Int, _ done: Int, _ total: Int) throws -> Void
    ) throws {
        try importing { db in
            for place in dryRuns.indices { dryRuns[place].outcome = nil }
            defer { for place in dryRuns.indices { try? Staging.clearAside(place, db) } }
            var isOver = false
            while !isOver { isOver = try tryOnce(&dryRuns, progress, db) }
        }
    }

    /// Reads every file and puts it aside, while nothing is locked; then does what they do in one transaction, one
    /// after the other and without ranking, and rolls it back. So no one waits longer than for these imports in
    /// earnest.
    ///
    /// - Returns: false where it has to be begun again: another import came between, or one of them was refused and
    ///   those behind it were read as if its accounts were there.
    private func tryOnce<Source: ExtractSource>(
        _ dryRuns: inout [DryRun<Source>], _ progress: (_ nth: Int, _ done: Int, _ total: Int) throws -> Void,
        _ db: Database
    ) throws -> Bool {
        let version = try ImportVersion(db)
        var registry = try AccountRegistry(db)
        var staged: [StagedDryRun] = []
        for place in dryRuns.indices where dryRuns[place].outcome == nil {
            try dryRuns[place].unlessRefused { trial in
                try transaction(.deferred, db) {
                    let extract = try StagedExtract(trial.extract, trial.stamp, from: &trial.source, &registry, db) {
                        try progress(place, $0, $1)
                    }
                    let isFirst = staged.isEmpty
                    staged.append(
                        StagedDryRun(
                            place: place, extract: extract,
                            compared: isFirst ? try ComparedExtract(extract, db) : nil))
                    try staged[staged.count - 1].putAside(db)
                    return .commit
                }
            }
        }
        var isOver = true
        var receipts: [Int: Receipt] = [:]
        try transaction(.immediate, db) {
            guard try version.holds(db) else {
                isOver = false
                return .rollback
            }
            for (nth, trial) in staged.enumerated() where isOver {
                let isLast = nth == staged.count - 1
                try dryRuns[trial.place].unlessRefused { _ in
                    receipts[trial.place] = try trial.tell(isLast ? .toTell : .toTellOthers, telephones, db) {
                        try progress(trial.place, $0, $1)
                    }
                }
                if receipts[trial.place] == nil, trial.extract.hasNewAccounts, !isLast { isOver = false }
            }
            return .rollback
        }
        guard isOver else { return false }
        for (place, receipt) in receipts { dryRuns[place].outcome = .success(receipt) }
        return true
    }
}

/// An extract that was read and put aside until all of them are.
private struct StagedDryRun {
    let place: Int
    let extract: StagedExtract
    /// Of the first one only, which meets the book as it is.
    let compared: ComparedExtract?

    func putAside(_ db: Database) throws {
        try extract.items.rest()
        try Staging.clearAside(place, db)
        try Staging.putAside(place, db)
    }

    /// What it does to the book as those before it leave it.
    func tell(
        _ purpose: ExtractWork.Purpose, _ telephones: TelephoneReader, _ db: Database, progress: Progress
    ) throws -> Receipt {
        guard !extract.isNothing else { return Receipt() }
        var receipt = Receipt()
        try db.inSavepoint {
            try FileBook.checkAge(of: extract, db)
            try Staging.takeUp(place, db)
            let compared = try compared ?? ComparedExtract(extract, db)
            receipt = try ExtractWork(db, compared, telephones, purpose).run(progress: progress).receipt
            return .commit
        }
        return receipt
    }
}

extension DryRun {
    /// Notes a refusal where there may be one.
    fileprivate mutating func unlessRefused(_ work: (inout DryRun) throws -> Void) throws {
        do {
            try work(&self)
        } catch BookError.refused(let refusal) where mayBeRefused {
            outcome = .failure(refusal)
        }
    }
}
