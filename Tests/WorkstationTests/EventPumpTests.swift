import Testing

@testable import Workstation

@Suite struct EventPumpTests {
    @Test("The answers to an effect come before what was asked for after it")
    func order() {
        var order: [String] = []
        EventPump.feed(
            .started,
            update: { event in
                order.append("\(event)")
                if case .started = event { return [.ring, .repaint] }
                return []
            },
            run: { effect in
                order.append("\(effect)")
                if case .ring = effect { return [.shown] }
                return [.tick]
            })
        #expect(order == ["started", "ring", "repaint", "shown", "tick"])
    }
}
