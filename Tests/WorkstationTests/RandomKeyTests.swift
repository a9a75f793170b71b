import Receivables
import Terminal
import Testing

@testable import Workstation

/// A caller's elbow on the keyboard: whatever comes, the workstation goes on, and each screen can be drawn.
@Suite struct RandomKeyTests {
    @Test("Thousands of random keys, words, pastes and sizes end in no crash and let nothing act on the terminal")
    func randomKeys() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var chance = SplitMix(state: seed)
        let words = [
            "/promise 4,200 fri", "/plan 3 monthly", "/dispute INV-1 price", "/no-calls all", "next mon", ":queue",
            ":outbox", "/feedback x",
            "30.2.", "99999999999999999999", "\u{1B}[2J", "\u{202E}x", "e\u{301}\u{301}", "漢字", "",
        ]
        let keys: [Key] = try Key.parse(
            """
            abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/:?;.,+-<enter><enter><esc><esc><tab>\
            <backspace><up><down><left><right>
            """
                + """
                <home><end><pageup><pagedown><C-s><C-t><C-n><C-p><C-w><C-u><C-k><C-x><A-1><A-x><F1><F2><F3><F4>\
                <F5><F6><F7><F8><F9><F10>
                """
        )
        for round in 0..<6 {
            var machine = Machine(size: Size(columns: 80, rows: 24))
            for _ in 0..<1_500 {
                switch chance.below(20) {
                case 0: for letter in words[chance.below(words.count)] { machine.send(.key(.character(letter))) }
                case 1: machine.send(.paste(words[chance.below(words.count)]))
                case 2:
                    machine.send(.resize(Size(columns: 1 + chance.below(200), rows: 1 + chance.below(60))))
                case 3: machine.send(.tick)
                default: machine.send(.key(keys[chance.below(keys.count)]))
                }
                guard chance.below(40) == 0 else { continue }
                let acts = machine.text.unicodeScalars.filter {
                    $0 != "\n" && $0.value < 32 || (0x202A...0x202E).contains($0.value)
                }
                #expect(acts.isEmpty, "seed \(seed), round \(round)")
            }
        }
    }

    private struct SplitMix {
        var state: UInt64

        mutating func below(_ limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
        }
    }
}
