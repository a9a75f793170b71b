import Foundation
import ImportChecks
import Receivables
import Testing
import WordChecks

/// What the fuzzer asks, asked of inputs that chance makes out of the corpora. It goes where the corpora lead, for want
/// of what guides the fuzzer itself, but needs no build of its own, so that each run of the tests does some of it.
///
/// `DULY_FUZZ_SECONDS` says for how long, and `DULY_FUZZ_SEED` makes a run come again.
@Suite(.serialized)
struct SeededFuzzTests {
    struct Target: Sendable, CustomTestStringConvertible {
        var name: String
        var corpus: String
        /// The kinds of which the first byte chooses one; none where it is part of the input.
        var kind: UInt8?
        var check: @Sendable ([UInt8]) throws -> String?

        var testDescription: String { name }
    }

    static let targets: [Target] =
        ["typed words", "settings", "names of keys", "templates", "drafts", "amounts and days"].enumerated().map {
            Target(name: $1, corpus: "WordCorpus", kind: UInt8($0), check: { WordCheck.broken(by: $0) })
        } + [
            Target(name: "imports", corpus: "Corpus", check: { try ImportCheck.broken(by: $0) }),
            Target(name: "note lines", corpus: "NoteCorpus", check: { NoteCheck.broken(by: $0) }),
            Target(name: "key input", corpus: "KeyCorpus", check: { KeyCheck.broken(by: $0) }),
        ]

    @Test("Inputs that chance makes out of the corpora are understood or refused in words", arguments: targets)
    func seeded(_ target: Target) throws {
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["DULY_FUZZ_SECONDS"].flatMap(Double.init) ?? 0.2
        let isLong = seconds >= 1
        let seed =
            environment["DULY_FUZZ_SEED"].flatMap { UInt64($0) } ?? (isLong ? UInt64.random(in: 0..<1_000_000) : 1)
        // Said before, for a trap ends the process.
        if isLong { print("\(target.name): seed \(seed)") }
        let corpus = try Corpus(target.corpus).inputs.values.filter {
            target.kind == nil || $0.first.map { $0 % 6 } == target.kind
        }.sorted { $0.lexicographicallyPrecedes($1) }
        try #require(!corpus.isEmpty)
        var mutator = Mutator(corpus, seed: seed)
        let end = ContinuousClock.now + .seconds(seconds)
        var tried = 0
        repeat {
            var input = mutator.next()
            if let kind = target.kind, !input.isEmpty { input[0] = kind }
            let broken = try target.check(input)
            tried += 1
            try #require(broken == nil, "seed \(seed), input \(tried): \(Data(input).base64EncodedString())")
        } while ContinuousClock.now < end
        if isLong { print("\(target.name): \(tried) inputs held") }
    }

    @Test("What was once found, in notes and in keys, stays so", arguments: ["NoteCorpus", "KeyCorpus"])
    func replayed(_ folder: String) throws {
        let check = folder == "NoteCorpus" ? NoteCheck.broken : KeyCheck.broken
        let inputs = try Corpus(folder).inputs
        #expect(inputs.count >= 8)
        for (name, input) in inputs {
            for length in 0...input.count {
                #expect(check(Array(input.prefix(length))) == nil, "the first \(length) bytes of \(name)")
            }
        }
    }
}
