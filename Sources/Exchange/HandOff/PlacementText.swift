import Receivables

/// A debt as a text file for an agency or a lawyer: what is owed, since when, and what was done about it.
public struct PlacementText {
    private let placement: Placement
    private let moment: Moment

    /// Prepares the text of a placement.
    public init(_ placement: Placement) {
        self.placement = placement
        moment = placement.dossier.moment
    }

    /// One section after the other; text from outside stands on its line and can't begin another.
    public var text: String {
        let facts = placement.dossier.facts
        let head = [
            "Placement of \(clean(facts.name)), customer \(clean(facts.payer.text)), as of \(moment.day.iso)",
            placement.dossier.cashKnownTo.map { "Payments are known up to \($0.iso)." } ?? "No payments are known.",
        ]
        let sections: [(String, [String])] = [
            ("Statement", balances), ("Open items", items), ("Promises and plans", promises), ("Disputes", disputes),
            ("People and numbers", people), ("Calls", calls), ("Messages", messages),
        ]
        return
            (head
            + sections.flatMap { title, lines in ["", title] + (lines.isEmpty ? ["  none"] : lines.map { "  " + $0 }) })
            .joined(separator: "\n") + "\n"
    }

    private var balances: [String] {
        placement.balances.map { balance in
            """
            \(balance.total.withCurrency) open in all: overdue \(balance.overdue.withCurrency), disputed \
            \(balance.disputed.withCurrency),
            """
                + " credits \(balance.credits.withCurrency), cash on account \(balance.onAccount.withCurrency)"
        }
    }

    private var items: [String] {
        placement.items.map { account, item in
            let late = item.daysPastDue(on: moment.day)
            let order = item.purchaseOrder.isEmpty ? "" : ", order \(clean(item.purchaseOrder))"
            let apart = item.disputed > 0 ? ", disputed \(Money(minor: item.disputed, item.currency).withCurrency)" : ""
            return "\(clean(item.number)) (account \(clean(account.text))\(order)): \(item.openMoney.withCurrency) of "
                + "\(item.amountMoney.withCurrency), issued \(item.issued.iso), due \(item.due.iso)"
                + (late > 0 ? ", \(late) days late" : "") + apart
        }
    }

    private var promises: [String] {
        let follow = placement.dossier.facts.followThrough
        let promised = follow.promises.map { judged in
            """
            \(Money(minor: judged.expected, judged.currency).withCurrency) by \(judged.promise.day.iso): \
            \(judged.verdict.word)
            """
        }
        return promised
            + follow.plans.map { "plan of \($0.plan.total.withCurrency) from \($0.plan.made.iso): \($0.state)" }
    }

    private var disputes: [String] { placement.dossier.facts.followThrough.disputes.map { clean($0.words) } }

    private var people: [String] {
        placement.dossier.contacts.map { of in
            [of.contact.name, of.contact.role, of.contact.phone, of.contact.email].filter { !$0.isEmpty }.map(clean)
                .joined(separator: ", ")
        }
    }

    private var calls: [String] {
        placement.contacts.map { entry, call in
            let who = call.contact.isEmpty ? "" : " with \(clean(call.contact))"
            let said = entry.text.split(whereSeparator: \.isNewline).map { clean(String($0)) }.joined(separator: " / ")
            return "\(entry.day.iso) \(call.direction == .inbound ? "they called" : "call")\(who): \(call.result.title)"
                + (said.isEmpty ? "" : ". \(said)") + " (\(clean(entry.author)))"
        }
    }

    private var messages: [String] {
        placement.messages.map { "\($0.entry.day.iso) \($0.message.kind.title) to \(clean($0.message.to))" }
    }

    private func clean(_ text: String) -> String { text.visible() }
}
