/// What a whole column of amounts shows about its decimal sign.
struct DecimalEvidence {
    /// The first value that reads with a point only, and the first that reads with a comma only.
    private(set) var pointProof: Sighting?
    private(set) var commaProof: Sighting?
    /// Values such as `1,234` and `1.500`, a few.
    private(set) var unclear: [Sighting] = []
    /// Some cells are numbers in their sheet, whose sign is no question.
    private(set) var hasNumbers = false

    /// Some value says, or at least asks, which sign it is.
    var showsSign: Bool { pointProof != nil || commaProof != nil || !unclear.isEmpty }

    mutating func addNumber() { hasNumbers = true }

    /// - Parameter exponent: how many decimals the amount's currency has.
    mutating func add(_ cell: Cell, line: Int, exponent: Int = 2) {
        if pointProof != nil, commaProof != nil { return }
        var points = 0
        var commas = 0
        var last = -1
        for (place, byte) in cell.enumerated() {
            if byte == 0x2E { points += 1 } else if byte == 0x2C { commas += 1 } else { continue }
            last = place
        }
        if points + commas == 0 { return }
        // Most values tell what is known already.
        if pointProof != nil, points == 1, commas == 0 { return }
        if commaProof != nil, commas == 1, points == 0 { return }
        judge(cell, points: points, commas: commas, last: last, line: line, exponent)
    }

    private mutating func judge(_ cell: Cell, points: Int, commas: Int, last: Int, line: Int, _ exponent: Int) {
        let before = cell[..<last].count { (0x30...0x39).contains($0) }
        let after = cell[(last + 1)...].prefix { (0x30...0x39).contains($0) }.count
        guard before + after > 0 else { return }
        let lastIsPoint = cell[last] == 0x2E
        let lastCount = lastIsPoint ? points : commas
        let isDecimal: Bool
        if points > 0, commas > 0 {
            // `1,234.56`: the last one is the decimal sign, unless it comes twice.
            isDecimal = lastCount == 1
        } else if lastCount > 1 {
            isDecimal = false
        } else if after == 3, exponent == 0 {
            // Yen have no decimals.
            isDecimal = false
        } else if after != 3 || exponent == 3 || before > 3 || before == 0 || startsWithZero(cell) {
            isDecimal = true
        } else {
            if unclear.count < 4, reads(cell, .point) || reads(cell, .comma) {
                unclear.append(Sighting(text: cell.quotable, line: line))
            }
            return
        }
        if lastIsPoint == isDecimal {
            if pointProof == nil, reads(cell, .point) { pointProof = Sighting(text: cell.quotable, line: line) }
        } else if commaProof == nil, reads(cell, .comma) {
            commaProof = Sighting(text: cell.quotable, line: line)
        }
    }

    /// `12.3.4` proves nothing.
    private func reads(_ cell: Cell, _ sign: DecimalSign) -> Bool { (try? scanAmount(cell, sign)) != nil }

    private func startsWithZero(_ cell: Cell) -> Bool { cell.first { (0x30...0x39).contains($0) } == 0x30 }
}

/// Decides the decimal sign of every amount column of a file. A column that proves nothing follows the others.
struct DecimalDecision {
    let file: String
    let override: DecimalSign?

    /// The sign of each column, and how it is known, in words.
    func signs(
        _ columns: [(column: String, evidence: DecimalEvidence)]
    ) throws(ImportError) -> [(sign: DecimalSign, words: String)] {
        if let override { return columns.map { _ in (override, "\(override.words), as you said") } }
        var signs: [(sign: DecimalSign, words: String)?] = []
        for (column, evidence) in columns { signs.append(try proved(column, evidence)) }
        let proofs = Set(signs.compactMap { $0?.sign })
        var decided: [(sign: DecimalSign, words: String)] = []
        for (place, sign) in signs.enumerated() {
            if let sign {
                decided.append(sign)
            } else if proofs.count == 1, let shared = proofs.first {
                decided.append((shared, "\(shared.words), as in the other amounts"))
            } else if columns[place].evidence.unclear.isEmpty {
                decided.append((.point, columns[place].evidence.hasNumbers ? "numbers of a sheet" : "whole numbers"))
            } else {
                throw .ambiguousAmounts(
                    file: file, column: columns[place].column, samples: samples(columns[place].evidence))
            }
        }
        return decided
    }

    private func proved(
        _ column: String, _ evidence: DecimalEvidence
    ) throws(ImportError) -> (sign: DecimalSign, words: String)? {
        switch (evidence.pointProof, evidence.commaProof) {
        case (let point?, let comma?):
            throw .contradictoryAmounts(file: file, column: column, first: point, second: comma)
        case (let proof?, nil): (.point, "\(DecimalSign.point.words), as in \(proof.text) on line \(proof.line)")
        case (nil, let proof?): (.comma, "\(DecimalSign.comma.words), as in \(proof.text) on line \(proof.line)")
        case (nil, nil): nil
        }
    }

    private func samples(_ evidence: DecimalEvidence) -> [AmountSample] {
        evidence.unclear.map { value in
            func plain(_ sign: DecimalSign) -> String {
                value.text.filter { String($0) != sign.other.rawValue }.replacing(sign.rawValue, with: ".")
            }
            return AmountSample(value: value, withPoint: plain(.point), withComma: plain(.comma))
        }
    }
}
