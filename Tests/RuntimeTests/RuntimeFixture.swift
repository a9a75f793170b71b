import FileStore
import Foundation
import Receivables

/// A folder with a book, both gone with the test.
final class RuntimeFixture {
    let folder: String
    let path: String
    let book: FileBook
    static let now = Instant(milliseconds: 1_795_600_000_000)

    init() throws {
        folder = NSTemporaryDirectory() + "duly-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        path = folder + "/book.duly"
        try FileBook(creating: path, rules: Rules(base: .usd), id: "test").close()
        book = try FileBook(opening: path, patience: 0.05)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var moment: Moment { Moment(at: RuntimeFixture.now, day: Day(number: 20_782)) }

    func note(_ text: String, id: String) -> NewEntry {
        NewEntry(
            id: id, payer: nil, at: moment.at, day: moment.day, author: "tester", text: text,
            act: .rules(Rules(base: .usd)))
    }
}
