import Exchange
import FileStore
import Foundation
import Hashing
import Receivables

/// A folder with every table of a book: as CSV for people, and as JSON, from which the book can be made again.
///
/// In the JSON each row has a line of its own, so that no file has to fit into memory. Bytes are `{"hex": "…"}`.
package struct ExportFolder: TableSink {
    private static let list = "contents.json"
    /// Under another name until it is whole.
    private let draft: String
    private let place: String
    private var csv: NewFileStream?
    private var json: NewFileStream?
    private var columns: [String] = []
    private var isFirst = true

    /// - Throws: `CommandFailure` where something stands there already.
    package init(creating path: String) throws {
        var status = stat()
        place = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        draft = place + ".new-\(getpid())"
        guard lstat(place, &status) != 0 else {
            throw CommandFailure(.cannotCreate, RuntimeSentences.folderExists(place))
        }
        clearAway()
        guard mkdir(draft, 0o700) == 0 else {
            throw CommandFailure(.cannotCreate, RuntimeSentences.cannotCreate(place, String(cString: strerror(errno))))
        }
    }

    /// What others left who were killed while they wrote such a folder.
    private func clearAway() {
        let folder = (place as NSString).deletingLastPathComponent
        let start = (place as NSString).lastPathComponent + ".new-"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? [] {
            guard name.hasPrefix(start), let process = pid_t(name.dropFirst(start.count)), kill(process, 0) != 0,
                errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(atPath: (folder as NSString).appendingPathComponent(name))
        }
    }

    /// Begins a table. Throws `FileProblem`, as `add` and `end` do.
    package mutating func begin(_ table: String, columns: [String]) throws {
        self.columns = columns
        isFirst = true
        csv = try NewFileStream("\(draft)/\(table).csv")
        json = try NewFileStream("\(draft)/\(table).json")
        var head = CsvText()
        head.row(columns)
        try csv?.write(head.text)
        try json?.write("[\n")
    }

    /// Adds a row; its values are in the order of the columns.
    package mutating func add(_ row: [TableValue]) throws {
        var line = CsvText()
        line.row(row.map(\.cell))
        try csv?.write(line.text)
        let object = JSONValue.object(
            Dictionary(zip(columns, row.map(\.json)), uniquingKeysWith: { first, _ in first }))
        try json?.write((isFirst ? "" : ",\n") + object.render().dropLast())
        isFirst = false
    }

    /// Ends the table that was begun.
    package mutating func end() throws {
        try json?.write("\n]\n")
        try csv?.close()
        try json?.close()
        (csv, json) = (nil, nil)
    }

    /// Says what there is, and gives the folder its name.
    package func finish(_ contents: BookContents) throws {
        let list: JSONValue = [
            "steps": .array(contents.steps.map { .string($0) }),
            "tables": .object(contents.rows.mapValues { .integer(Int64($0)) }),
        ]
        let file = try NewFileStream("\(draft)/\(ExportFolder.list)")
        try file.write(try list.render(pretty: true))
        try file.close()
        guard rename(draft, place) == 0 else {
            throw CommandFailure(.cannotCreate, RuntimeSentences.cannotCreate(place, String(cString: strerror(errno))))
        }
    }

    /// Nothing stays of what was not finished.
    package func remove() { try? FileManager.default.removeItem(atPath: draft) }

    // MARK: Reading

    /// The tables in such a folder.
    package struct Tables: TableSource {
        let folder: String
        /// Which tables there are, and how many rows each has.
        package let contents: BookContents

        private struct List: Decodable {
            var steps: [String]
            var tables: [String: Int]
        }

        /// - Throws: `CommandFailure` where the folder was not written whole.
        package init(_ folder: String) throws {
            self.folder = folder
            var status = stat()
            guard stat("\(folder)/\(ExportFolder.list)", &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                let data = FileManager.default.contents(atPath: "\(folder)/\(ExportFolder.list)"),
                let list = try? JSONDecoder().decode(List.self, from: data)
            else { throw CommandFailure(.notFound, RuntimeSentences.notAnExport(folder)) }
            contents = BookContents(steps: list.steps, rows: list.tables)
        }

        /// - Throws: `CommandFailure` with file and line of a row that can't be read; and what `body` throws.
        package func forEachRow(of table: String, _ body: ([String: TableValue]) throws -> Void) throws {
            let path = "\(folder)/\(table).json"
            guard let lines = Lines(path) else {
                throw CommandFailure(.notFound, RuntimeSentences.missingOrUnreadable(path))
            }
            var number = 0
            while var line = lines.next() {
                number += 1
                guard line != Data("[".utf8), line != Data("]".utf8), !line.isEmpty else { continue }
                if line.last == UInt8(ascii: ",") { line.removeLast() }
                guard let row = try? JSONDecoder().decode([String: TableValue.Read].self, from: line) else {
                    throw CommandFailure(.badData, RuntimeSentences.notARow(path, line: number))
                }
                try body(row.mapValues(\.value))
            }
        }
    }

    /// The lines of a file, one after the other.
    private final class Lines {
        private let file: FileHandle
        private var rest = Data()
        private var isAtEnd = false

        init?(_ path: String) {
            var status = stat()
            // A pipe that no one writes to would keep us waiting.
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                let file = FileHandle(forReadingAtPath: path)
            else { return nil }
            self.file = file
        }

        func next() -> Data? {
            while true {
                if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    defer { rest = rest[(end + 1)...] }
                    return Data(rest[rest.startIndex..<end])
                }
                guard !isAtEnd, let more = try? file.read(upToCount: 1 << 16), !more.isEmpty else {
                    isAtEnd = true
                    guard !rest.isEmpty else { return nil }
                    defer { rest = Data() }
                    return Data(rest)
                }
                rest = Data(rest) + more
            }
        }
    }
}

extension TableValue {
    fileprivate var cell: CsvText.Value {
        switch self {
        case .null: .plain("")
        case .integer(let number): .plain("\(number)")
        case .number(let number): .plain("\(number)")
        case .text(let text): .text(text)
        case .bytes(let bytes): .plain(Hexadecimal.text(bytes))
        }
    }

    fileprivate var json: JSONValue {
        switch self {
        case .null: .null
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .text(let text): .string(text)
        case .bytes(let bytes): ["hex": .string(Hexadecimal.text(bytes))]
        }
    }

    /// As it stands in the JSON.
    fileprivate struct Read: Decodable {
        let value: TableValue

        private struct Bytes: Decodable { var hex: String }

        init(from decoder: any Decoder) throws {
            let cell = try decoder.singleValueContainer()
            if cell.decodeNil() {
                value = .null
            } else if let number = try? cell.decode(Int64.self) {
                value = .integer(number)
            } else if let number = try? cell.decode(Double.self) {
                value = .number(number)
            } else if let text = try? cell.decode(String.self) {
                value = .text(text)
            } else {
                guard let bytes = Hexadecimal.bytes(try cell.decode(Bytes.self).hex) else {
                    throw DecodingError.dataCorruptedError(
                        in: cell, debugDescription: "not pairs of hexadecimal digits")
                }
                value = .bytes(bytes)
            }
        }
    }
}
