import Receivables
import Testing

@Suite struct TypedTimeTests {
    @Test(
        "Times are read as people type them",
        arguments: [
            ("9", 540), ("14:30", 870), ("9.05", 545), ("10am", 600), ("3pm", 900), ("12pm", 720), ("12am", 0),
            ("3:15PM", 915), ("15h", 900),
            ("16uhr", 960), ("noon", 720),
        ])
    func read(text: String, minutes: Int) { #expect(TimeOfDay(typed: text)?.minutes == minutes) }

    @Test("What is no time is none", arguments: ["", "h", "pm", "13pm", "0am", "25h", "10xm", "25:00"])
    func unread(text: String) { #expect(TimeOfDay(typed: text) == nil) }
}
