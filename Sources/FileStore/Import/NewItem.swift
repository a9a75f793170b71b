import Receivables

/// An item of an extract that the book doesn't have: its record, and its due date resolved.
///
/// Good as long as the record is; `kept` is good for ever.
struct NewItem {
    let record: ItemRecord
    let due: Day
    let dueFrom: DueSource
    /// Holds the memory that the record looks at, where somebody must.
    private let keeper: KeptRecord?

    /// - Parameter due: as `DueDates` resolves it.
    init(_ record: ItemRecord, due: (day: Day, from: DueSource), keeper: KeptRecord? = nil) {
        self.record = record
        (self.due, dueFrom) = due
        self.keeper = keeper
    }

    var kept: NewItem {
        let keeper = KeptRecord(record)
        return NewItem(keeper.record ?? record, due: (due, dueFrom), keeper: keeper)
    }

    /// What is open of it; a row that doesn't say is settled in full or not at all.
    var open: Int64 { record.open ?? (record.settled == nil ? record.amount : 0) }

    var key: SettlementTable.Key {
        SettlementTable.Key(
            account: record.account, company: String(decoding: record.company, as: UTF8.self),
            number: String(decoding: record.number, as: UTF8.self))
    }
}
