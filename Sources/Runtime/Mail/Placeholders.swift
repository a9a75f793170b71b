/// Places in braces, filled in one pass: what is filled in is never looked at again.
enum Placeholders {
    /// The user's own program and its arguments with their places filled in. What is filled in comes from files: it
    /// never makes an option of an argument that is none.
    static func arguments(_ hook: [String], _ facts: [String: String]) -> [String] {
        hook.map { pattern in
            let filled = filled(pattern, facts)
            return pattern.hasPrefix("-") ? filled : String(filled.drop { $0 == "-" })
        }
    }

    /// - Parameter facts: by name, without the braces. A name that is not among them stays as it is.
    static func filled(_ text: String, _ facts: [String: String]) -> String {
        var filled = ""
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "{") {
            filled += rest[..<start]
            rest = rest[start...]
            guard let end = rest.firstIndex(of: "}"), let fact = facts[String(rest[rest.index(after: start)..<end])]
            else {
                filled.append(rest.removeFirst())
                continue
            }
            filled += fact
            rest = rest[rest.index(after: end)...]
        }
        return filled + rest
    }
}
