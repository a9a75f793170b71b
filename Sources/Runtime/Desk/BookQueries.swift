import FileStore
import Foundation
import Receivables
import Settings
import Workstation

/// Answers what the workstation asks of the book: one question, one reading.
final class BookQueries {
    private(set) var book: (any Book)?
    private let drafts: () -> DraftFolder.Contents
    private let settings: UserSettings
    /// Words messages and sends them.
    private(set) var sender: MessageSender?

    /// - Parameter drafts: those on disk; none in a rehearsal.
    init(_ book: (any Book)?, settings: UserSettings, drafts: @escaping () -> DraftFolder.Contents) {
        self.book = book
        self.settings = settings
        sender = book.map { MessageSender($0, settings: settings) }
        self.drafts = drafts
    }

    func open(_ book: any Book) {
        self.book = book
        sender = MessageSender(book, settings: settings)
    }

    func answer(_ query: Query) -> Event {
        do {
            return .loaded(try reply(query))
        } catch {
            return .failed(Workstation.EffectFailure(.load(query), BookQueries.sentence(error)))
        }
    }

    /// Rows of the rest list at most: the others wake later than anybody plans for.
    private static let restsShown = 400

    private static let appointmentsShown = 9

    private func reply(_ query: Query) throws -> Reply {
        guard let book else { throw BookError.missing(path: "") }
        switch query {
        case .about: return .about(try book.about())
        case .queue(let wanted): return .queue(try book.queue(wanted), wanted)
        case .later(let moment, let people):
            var wanted = QueueQuery(moment: moment, limit: 0, later: true, acceptsStale: true)
            wanted.people = people
            wanted.laterLimit = BookQueries.restsShown
            return .later(try book.queue(wanted).later)
        case .overview(let moment, let people): return .overview(try book.overview(at: moment, of: people))
        case .returns(let person, let isAsked):
            return .returns(try book.returns(to: person, newerThanOwn: !isAsked), isAsked: isAsked)
        case .causes(let day): return .causes(try book.causes(upTo: day))
        case .receipts(let payer, let day): return .receipts(try book.receipts(of: payer, upTo: day), payer)
        case .handOffs(let wanted): return .handOffs(try book.handOffs(wanted), wanted)
        case .appointments(let moment, let people):
            var wanted = QueueQuery(moment: moment, limit: BookQueries.appointmentsShown, acceptsStale: true)
            wanted.people = people
            let page = try book.queue(wanted)
            return .appointments(page.rows.filter { $0.appointment != nil })
        case .dossier(let number, let moment, let purpose):
            return .dossier(try book.dossier(of: number, asOf: moment), purpose)
        case .message(let request, let moment): return .message(try message(request, at: moment), request)
        case .reminders(let moment, let people): return .reminders(try reminders(at: moment, of: people))
        case .unsent: return .unsent(try unsent())
        case .letter(let id): return .letter(try letter(id))
        case .find(let words, let limit): return .found(try book.find(words, limit: limit), words: words)
        case .drafts:
            let kept = drafts()
            let saved = try book.recorded(among: kept.drafts.map(\.id))
            return .drafts(kept.drafts.filter { !saved.contains($0.id) }, unreadable: kept.unreadable)
        case .planned(let owner, let first, let last):
            return .planned(try book.planned(for: owner, from: first, through: last))
        case .journal(let wanted, let purpose): return .journal(try book.journal(wanted), purpose)
        }
    }

    func record(_ entry: NewEntry, seen: Int64?) -> RecordEvent {
        guard let book else { return .failed(RuntimeSentences.noBook) }
        do {
            switch try book.record([entry], seen: seen) {
            case .saved(let place): return .saved(place)
            case .stale(let newer): return .stale(newer)
            }
        } catch BookError.busy {
            return .busy
        } catch BookError.replaced(let path) {
            // Nor while it is gone: SQLite would go on writing into a file that no one can find any more.
            return access(path, F_OK) == 0
                ? .replaced : .failed(RuntimeSentences.bookIsGone(path))
        } catch {
            return .failed(BookQueries.sentence(error))
        }
    }

    func setRate(of currency: Currency, _ rate: ExchangeRate, at moment: Moment) -> Event {
        do {
            guard let book else { throw BookError.missing(path: "") }
            let stamp = Stamp(id: ProcessContext.newID(), at: moment.at, day: moment.day, author: ProcessContext.author)
            try book.setRate(of: currency, rate, on: moment.day, stamp: stamp)
            return .rateSet(currency, rate)
        } catch {
            return .failed(Workstation.EffectFailure(.other, BookQueries.sentence(error)))
        }
    }

    static func sentence(_ error: any Error) -> String { CommandFailure.sentence(error) }
}
