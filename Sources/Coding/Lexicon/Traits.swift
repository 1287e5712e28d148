import Foundation
import Text

/// What the grammar needs to know of a language beyond its words: `traits.tsv`.
struct Traits: OptionSet, Hashable, Sendable {
    let rawValue: Int

    /// Endings tell the parties, so an object may come first.
    static let cases = Traits(rawValue: 1)
    /// A comma opens every subordinate clause.
    static let commas = Traits(rawValue: 2)
    /// Nouns are written with a capital.
    static let nounCapitals = Traits(rawValue: 4)
    /// The verb may close its clause, after its object.
    static let verbLast = Traits(rawValue: 8)
    /// The verb comes second: where something else opens the clause, the subject follows the verb.
    static let verbSecond = Traits(rawValue: 16)
    /// *'s* marks the owner.
    static let possessiveS = Traits(rawValue: 32)
    /// Several words of negation in one clause deny once: *не надала жодної допомоги*.
    static let negativeConcord = Traits(rawValue: 64)

    /// *He* and *she* mean people, *it* everything else.
    static let naturalGender = Traits(rawValue: 128)
    /// A noun that takes up somebody named has an article or points at it.
    static let articles = Traits(rawValue: 256)

    private static let named: [String: Traits] = [
        "cases": .cases, "commas": .commas, "noun-capitals": .nounCapitals,
        "verb-last": .verbLast, "verb-second": .verbSecond, "possessive-s": .possessiveS,
        "negative-concord": .negativeConcord, "natural-gender": .naturalGender,
        "articles": .articles,
    ]

    init(rawValue: Int) {
        self.rawValue = rawValue
    }

    init(_ url: URL) throws {
        self = []
        let table = try TableFile(url, columns: 1)
        for row in table.rows {
            guard let trait = Self.named[row.cells[0]] else {
                throw table.error(
                    row,
                    "unknown trait '\(row.cells[0])'",
                    cure: hint(row.cells[0], Self.named.keys)
                )
            }
            insert(trait)
        }
    }
}
