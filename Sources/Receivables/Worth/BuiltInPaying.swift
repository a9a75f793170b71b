/// How business customers usually pay, by the age of an item: what serves while a book holds too few payments.
///
/// The curve follows what collection agencies report of debts between businesses: about 94 in 100 are paid of those
/// one month past due, 74 at three months, 58 at six, 27 at twelve and 14 at two years. Between these ages it is
/// straight.
enum BuiltInPaying {
    /// Of 100 items unpaid on their due day, how many are still unpaid at an age in days.
    private static let unpaid: [(age: Double, share: Double)] = [
        (0, 100), (10, 76), (20, 59), (30, 47), (45, 32.5), (60, 23), (90, 12.8), (120, 10), (180, 7.4), (270, 5.3),
        (360, 4.3),
        (720, 3.6), (1_440, 3.1),
    ]

    private static func share(_ age: Double) -> Double {
        guard let end = unpaid.firstIndex(where: { $0.age >= age }) else { return unpaid[unpaid.count - 1].share }
        guard end > 0 else { return unpaid[0].share }
        let (from, to) = (unpaid[end - 1], unpaid[end])
        return from.share + (to.share - from.share) * (age - from.age) / (to.age - from.age)
    }

    /// - Parameter age: days past due; before the due day it counts from there.
    static func chance(age: Int, within days: Int) -> Double {
        let start = Double(max(age, 0))
        return 1 - share(start + Double(days)) / share(start)
    }

    /// How many of the next days an item is expected to stay unpaid.
    static func unpaidDays(age: Int, horizon: Int) -> Double {
        let start = Double(max(age, 0))
        let whole = share(start)
        return (0..<max(1, horizon)).reduce(0) { $0 + share(start + Double($1)) / whole }
    }
}
