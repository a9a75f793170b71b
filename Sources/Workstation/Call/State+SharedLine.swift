import Receivables

/// A line on which somebody was reached, and the payers who can still be spoken about on it.
struct CallLine: Sendable, Hashable {
    let e164: String
    /// Those with most at stake first.
    var left: [SharedNumber.Other]
}

// Where payers share a number, one call covers them in turn.
extension State {
    /// What is left to speak about after a call of ours on which somebody was reached; nil where that is nothing.
    func lineLeft(after entry: NewEntry) -> CallLine? {
        guard case .call(let call) = entry.act, call.direction == .outbound, call.result.reach >= .contact else {
            return nil
        }
        // A call that went on leaves those whom the one before had left.
        if note?.isContinued ?? false { return line.flatMap { $0.left.isEmpty ? nil : $0 } }
        guard let open = account.open, let number = open.phone?.number, let shared = open.dossier.shared(number),
            !shared.others.isEmpty
        else { return nil }
        return CallLine(e164: shared.e164, left: shared.others)
    }

    /// `still on the line: Kestrel Ltd and 1 more (L)`
    var lineText: String? {
        guard let line, let next = line.left.first else { return nil }
        return CallSentences.stillOnTheLine(
            next.name, more: line.left.count - 1, key: desk.bindings.label(of: .sameLine))
    }

    /// Opens the next payer who is reached by the number that was called, and goes on there.
    mutating func goOnOnTheLine() -> [Effect] {
        guard let line, let next = line.left.first else { return [] }
        return open(
            next.payer, name: next.name, then: .goOn(CallLine(e164: line.e164, left: Array(line.left.dropFirst()))))
    }

    /// The clock runs for the payer on screen, and nothing is dialled.
    mutating func goOn(_ line: CallLine) -> [Effect] {
        self.line = line
        guard account.open?.choose(line: line.e164) ?? false else {
            notice = .plain(CallSentences.numberMustNotBeCalled)
            return []
        }
        return beginCall(.outbound, on: line)
    }
}
