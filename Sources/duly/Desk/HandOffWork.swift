import Exchange
import FileStore
import Receivables
import Workstation

/// Writes a hand-off list where the user finds it.
enum HandOffWork {
    /// Read anew, so that it holds what the book says now.
    ///
    /// - Returns: where it went, or why it didn't.
    static func write(_ request: HandOffRequest, _ book: FileBook?) -> Event {
        do {
            guard let book else { throw BookError.missing(path: "") }
            let cases = try book.handOffs(request.query)
            let day = request.query.moment.day
            let text = request.isMessage ? HandOffMail(for: request.recipient, cases, today: day).text : Listing.handOff(cases).csv
            try Paths.make(HandOffFile.folder)
            let name = HandOffMail.fileName(request.recipient, day) + (request.isMessage ? ".eml" : ".csv")
            try HandOffFile.write(text, to: HandOffFile.folder + "/" + name)
            return .written(path: HandOffFile.folder + "/" + name)
        } catch let failure as Failure {
            return .failed(Workstation.Failure(.other, failure.sentence))
        } catch {
            return .failed(Workstation.Failure(.other, Errands.sentence(error)))
        }
    }
}
