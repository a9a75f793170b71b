/// Who gets a message (ARCHITECTURE.md §6, `duly draft`).
extension Dossier {
    /// A contact with an address that can be written to: for an answer who asked or promised, else who pays the bills,
    /// else the first on file.
    public func correspondent(for kind: MessageKind) -> (contact: Contact, address: EmailAddress)? {
        let reachable = contacts.compactMap { of in
            EmailAddress.first(in: of.contact.email).map { (contact: of.contact, address: $0) }
        }
        if let name = partner(in: kind)?.lowercased(),
            let found = reachable.first(where: { $0.contact.name.lowercased() == name })
        {
            return found
        }
        return reachable.first { Dossier.paysBills($0.contact) } ?? reachable.first
    }

    /// Whose words the message answers.
    private func partner(in kind: MessageKind) -> String? {
        let name: String? =
            switch kind {
            case .reminder, .statement: nil
            case .promiseConfirmation: facts.followThrough.promises.last { !$0.promise.who.isEmpty }?.promise.who
            case .plan: facts.followThrough.plans.last?.plan.who
            case .dispute, .documents: lastConversation?.call.contact
            }
        return name.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func paysBills(_ contact: Contact) -> Bool {
        let role = contact.role.lowercased()
        return ["payable", "accounts", "finance", "buchhalt", "kreditor", "comptab", "treasur"].contains {
            role.contains($0)
        } || role == "ap"
    }
}
