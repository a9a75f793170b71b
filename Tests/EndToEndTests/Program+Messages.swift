import Foundation
import Testing

extension Program {
    /// Due days so that the cadence's reminder of day 3 is due on whichever day this runs.
    static func days(ago: Int) -> String {
        let formatter = DateFormatter()
        formatter.dateFormat = "yyyy-MM-dd"
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.locale = Locale(identifier: "en_US_POSIX")
        return formatter.string(from: Date().addingTimeInterval(-86_400 * Double(ago)))
    }

    static func withDueReminders() throws -> Program {
        let program = try Program()
        let (issued, due) = (Program.days(ago: 40), Program.days(ago: 5))
        let head =
            "Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount,Phone,Contact,Email\n"
        let rows = [
            "C1,Alder Ltd,I-1,\(issued),\(due),USD,9200.00,9200.00,+1 555 0100,Jo Alder,jo@alder.example",
            "C2,Birch Inc,I-3,\(issued),\(due),USD,5090.50,5090.50,+1 555 0101,Kim Birch,kim@birch.example",
            "C3,Cedar SA,I-4,\(issued),\(due),USD,2090.50,2090.50,+1 555 0102,Lou Cedar,",
            "C4,Dogwood,I-5,\(issued),\(due),USD,700.00,700.00,+1 555 0103,Max,max@dog.example",
        ]
        #expect(
            try program.run("import", try program.write(head + rows.joined(separator: "\n") + "\n", to: "open.csv"))
                .status == 0)
        try program.callAtAnyHour()
        return program
    }

    /// The messages that wait in the outbox, as text.
    var outbox: [String] {
        let folder = folder + "/state/duly/outbox"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".eml") }.map {
            (try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8)) ?? ""
        }
    }
}
