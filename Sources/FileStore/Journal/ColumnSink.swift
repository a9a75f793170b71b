import Receivables

/// Takes the columns of a row, from the first to the last: a statement that stores them, or a digest of them. Places
/// count from 1.
protocol ColumnSink {
    func bind(_ place: Int32, _ value: Int64?)
    func bind(_ place: Int32, _ value: String?)
}

extension ColumnSink {
    func bind(_ place: Int32, _ value: Int) { bind(place, Int64(value) as Int64?) }
    func bind(_ place: Int32, _ value: Bool) { bind(place, (value ? 1 : 0) as Int64?) }
    func bind(_ place: Int32, _ value: Day?) { bind(place, value.map { Int64($0.number) }) }
    func bind(_ place: Int32, _ value: Currency) { bind(place, value.code as String?) }
}

extension RawStatement: ColumnSink {}
