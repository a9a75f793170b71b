import Receivables

/// The accounts that a file has named so far, each in the place that it got when it was first met; asked once for each
/// row, so that finding one looks at two places in memory, no more.
struct AccountIndex {
    /// What is remembered of an account: kept small, for there may be a hundred thousand.
    struct Memory {
        let number: AccountNumber
        /// Fingerprints of its name and of all else, 0 where nothing was said.
        var name: UInt64 = 0
        var rest: UInt64 = 0
        var isTold = false
    }

    private var memories: ContiguousArray<Memory> = []
    /// One more than an account's place where its number's fingerprint says, or behind it; 0 where there is none. At
    /// most half of them are taken.
    private var slots = [UInt32](repeating: 0, count: 1024)

    subscript(place: Int) -> Memory {
        get { memories[place] }
        set { memories[place] = newValue }
    }

    func place(of number: Cell) -> Int? {
        let slot = slots[slot(of: number)]
        return slot == 0 ? nil : Int(slot) - 1
    }

    /// The place of an account, which it gets now where it has none.
    mutating func meet(_ number: AccountNumber) -> Int {
        if memories.count * 2 >= slots.count { grow() }
        var text = number.text
        let its = text.withUTF8 { slot(of: $0) }
        if slots[its] == 0 {
            memories.append(Memory(number: number))
            slots[its] = UInt32(memories.count)
        }
        return Int(slots[its]) - 1
    }

    /// The slot of a number, or the one that is free for it.
    private func slot(of number: Cell) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: Fingerprint.of(number)) & mask
        while slots[slot] != 0, !number.isText(memories[Int(slots[slot]) - 1].number.text) { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (place, memory) in memories.enumerated() {
            var text = memory.number.text
            slots[text.withUTF8 { slot(of: $0) }] = UInt32(place + 1)
        }
    }
}
