import Receivables
import Runtime

/// Items as they are named on the command line: by the number, or by the ending that a customer reads out.
enum ItemArguments {
    /// - Throws: a sentence that names all items whose numbers end so, where there is not exactly one.
    static func keys(_ words: [String], of items: ItemLookup) throws -> Set<ItemKey> {
        Set(
            try words.map { word in
                switch items.find(word) {
                case .one(let key, _): return key
                case .nothing: throw CommandFailure(.notFound, RefusalSentences.noSuchItem(word))
                case .several(let named):
                    throw CommandFailure(.usage, RefusalSentences.severalItems(word, named.map(\.name)))
                }
            })
    }
}
