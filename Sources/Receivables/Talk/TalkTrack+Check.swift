// What a track's words are held to, beyond being readable: they are said aloud, to people.
extension TalkTrack {
    /// The longest sentence, in words.
    static let longestSentence = 20

    /// What breaks the rules of plain words, in the order of its lines.
    ///
    /// - Parameters:
    ///   - situation: the one that the track is for; nil where it isn't known.
    ///   - file: the name that mistakes have.
    public func remarks(for situation: CallSituation?, file: String) -> [TrackMistake] {
        parts.flatMap { part in
            part.lines.flatMap { line in
                line.problems(for: situation).map {
                    TrackMistake(file: file, line: line.number, column: $0.column, reason: $0.reason)
                }
            } + bareStep(part, situation, file)
        }
    }

    /// A step needs a line that stands whatever is known.
    private func bareStep(_ part: Part, _ situation: CallSituation?, _ file: String) -> [TrackMistake] {
        let isSafe = part.lines.contains { line in
            line.places.allSatisfy { TrackFacts.always.contains($0) || TrackFacts.always(in: situation).contains($0) }
        }
        guard !isSafe, let first = part.lines.first else { return [] }
        let reason =
            "\(part.step.rawValue) has no line that needs only {caller}, {customer} or {account}: it may be empty"
        return [TrackMistake(file: file, line: first.number, column: 1, reason: reason)]
    }
}

extension TrackLine {
    /// The facts that it needs.
    var places: [TrackPlace] {
        pieces.compactMap { piece in
            if case .place(let place, _) = piece { place } else { nil }
        }
    }

    fileprivate func problems(for situation: CallSituation?) -> [(column: Int, reason: String)] {
        var problems: [(column: Int, reason: String)] = []
        let longest = sentenceLengths.max() ?? 0
        if longest > TalkTrack.longestSentence {
            problems.append((1, "a sentence of \(longest) words; nobody says more than \(TalkTrack.longestSentence)"))
        }
        let words = spoken.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
        if let word = words.first(where: TrackLine.inHouse.contains) {
            problems.append((1, "“\(word)” is a word of ours; say what it means to the customer"))
        }
        guard let situation, !situation.namesMoney else { return problems }
        for case .place(let place, let column) in pieces where place.isOfMoney {
            problems.append(
                (column, "{\(place.rawValue)} tells of money, and \(TrackLine.who(situation)) may not hear it"))
        }
        if let word = words.first(where: TrackLine.ofMoney.contains) {
            problems.append((1, "“\(word)” tells of money, and \(TrackLine.who(situation)) may not hear it"))
        }
        return problems
    }

    private static func who(_ situation: CallSituation) -> String {
        situation == .relationship ? "a call that asks for nothing" : "anyone who listens"
    }

    private var spoken: String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .place(let place, _): String(repeating: "x ", count: place.words)
            }
        }.joined()
    }

    private var sentenceLengths: [Int] {
        spoken.split { ".?!…".contains($0) }.map { $0.split { $0.isWhitespace }.count }
    }

    /// Words of the trade that customers don't use.
    private static let inHouse: Set = [
        "dunning", "ledger", "aging", "ageing", "bucket", "delinquent", "delinquency", "debtor", "dso", "ar",
        "reconcile", "reconciliation", "writeoff", "mahnstufe", "debitor", "mahnlauf", "posten", "fälligkeitsliste",
        "encours", "lettrage", "débiteur", "relance",
    ]

    /// What must not be said where money may not be named.
    private static let ofMoney: Set = [
        "invoice", "invoices", "payment", "payments", "pay", "paid", "owe", "owed", "owing", "due", "overdue", "late",
        "debt", "balance", "amount", "outstanding", "bill", "money", "reminder", "rechnung", "rechnungen", "zahlung",
        "zahlungen", "zahlen", "bezahlen", "bezahlt", "fällig", "überfällig", "offen", "offene", "betrag", "schulden",
        "mahnung", "geld", "saldo", "facture", "factures", "paiement", "paiements", "payer", "payé", "dû", "due",
        "échéance", "retard", "montant", "solde", "dette", "impayé", "impayée", "argent",
    ]
}
