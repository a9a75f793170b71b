import Receivables
import TOMLKit

// How payers are ranked, and what is done with them when.
extension RulesReading {
    mutating func readStrategy(_ table: TOMLTable) {
        for key in table.keys {
            switch key {
            case "urgent": rules.strategy.urgent = int(table, key, "strategy", in: 0...10_000) ?? rules.strategy.urgent
            case "horizon": rules.strategy.horizon = int(table, key, "strategy", in: 0...365) ?? rules.strategy.horizon
            case "value-unit": rules.strategy.valueUnit = int(table, key, "strategy", in: 1...1_000_000_000) ?? rules.strategy.valueUnit
            case "silence":
                guard let days = ints(table, key, in: 1...3_650, "strategy") else { continue }
                guard zip(days, days.dropFirst()).allSatisfy({ $0 < $1 }) else {
                    mistakes.add("silence is days that rise: silence = [14, 30, 60]", at: "strategy.silence")
                    continue
                }
                rules.strategy.silence = days
            case "drift":
                guard let days = ints(table, key, in: 0...3_650, "strategy") else { continue }
                guard days.count == 2, days[0] <= days[1] else {
                    mistakes.add("drift is from and up to how many days: drift = [5, 12]", at: "strategy.drift")
                    continue
                }
                (rules.strategy.leastDrift, rules.strategy.mostDrift) = (days[0], days[1])
            default: unknown(key, "strategy", ["urgent", "horizon", "value-unit", "silence", "drift"])
            }
        }
    }

    /// Rules that only say something, and never count.
    static let saying: Set<RuleName> = [.promiseNotVerified, .noRate, .reviewDue]
    static let weighted = RuleName.allCases.filter { !saying.contains($0) }

    mutating func readWeights(_ table: TOMLTable) {
        var named: Set<RuleName> = []
        each("rule", of: table) { reading, table, path in
            for key in table.keys where !["name", "weight", "axis"].contains(key) { reading.unknown(key, path, ["name", "weight", "axis"]) }
            guard let name = reading.text(table, "name", path, needed: true) else { return }
            guard let rule = RulesReading.weighted.first(where: { $0.rawValue == name }) else {
                let names = RulesReading.weighted.map(\.rawValue).joined(separator: ", ")
                return reading.mistakes.add("there is no rule \u{201C}\(name)\u{201D}; there are \(names)", at: path + ".name")
            }
            guard named.insert(rule).inserted else { return reading.mistakes.add("\(name) is named twice", at: path + ".name") }
            if let weight = reading.int(table, "weight", path, in: 0...1_000) { reading.rules.strategy.weights[rule] = weight }
            guard let word = reading.text(table, "axis", path) else { return }
            guard let axis = Axis(rawValue: word) else {
                return reading.mistakes.add("axis is \"urgency\" or \"value\"", at: path + ".axis")
            }
            reading.rules.strategy.axes[rule] = axis == rule.axis ? nil : axis
        }
    }

    mutating func readCadences(_ table: TOMLTable) {
        var list: [(cadence: Cadence, segments: [String])] = []
        var segments: Set<String> = []
        let before = mistakes.count
        each("cadence", of: table) { reading, table, path in
            for key in table.keys where !["name", "segments", "steps"].contains(key) { reading.unknown(key, path, ["name", "segments", "steps"]) }
            let own = reading.words(table, "segments", path) ?? []
            for segment in own where !segments.insert(segment).inserted {
                reading.mistakes.add("the segment \u{201C}\(segment)\u{201D} has a cadence already", at: path + ".segments")
            }
            guard let name = reading.text(table, "name", path, needed: true), let steps = reading.steps(table, path) else { return }
            if list.contains(where: { $0.cadence.name == name }) { reading.mistakes.add("\u{201C}\(name)\u{201D} is there already", at: path + ".name") }
            do throws(CadenceProblem) {
                list.append((try Cadence(name: name, steps: steps), own))
            } catch {
                reading.mistakes.add(error.sentence, at: error.place.map { "\(path).steps[\($0)]" } ?? path)
            }
        }
        guard mistakes.count == before else { return }
        guard let cadences = Cadences(list) else { return mistakes.add("there is no cadence", at: "cadence") }
        rules.cadences = cadences
    }

    private mutating func steps(_ table: TOMLTable, _ path: String) -> [Cadence.Step]? {
        guard let array = table["steps"]?.array else {
            mistakes.add("a cadence has steps = [{ day = 3, act = \"reminder\" }, …]", at: path)
            return nil
        }
        let before = mistakes.count
        var steps: [Cadence.Step] = []
        for (place, value) in array.enumerated() {
            let path = "\(path).steps[\(place)]"
            guard let step = value.table else {
                mistakes.add("a step is { day = 7, act = \"call\" }", at: path)
                continue
            }
            for key in step.keys where !["day", "act", "text"].contains(key) { unknown(key, path, ["day", "act", "text"]) }
            let text = text(step, "text", path) ?? ""
            guard let day = int(step, "day", path, in: Cadence.days, needed: true), let word = self.text(step, "act", path, needed: true)
            else { continue }
            guard let act = Cadence.Act(rawValue: word) else {
                mistakes.add("act is one of \(Cadence.Act.allCases.map(\.rawValue).joined(separator: ", ")), not \u{201C}\(word)\u{201D}", at: path)
                continue
            }
            steps.append(Cadence.Step(day: day, act: act, text: text))
        }
        return mistakes.count == before ? steps : nil
    }
}
