import Receivables

/// How a demo customer pays: what makes one account unlike the next.
enum PayingCharacter: CaseIterable, Sendable {
    case punctual, slowButSure, payRun, drifting, erratic, strapped, querulous

    /// In a hundred customers.
    var share: Int {
        switch self {
        case .punctual: 30
        case .slowButSure: 22
        case .payRun: 14
        case .drifting: 10
        case .erratic: 12
        case .strapped: 6
        case .querulous: 6
        }
    }

    static func any(_ chance: inout Chance) -> PayingCharacter {
        var left = chance.int(1...100)
        for character in allCases {
            left -= character.share
            if left <= 0 { return character }
        }
        return .punctual
    }

    /// Days after the due day on which an invoice issued `age` days ago is paid; nil where it never is.
    func daysLate(age: Int, due: Day, _ chance: inout Chance) -> Int? {
        switch self {
        case .punctual: return chance.around(-2, spread: 3)
        case .slowButSure: return chance.around(19, spread: 6)
        case .payRun:
            // The last Friday of the month after the due day.
            let end = due.lastOfMonth
            let back = (Weekday.allCases.firstIndex(of: end.weekday) ?? 0) - 4
            let friday = end.advanced(by: -((back + 7) % 7))
            return due.distance(to: friday < due ? friday.advanced(by: 28) : friday)
        case .drifting: return chance.around(4 + (730 - min(age, 730)) / 25, spread: 5)
        case .erratic: return chance.around(14, spread: 22)
        case .strapped: return chance.percent(12) ? nil : chance.around(45, spread: 25)
        case .querulous: return chance.percent(10) ? nil : chance.around(12, spread: 10)
        }
    }
}

/// A demo customer.
struct Customer: Sendable {
    var number: AccountNumber
    var payer: AccountNumber
    var name: String
    var place: Town
    var currency: Currency
    var character: PayingCharacter
    /// Typical invoice in major units.
    var size: Int
    var terms: Int
    var contacts: [Contact]
    var limit: Int64

    /// - Parameter place: counts from 0; numbers are 10001 and on.
    init(_ place: Int, payer other: Customer?, _ chance: inout Chance) {
        number = AccountNumber(String(10_001 + place))
        payer = other?.number ?? number
        let home = other?.place ?? Town.any(&chance)
        self.place = home
        let stem = Names.first[place % Names.first.count]
        let trade = Names.trade[(place / Names.first.count + place) % Names.trade.count]
        let series = place / (Names.first.count * Names.trade.count)
        let legal = home.legal[place % home.legal.count]
        name = "\(stem) \(trade)\(series == 0 ? "" : " \(series + 1)") \(legal)"
        if let other { name = "\(other.name) (\(chance.pick(["North", "South", "Depot", "Online", "Services"])))" }
        currency = Currency(home.currency) ?? .usd
        character = other?.character ?? PayingCharacter.any(&chance)
        size = chance.skewed(base: 60, most: 8)
        terms = chance.pick([14, 30, 30, 30, 45, 60])
        limit = Int64(size) * Int64(chance.int(4...18)) * 100
        contacts = []
        for _ in 0..<chance.pick([1, 1, 1, 2, 2, 3]) { contacts.append(person(&chance)) }
    }

    private func person(_ chance: inout Chance) -> Contact {
        let given = chance.pick(Names.given)
        let family = chance.pick(Names.family)
        let limit = (0..<place.digits).reduce(1) { power, _ in power * 10 }
        let tail = String(chance.int(0...limit - 1))
        let host = name.lowercased().filter { $0.isASCII && $0.isLetter }.prefix(14)
        return Contact(
            name: "\(given) \(family)", role: chance.pick(Names.roles),
            phone: place.phone + String(repeating: "0", count: place.digits - tail.utf8.count) + tail,
            email: "\(given.lowercased()).\(family.lowercased())@\(host).example",
            preferred: tail.hasSuffix("7") ? Hours(preferred: "14:00-17:00") : nil)
    }

    /// Two callers share the demo's desk.
    var collector: String { ["anna", "ben"][number.text.utf8.reduce(0) { $0 + Int($1) } % 2] }

    var row: CustomerRow {
        var row = CustomerRow(line: 0, number: number)
        row.payer = payer
        row.name = name
        row.currency = currency
        row.creditLimit = Money(minor: limit, currency)
        row.terms = .net(days: terms)
        row.zone = place.zone
        row.segment = size > 2_000 ? "key" : size > 300 ? "mid" : "small"
        row.collector = collector
        row.contacts = contacts
        return row
    }
}
