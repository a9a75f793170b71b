import GRDB
import Receivables

/// Runs work on a book's file, turning SQLite's errors into the book's.
func translatingErrors<Result>(at path: String, _ work: () throws -> Result) throws -> Result {
    do {
        return try work()
    } catch let error as DatabaseError {
        throw BookError(error, path: path)
    } catch let row as UnreadableRow {
        throw BookError.damaged(path: path, why: row.sentence)
    } catch is DecodingError {
        throw BookError.damaged(path: path, why: "a text in it can't be read as what it should hold")
    } catch let error as MoneyError {
        switch error {
        case .overflow: throw BookError.refused(.tooLarge(nil))
        case .mixed(let one, let other):
            throw BookError.damaged(path: path, why: "\(one) and \(other) met in one sum")
        }
    }
}

extension BookError {
    init(_ error: DatabaseError, path: String) {
        // Of some failures SQLite keeps no words, and then gives those of success.
        let said = error.message == "not an error" ? nil : error.message
        let why = said ?? "the system refused it (SQLite error \(error.extendedResultCode.rawValue))"
        // A full disk has two faces: the file itself can't grow, or the one that readers and writers share.
        guard error.extendedResultCode != .SQLITE_IOERR_SHMSIZE else {
            self = .diskFull(path: path)
            return
        }
        // SQLite has seen that the file was moved away.
        guard error.extendedResultCode != .SQLITE_READONLY_DBMOVED else {
            self = .replaced(path: path)
            return
        }
        self =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            case .SQLITE_NOTADB: .notABook(path: path, why: "it is not a SQLite file")
            case .SQLITE_CORRUPT: .damaged(path: path, why: why)
            case .SQLITE_READONLY: .readOnly(path: path)
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_CANTOPEN: .notPermitted(path: path)
            default: .failed(path: path, why: why)
            }
    }
}
