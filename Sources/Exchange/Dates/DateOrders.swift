import Receivables

/// Some of the three orders.
struct DateOrders: OptionSet, Hashable {
    let rawValue: UInt8

    static let dayMonthYear = DateOrders(rawValue: 1)
    static let monthDayYear = DateOrders(rawValue: 2)
    static let yearMonthDay = DateOrders(rawValue: 4)
    static let all: DateOrders = [.dayMonthYear, .monthDayYear, .yearMonthDay]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ order: DateOrder) {
        self =
            switch order {
            case .dayMonthYear: .dayMonthYear
            case .monthDayYear: .monthDayYear
            case .yearMonthDay: .yearMonthDay
            }
    }

    var list: [DateOrder] { DateOrder.allCases.filter { contains(DateOrders($0)) } }

    /// The only order, where there is just one.
    var single: DateOrder? { list.count == 1 ? list[0] : nil }
}
