import Exchange
import Receivables
import Workstation

/// Writes a hand-off list where the user finds it.
enum HandOffWork {
    /// Read again, so that it holds what the book says now.
    ///
    /// - Parameter from: who sends it, where it is a message.
    /// - Returns: where it went, or why it didn't.
    static func write(_ request: HandOffRequest, _ book: (any Book)?, from: MailMessage.Mailbox?) -> Event {
        do {
            guard let book else { throw BookError.missing(path: "") }
            let cases = try book.handOffs(request.query)
            let moment = request.query.moment
            let offset = ProcessContext.offset(try book.rules().zone, moment.at) ?? 0
            let mail = HandOffMail(for: request.recipient, cases, at: moment).message(
                id: ProcessContext.newID(), from: from, offset: offset)
            let text = request.isMessage ? mail.text : Listing.handOff(cases).csv
            let name = HandOffMail.fileName(request.recipient, moment.day) + (request.isMessage ? ".eml" : ".csv")
            return .written(path: try HandOffFile.write(text, as: name))
        } catch {
            return .failed(Workstation.EffectFailure(.other, BookQueries.sentence(error)))
        }
    }
}
