import Receivables

extension ImportProfile {
    /// A profile is written once and outlives changes of the ERP: it does not overrule what values prove.
    ///
    /// - Parameter options: completed by the profile; what the command line says is not the profile's to answer for.
    func checkAgainst(
        _ survey: Survey, _ header: Header, _ file: String, _ options: ImportOptions
    ) throws(ImportError) {
        if let dates, options.dates == dates {
            for (meaning, evidence) in survey.dates {
                if let (first, second) = evidence.contradiction {
                    throw .contradictoryDates(file: file, column: header.name(meaning), first: first, second: second)
                }
                guard let proof = evidence.proof, !evidence.orders.contains(DateOrders(dates)) else { continue }
                throw .profileContradicted(
                    file: file, profile: name, column: header.name(meaning), says: dates.words, proof: proof)
            }
        }
        if let decimal, options.decimal == decimal {
            for (meaning, evidence) in survey.amounts {
                let (supporting, against) =
                    decimal == .point
                    ? (evidence.pointProof, evidence.commaProof) : (evidence.commaProof, evidence.pointProof)
                guard let against, supporting == nil else { continue }
                throw .profileContradicted(
                    file: file, profile: name, column: header.name(meaning), says: "of a " + decimal.words,
                    proof: against)
            }
        }
    }

    /// A row's cells with the names that everybody knows in the place of those that only the profile knows.
    func translated(_ cells: [String]) -> [String] {
        var cells = cells
        let originals = cells
        for (meaning, name) in columns {
            guard let place = ImportProfile.place(of: name, in: originals),
                let known = ColumnNames.names(of: meaning, in: .openItems).first
            else { continue }
            cells[place] = known
        }
        for name in aside {
            if let place = ImportProfile.place(of: name, in: originals) { cells[place] = "" }
        }
        return cells
    }
}
