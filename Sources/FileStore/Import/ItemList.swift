/// Several numbers of items in one cell: `I-1, I-2`.
enum ItemList {
    /// The numbers, where there is more than one.
    static func numbers(in text: String) -> [String] {
        let parts = text.split(whereSeparator: { ",;|+&\n".contains($0) }).map { part in
            var part = part
            while part.first?.isWhitespace ?? false { part = part.dropFirst() }
            while part.last?.isWhitespace ?? false { part = part.dropLast() }
            return String(part)
        }
        let numbers = parts.filter { !$0.isEmpty }
        return numbers.count > 1 ? numbers : []
    }
}
