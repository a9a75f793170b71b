/// A choice that people type by its name or by the beginning of one of its words.
protocol NamedChoice: CaseIterable, RawRepresentable where RawValue == String {}

extension NamedChoice {
    /// The one choice whose name, or a word of it, begins with a text of two letters or more; nil if none or several
    /// do.
    ///
    /// `or` is no word that anyone looks for.
    static func beginning(with text: some StringProtocol, orAlso isAlias: (Self, String) -> Bool = { _, _ in false })
        -> Self?
    {
        let wanted = text.lowercased().filter { $0.isLetter || $0 == " " || $0 == "-" }
        guard wanted.count >= 2 else { return nil }
        let found = allCases.filter { choice in
            choice.rawValue.hasPrefix(wanted) || isAlias(choice, wanted)
                || choice.rawValue.split(whereSeparator: { " -".contains($0) })
                    .contains { $0 != "or" && $0.hasPrefix(wanted) }
        }
        return found.count == 1 ? found.first : nil
    }
}
