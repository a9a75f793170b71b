import Receivables

extension JSONValue {
    /// ISO 8601.
    static func day(_ day: Day) -> JSONValue { .string(day.iso) }
    static func account(_ number: AccountNumber) -> JSONValue { .string(number.text) }
    /// Plain decimal text: no reader turns it into a floating-point number by accident.
    static func amount(_ minor: Int64, _ currency: Currency) -> JSONValue {
        .string(Money(minor: minor, currency).decimal)
    }
    /// ISO 8601 in UTC.
    static func instant(_ instant: Instant) -> JSONValue {
        let local = instant.local(offset: 0)
        let milliseconds = instant.milliseconds
        let second = ((milliseconds / 1000) % 60 + 60) % 60
        return .string("\(local.day.iso)T\(local.time.text):\(second < 10 ? "0" : "")\(second)Z")
    }
    /// A figure kept in tenths.
    static func tenths(_ value: Int) -> JSONValue { .number(Double(value) / 10) }
    static func list<Element>(_ elements: some Sequence<Element>, _ json: (Element) -> JSONValue) -> JSONValue {
        .array(elements.map(json))
    }
}
