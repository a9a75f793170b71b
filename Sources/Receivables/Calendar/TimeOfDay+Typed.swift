extension TimeOfDay {
    /// Reads how people type it: `14:00`, `9.30`, `3pm`, `10am`, `15h`, `noon`.
    public init?(typed text: some StringProtocol) {
        let text = text.lowercased()
        if text == "noon" || text == "midday" {
            self.init(minutes: 12 * 60)
            return
        }
        guard let suffix = TimeOfDay.suffixes.first(where: { text.hasSuffix($0.word) }) else {
            self.init(text)
            return
        }
        guard let time = TimeOfDay(text.dropLast(suffix.word.count)) else { return nil }
        guard let hours = suffix.hours else {
            self = time
            return
        }
        // Of a clock of twelve hours, whose 12 comes first.
        guard (1...12).contains(time.minutes / 60) else { return nil }
        self.init(minutes: time.minutes % 720 + hours * 60)
    }

    private static let suffixes: [(word: String, hours: Int?)] = [("am", 0), ("pm", 12), ("uhr", nil), ("h", nil)]
}
