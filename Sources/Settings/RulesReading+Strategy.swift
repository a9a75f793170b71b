import Receivables
import TOMLKit

// How payers are ranked, and what is done with them when.
extension RulesReading {
    private static let strategyKeys = [
        "horizon", "look-ahead", "pseudo-payments", "least-likelihood", "payment-window", "before-due", "expected-late",
        "highest-product", "urgent-share", "broken-heads", "tiers", "decide-after-contacts", "decide-after-days",
    ]

    /// Keys of the strategy of points, with what stands in their place.
    private static let replacedKeys = [
        "urgent": "urgent-share = 50, the percent of the horizon that money is expected to stay unpaid",
        "value-unit": "nothing: the worth of a call counts money and days as they are",
        "silence": "a factor: [[factor]] name = \"silence\"", "drift": "a factor: [[factor]] name = \"drift\"",
    ]

    mutating func readStrategy(_ table: TOMLTable) {
        var strategy = rules.strategy
        func read(
            _ key: String, _ range: ClosedRange<Int>, _ place: WritableKeyPath<Strategy, Int>,
            _ reading: inout RulesReading
        ) {
            strategy[keyPath: place] = reading.int(table, key, "strategy", in: range) ?? strategy[keyPath: place]
        }
        for key in table.keys {
            switch key {
            case "horizon": readHorizon(table, &strategy)
            case "look-ahead": read(key, 0...31, \.lookAhead, &self)
            case "pseudo-payments": read(key, 0...1_000, \.pseudoPayments, &self)
            case "least-likelihood": read(key, 0...100, \.leastLikelihood, &self)
            case "payment-window": read(key, 30...1_000, \.paymentWindow, &self)
            case "before-due": read(key, 0...100, \.beforeDue, &self)
            case "expected-late": read(key, 0...90, \.expectedLate, &self)
            case "highest-product": strategy.highestProduct = factor(table, key, "strategy") ?? strategy.highestProduct
            case "urgent-share": read(key, 0...100, \.urgentShare, &self)
            case "broken-heads": read(key, 0...1_000_000_000, \.brokenHeads, &self)
            case "tiers": strategy.tiers = tiers(table) ?? strategy.tiers
            case "decide-after-contacts": read(key, 0...10, \.decision.contacts, &self)
            case "decide-after-days": read(key, 0...3_650, \.decision.days, &self)
            case _ where RulesReading.replacedKeys[key] != nil:
                mistakes.add(
                    SettingsSentences.replaced(key, by: RulesReading.replacedKeys[key] ?? ""),
                    at: "strategy.\(key)")
            default: unknown(key, "strategy", RulesReading.strategyKeys)
            }
        }
        rules.strategy = strategy
    }

    /// Once it was the days before the due day, which the look-ahead is now.
    private mutating func readHorizon(_ table: TOMLTable, _ strategy: inout Strategy) {
        guard let days = table["horizon"]?.int, (14...90).contains(days) else {
            return mistakes.add(
                SettingsSentences.horizon,
                at: "strategy.horizon")
        }
        strategy.horizon = days
    }

    private mutating func tiers(_ table: TOMLTable) -> Set<Tier>? {
        guard let words = words(table, "tiers", "strategy") else { return nil }
        let titles = Strategy.tiersAbove.map(\.title)
        let found = words.compactMap { word in Strategy.tiersAbove.first { $0.title == word } }
        guard found.count == words.count, titles.filter(words.contains) == words else {
            let all = titles.map { "\"\($0)\"" }.joined(separator: ", ")
            mistakes.add(
                SettingsSentences.tiers(all),
                at: "strategy.tiers")
            return nil
        }
        return Set(found)
    }

    /// `1.5`, or a whole number, from 1 to 10; in hundredths.
    private mutating func factor(_ table: TOMLTable, _ key: String, _ path: String, needed: Bool = false) -> Int? {
        guard let value = table[key] else {
            if needed { mistakes.add(SettingsSentences.missing(key), at: path) }
            return nil
        }
        let number = value.double ?? value.int.map { Double($0) }
        guard let number, (1...10).contains(number), (number * 100).rounded() == (number * 100 * 1e6).rounded() / 1e6
        else {
            mistakes.add(
                SettingsSentences.factor(key), at: "\(path).\(key)")
            return nil
        }
        return Int((number * 100).rounded())
    }

    mutating func readFactors(_ table: TOMLTable) {
        var named: Set<RuleName> = []
        each("factor", of: table) { reading, table, path in
            for key in table.keys where !["name", "times"].contains(key) {
                reading.unknown(key, path, ["name", "times"])
            }
            guard let name = reading.text(table, "name", path, needed: true) else { return }
            guard let rule = RuleName.multiplying.first(where: { $0.rawValue == name }) else {
                let names = RuleName.multiplying.map(\.rawValue)
                return reading.mistakes.add(
                    SettingsSentences.noSuchFactor(name, hint: RulesReading.hint(name, among: names), known: names),
                    at: path + ".name")
            }
            guard named.insert(rule).inserted else {
                return reading.mistakes.add(SettingsSentences.namedTwice(name), at: path + ".name")
            }
            guard let times = reading.factor(table, "times", path, needed: true) else { return }
            reading.rules.strategy.factors[rule] = times == 100 ? nil : times
        }
    }

    /// Rules of the strategy of points, with what stands in their place.
    private static let replacedRules = [
        "money at stake": "the worth of a call, which needs no weight", "oldest bucket": "the factor \"age\"",
        "later than usual": "the worth of a call, or the factor \"drift\"", "no contact": "the factor \"silence\"",
        "large item due": "a call before the due day, by expected-late",
        "missing promise": "the factor \"broken promise\"",
        "first late": "the factor \"first late\"", "over limit": "the factor \"over limit\"",
        "put off": "the factor \"put off\"",
        "follow-up due": "the factor \"follow-up due\"", "plan defaulted": "the factor \"plan defaulted\"",
        "claim not found": "the factor \"claim not found\"", "cadence step": "the factor \"cadence step\"",
    ]

    /// Points are gone: each rule of an older file is named, with its replacement.
    mutating func readPoints(_ table: TOMLTable) {
        each("rule", of: table) { reading, table, path in
            let name = table["name"]?.string ?? ""
            let instead =
                RulesReading.replacedRules[name] ?? "factors: [[factor]] name = \"broken promise\", times = 1.5"
            reading.mistakes.add(
                SettingsSentences.noMoreWeights(name, instead: instead),
                at: path)
        }
    }

    mutating func readCadences(_ table: TOMLTable) {
        var list: [(cadence: Cadence, segments: [String])] = []
        var segments: Set<String> = []
        let before = mistakes.count
        each("cadence", of: table) { reading, table, path in
            for key in table.keys where !["name", "segments", "steps"].contains(key) {
                reading.unknown(key, path, ["name", "segments", "steps"])
            }
            let own = reading.words(table, "segments", path) ?? []
            for segment in own where !segments.insert(segment).inserted {
                reading.mistakes.add(
                    SettingsSentences.segmentHasCadence(segment), at: path + ".segments")
            }
            guard let name = reading.text(table, "name", path, needed: true), let steps = reading.steps(table, path)
            else { return }
            if list.contains(where: { $0.cadence.name == name }) {
                reading.mistakes.add(SettingsSentences.cadenceExists(name), at: path + ".name")
            }
            do throws(CadenceProblem) {
                list.append((try Cadence(name: name, steps: steps), own))
            } catch {
                reading.mistakes.add(error.sentence, at: error.place.map { "\(path).steps[\($0)]" } ?? path)
            }
        }
        guard mistakes.count == before else { return }
        guard let cadences = Cadences(list) else { return mistakes.add(SettingsSentences.noCadence, at: "cadence") }
        rules.cadences = cadences
    }

    private mutating func steps(_ table: TOMLTable, _ path: String) -> [Cadence.Step]? {
        guard let array = table["steps"]?.array else {
            mistakes.add(SettingsSentences.steps, at: path)
            return nil
        }
        let before = mistakes.count
        var steps: [Cadence.Step] = []
        for (place, value) in array.enumerated() {
            let path = "\(path).steps[\(place)]"
            guard let step = value.table else {
                mistakes.add(SettingsSentences.step, at: path)
                continue
            }
            for key in step.keys where !["day", "act", "text"].contains(key) {
                unknown(key, path, ["day", "act", "text"])
            }
            let text = text(step, "text", path) ?? ""
            guard let day = int(step, "day", path, in: Cadence.days, needed: true),
                let word = self.text(step, "act", path, needed: true)
            else { continue }
            guard let act = Cadence.Act(rawValue: word) else {
                mistakes.add(
                    SettingsSentences.act(not: word),
                    at: path)
                continue
            }
            steps.append(Cadence.Step(day: day, act: act, text: text))
        }
        return mistakes.count == before ? steps : nil
    }
}
