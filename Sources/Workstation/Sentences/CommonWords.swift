/// Words that many screens share.
enum CommonWords {
    static let reading = "reading\u{2026}"
}
