// The journal names numbers by their keys, so that its readers compare numbers and not spellings.

extension CallRecord {
    static let betweenNumbers = ", "

    /// The numbers dialled, by their keys: more than one only where a cell with several was dialled.
    public var numbers: [String] {
        guard !number.isEmpty else { return [] }
        let parts = number.split(separator: CallRecord.betweenNumbers).map(String.init)
        return parts.allSatisfy(TelephoneNumber.isKey) ? parts : [number]
    }
}

extension Act {
    /// The act with its numbers read.
    ///
    /// - Parameter read: the numbers in a text; none where it can't be read now.
    public func readingNumbers(_ read: (String) throws -> [TelephoneNumber]) rethrows -> Act {
        switch self {
        case .call(var call):
            if !call.number.isEmpty, !call.numbers.allSatisfy(TelephoneNumber.isKey) {
                let found = try read(call.number).filter(\.isPossible)
                if !found.isEmpty { call.number = found.map(\.key).joined(separator: CallRecord.betweenNumbers) }
            }
            try call.agreed.readNumbers(read)
            return .call(call)
        case .note(var note):
            try note.agreed.readNumbers(read)
            return .note(note)
        default: return self
        }
    }

    /// The texts in it that are still to be read.
    public var spelledNumbers: [String] {
        var found: [String] = []
        _ = readingNumbers { text in
            found.append(text)
            return []
        }
        return found
    }
}

extension Agreements {
    fileprivate mutating func readNumbers(_ read: (String) throws -> [TelephoneNumber]) rethrows {
        for place in noCalls.indices {
            guard case .number(let said) = noCalls[place].scope, noCalls[place].numbers == nil else { continue }
            let found = try read(said).filter(\.isPossible).map(\.e164)
            if !found.isEmpty { noCalls[place].numbers = found }
        }
    }
}
