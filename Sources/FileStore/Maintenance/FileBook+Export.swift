import Foundation
import GRDB
import Receivables

/// A value of a table, as SQLite has it.
public enum TableValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case number(Double)
    case text(String)
    case bytes([UInt8])
}

/// What a book's tables are made of, apart from their rows.
public struct BookContents: Sendable, Hashable {
    /// The steps that made the tables, in their order.
    public var steps: [String]
    /// The number of rows of each table.
    public var rows: [String: Int]

    /// Creates a description of an export.
    public init(steps: [String], rows: [String: Int]) {
        self.steps = steps
        self.rows = rows
    }
}

/// Where a book's tables go.
public protocol TableSink {
    /// Begins a table; its rows follow, then `end`.
    mutating func begin(_ table: String, columns: [String]) throws
    /// Adds a row, with a value for each of the columns.
    mutating func add(_ row: [TableValue]) throws
    /// Ends the table that `begin` began.
    mutating func end() throws
}

/// Where a book's tables come from.
public protocol TableSource {
    /// What has arrived so far.
    var contents: BookContents { get }
    /// Hands over each row of a table, by the names of its columns.
    func forEachRow(of table: String, _ take: ([String: TableValue]) throws -> Void) throws
}

extension FileBook {
    /// Hands over every table with every row, as they are at one moment. What SQLite makes of them (indexes, the words
    /// of notes) follows from them.
    public func export(to sink: inout some TableSink) throws -> BookContents {
        try translatingErrors(at: path) {
            try queue.writeWithoutTransaction { db in
                var contents = BookContents(steps: [], rows: [:])
                try reading(db) {
                    contents.steps = try BookTables.steps(db)
                    for table in try BookTables.names(db) { contents.rows[table] = try export(table, to: &sink, db) }
                }
                return contents
            }
        }
    }

    private func export(_ table: String, to sink: inout some TableSink, _ db: Database) throws -> Int {
        try sink.begin(table, columns: try BookTables.columns(of: table, db))
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier)")
        var count = 0
        while let row = try rows.next() {
            try sink.add(row.databaseValues.map(TableValue.init))
            count += 1
        }
        try sink.end()
        return count
    }

    /// Makes a book from the tables of another. It gets its name once it is whole and verified.
    ///
    /// - Throws: `BookError.alreadyExists`, `.newerVersion`, `.damaged` where it doesn't verify.
    public static func rebuild(
        _ path: String, from source: some TableSource, named name: String,
        telephones: @escaping TelephoneParser = FileBook.readsInternational, progress: Receivables.Progress
    ) throws -> Verification {
        let making = FileInMaking(path)
        try making.create()
        defer { making.remove() }
        try translatingErrors(at: name) {
            try BookTables.fill(making.draft, from: source, named: name, progress: progress)
        }
        let book = try FileBook(opening: making.draft, telephones: telephones)
        let proof = try book.verify(progress: progress)
        guard proof.isSound else {
            throw BookError.damaged(path: name, why: proof.problems.first.map { "\($0.location): \($0.text)" } ?? "")
        }
        try book.close()
        try making.setAsideLogs()
        try making.settle()
        return proof
    }
}

/// The tables of a book that hold something of its own.
private enum BookTables {
    static func names(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT name FROM pragma_table_list
                WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name
                """)
    }

    static func columns(of table: String, _ db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [table])
    }

    private static let stepTable = "grdb_migrations"

    static func steps(_ db: Database) throws -> [String] {
        let taken = Set(try String.fetchAll(db, sql: "SELECT identifier FROM \(stepTable)"))
        return Schema.migrator.migrations.filter(taken.contains)
    }

    static func fill(
        _ file: String, from source: some TableSource, named name: String, progress: Receivables.Progress
    ) throws {
        let steps = source.contents.steps
        guard let last = steps.last, steps == Array(Schema.migrator.migrations.prefix(steps.count)) else {
            throw BookError.newerVersion(path: name)
        }
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let book = try DatabaseQueue(path: file, configuration: configuration)
        try book.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        }
        try Schema.migrator.migrate(book, upTo: last)
        try book.write { db in
            let tables = try names(db).filter { $0 != stepTable }
            for table in tables where table != "entry" {
                try db.execute(sql: "DELETE FROM \(table.quotedDatabaseIdentifier)")
            }
            let total = source.contents.rows.values.reduce(0, +)
            var done = 0
            for table in tables {
                let expected = source.contents.rows[table]
                let count = try fill(table, from: source, named: name, db) {
                    done += 1
                    if done.isMultiple(of: 10_000) { try progress(done, total) }
                }
                guard count == expected else {
                    throw BookError.damaged(path: name, why: "\(table) has \(count) rows instead of \(expected ?? 0)")
                }
            }
            try BookMetadata.set(.indexedTo, "0", db)
            try TextIndex.catchUp(db)
        }
        try book.close()
    }

    private static func fill(
        _ table: String, from source: some TableSource, named name: String, _ db: Database, _ counted: () throws -> Void
    ) throws -> Int {
        let columns = try columns(of: table, db)
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let names = columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
        let insert = try db.makeStatement(
            sql: "INSERT INTO \(table.quotedDatabaseIdentifier) (\(names)) VALUES (\(marks))")
        var count = 0
        try source.forEachRow(of: table) { row in
            guard row.count == columns.count, columns.allSatisfy({ row[$0] != nil }) else {
                throw BookError.damaged(
                    path: name, why: "row \(count + 1) of \(table) has other columns than the table")
            }
            try insert.execute(arguments: StatementArguments(columns.map { row[$0]?.stored ?? .null }))
            count += 1
            try counted()
        }
        return count
    }
}

extension TableValue {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .number(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .bytes(Array(data))
        }
    }

    fileprivate var stored: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .number(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}
