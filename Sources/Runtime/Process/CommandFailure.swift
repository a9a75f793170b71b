import Exchange
import Files
import Foundation
import Receivables
import Settings
import Terminal

/// The exit codes of ARCHITECTURE.md §6.
package enum Status: Int32 {
    case done = 0
    case someRefused = 1
    case usage = 64
    case badData = 65
    case notFound = 66
    case cannotCreate = 73
    case readOrWriteFailed = 74
    case busy = 75
    case notPermitted = 77
    case configuration = 78
    case interrupted = 130
}

/// Trouble that the command itself notices: a sentence and an exit code.
package struct CommandFailure: Error {
    /// The code to leave with.
    package var status: Status
    /// What went wrong and what to do, for the user.
    package var sentence: String

    /// Makes a failure of a code and a sentence.
    package init(_ status: Status, _ sentence: String) {
        self.status = status
        self.sentence = sentence
    }

    /// Any error with its sentence and the code to leave with: the one place where the two are put together.
    package init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as BookError: self.init(error.status, error.sentence)
        case let error as ImportError: self.init(error.status, error.sentence)
        case let error as TerminalError: self.init(.usage, "\(error).")
        case let error as TemplateError: self.init(.configuration, "\(error).")
        case let error as SettingsError:
            self.init(.configuration, error.sentences.map { $0 + "." }.joined(separator: "\n"))
        case is Interrupted: self.init(.interrupted, RuntimeSentences.interrupted)
        case let problem as FileProblem:
            self.init(problem.step == .creating ? .cannotCreate : .readOrWriteFailed, problem.sentence)
        default:
            let words = CommandFailure.system(error) ?? (error as? any LocalizedError)?.errorDescription
            self.init(.readOrWriteFailed, words ?? "\(error)")
        }
    }

    /// The system's own words for what Foundation only numbers (`NSCocoaErrorDomain error 512`).
    private static func system(_ error: any Error) -> String? {
        let error = error as NSError
        let below = error.userInfo[NSUnderlyingErrorKey].flatMap { $0 as? NSError } ?? error
        guard below.domain == NSPOSIXErrorDomain else { return nil }
        let path = error.userInfo[NSFilePathErrorKey] as? String
        return "\(path.map { "\($0): " } ?? "")\(String(cString: strerror(Int32(clamping: below.code))))."
    }

    /// What is said of any error.
    package static func sentence(_ error: any Error) -> String { CommandFailure(error).sentence }
}

extension BookError {
    /// The exit code that fits.
    package var status: Status {
        switch self {
        case .missing, .unknownAccount, .unknownEntry: .notFound
        case .alreadyExists, .cannotCreate: .cannotCreate
        case .notABook, .newerVersion, .damaged, .refused: .badData
        case .readOnly, .notPermitted: .notPermitted
        case .busy, .replaced, .inUse: .busy
        case .diskFull, .noRoom, .failed: .readOrWriteFailed
        case .cannotUndo, .cannotRedact, .cannotMerge, .cannotMatch: .usage
        }
    }
}

extension ImportError {
    /// The exit code that fits.
    package var status: Status {
        switch self {
        case .missing: .notFound
        case .unreadable: .readOrWriteFailed
        default: .badData
        }
    }
}
