import Receivables
import Terminal
import Testing

@testable import Workstation

/// The page that replays the past.
@Suite struct BacktestPageTests {
    private let child = Child.backtesting(strategy: "", number: 1)

    private func item(_ due: Int, _ amount: Int64, late: Int) -> ItemHistory {
        let day = Day(number: 19_000).advanced(by: due)
        return ItemHistory(
            issued: day.advanced(by: -30), due: day, currency: .usd, amount: amount,
            parts: [.init(day: day.advanced(by: late), amount: amount)], closed: day.advanced(by: late))
    }

    /// Of a book with 13 months of payments.
    private func result(other: Strategy? = nil) -> BacktestResult {
        let payers = (0..<4).map { nth in
            let number = AccountNumber("A\(nth)")
            let items = (0..<60).map { item($0 * 7, Int64(nth + 1) * 100_00, late: nth * 9) }
            return PayerHistory(number: number, accounts: [AccountHistory(number: number, items: items)])
        }
        let history = BookHistory(payers: payers, rates: DatedRates(base: .usd))
        return Backtest(
            history: history, rules: Rules(base: .usd), other: other, settings: BacktestSettings(calls: [1, 2, 3])
        ).result()
    }

    @Test("It runs beside the shift, shows how far it is, and then both charts; Tab turns the number of calls")
    func charts() throws {
        var machine = Machine()
        try machine.press(":backtest<enter>")
        #expect(machine.deeds.last == .run(child))
        machine.send(.progress(child, done: 40, total: 100))
        #expect(machine.text.contains("replaying the past… 40 %"))
        #expect(!machine.screen.text(row: 0).contains("replaying"), "no other work of the desk waits for it")
        machine.send(.backtested(result(), child))
        machine.send(.ended(child, .done))
        #expect(machine.text.contains("This shows where delay will be, not what a call changes."))
        #expect(machine.text.contains("strategy in force    ▓"))
        #expect(machine.text.contains("Over time, 1 call a day"))
        try machine.press("<tab>")
        #expect(machine.text.contains("Over time, 2 calls a day"))
        try machine.press("G")
        #expect(machine.text.contains("A full bar is all the delay"))
        try machine.press("<esc>")
        #expect(!machine.text.contains("Backtest"))
    }

    @Test("Esc stops it, and what a stopped replay still answers is for nobody")
    func stopping() throws {
        var machine = Machine()
        try machine.press(":backtest<enter><esc>")
        #expect(machine.deeds.last == .stop(child))
        machine.send(.ended(child, .failed("Interrupted; the book is as it was.")))
        #expect(!machine.text.contains("Interrupted"))
        try machine.press(":backtest my rules.toml<enter>")
        let second = Child.backtesting(strategy: "my rules.toml", number: 2)
        #expect(machine.deeds.last == .run(second))
        machine.send(.backtested(result(), child))
        #expect(machine.text.contains("replaying the past"))
        machine.send(.ended(second, .failed("my rules.toml: no such file.")))
        #expect(machine.text.contains("my rules.toml: no such file."))
    }

    @Test("A page that another command covers stops its replay")
    func covered() throws {
        var machine = Machine()
        try machine.press(":backtest<enter><f3>")
        #expect(machine.deeds.contains(.stop(child)))
    }

    @Test("Every line fits, in Unicode and in ASCII, on narrow and on wide screens", arguments: [36, 76, 116])
    func widths(width: Int) {
        for result in [result(), result(other: .standard)] {
            for theme in [Theme.standard, Theme(name: "ascii", glyphs: .ascii) { _ in Theme.Slot(Paint()) }] {
                for calls in 0..<3 {
                    let lines = BacktestCharts(result, calls: calls, width: width, theme: theme).lines
                    #expect(lines.allSatisfy { $0.width <= width })
                    #expect(lines.contains { $0.plain.contains(theme.glyphs[.barFull]) })
                }
            }
        }
    }

    @Test("Two strategies compared in a few lines; nothing where there is no past")
    func comparison() {
        let lines = StrategyComparison(result(other: .standard)).lines.map(\.plain)
        #expect(lines.count == 5)
        #expect(lines[0].hasSuffix("past days, of the delay that the best calls would have been about:"))
        #expect(
            lines[1].contains("1 call a day") && lines[1].contains("now ") && lines[1].contains("new ")
                && lines[1].hasSuffix("0.0 (0.0 to 0.0)"))
        #expect(lines[4] == "This shows where delay will be, not what a call changes.")
        #expect(StrategyComparison(result()).lines.isEmpty)
        let none = Backtest(
            history: BookHistory(payers: [], rates: DatedRates(base: .usd)), rules: Rules(base: .usd), other: .standard
        ).result()
        #expect(StrategyComparison(none).lines.isEmpty)
    }
}
