import Foundation
import Text

/// What an ending says of a word's form.
///
/// A form with several readings has several features.
struct Features: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let nominative = Features(rawValue: 1 << 0)
    static let genitive = Features(rawValue: 1 << 1)
    static let dative = Features(rawValue: 1 << 2)
    static let accusative = Features(rawValue: 1 << 3)
    static let instrumental = Features(rawValue: 1 << 4)
    static let locative = Features(rawValue: 1 << 5)
    static let vocative = Features(rawValue: 1 << 6)
    static let present = Features(rawValue: 1 << 7)
    static let past = Features(rawValue: 1 << 8)
    static let future = Features(rawValue: 1 << 9)
    static let infinitive = Features(rawValue: 1 << 10)
    static let gerund = Features(rawValue: 1 << 11)
    static let imperative = Features(rawValue: 1 << 12)
    static let passive = Features(rawValue: 1 << 13)
    static let participle = Features(rawValue: 1 << 14)
    static let reflexive = Features(rawValue: 1 << 15)

    static let cases: Features = [
        .nominative, .genitive, .dative, .accusative, .instrumental, .locative, .vocative,
    ]
    static let finite: Features = [.present, .past, .future]

    /// The names used in `endings.tsv`.
    static let named: [String: Features] = [
        "nom": .nominative, "gen": .genitive, "dat": .dative, "acc": .accusative,
        "ins": .instrumental, "loc": .locative, "voc": .vocative, "pres": .present, "past": .past,
        "fut": .future, "inf": .infinitive, "ger": .gerund, "imp": .imperative, "pass": .passive,
        "ptcp": .participle, "refl": .reflexive, "sg": [], "pl": [], "cond": .past,
    ]
}

/// The endings of one language, by class: how its words change.
struct Endings: Sendable {
    private let classes: [String: [String: Features]]
    /// Endings that are stripped before all others: Slavic -ся and -сь.
    let reflexive: [String]

    init(_ url: URL) throws {
        let table = try TableFile(url, columns: 3)
        var classes: [String: [String: Features]] = [:]
        for row in table.rows {
            var features: Features = []
            for name in row.cells[2].split(separator: " ") {
                guard let feature = Features.named[String(name)] else {
                    throw table.error(
                        row,
                        "unknown feature '\(name)'",
                        cure: hint(String(name), Features.named.keys)
                    )
                }
                features.formUnion(feature)
            }
            classes[row.cells[0], default: [:]][row.cells[1], default: []].formUnion(features)
        }
        reflexive = (classes["reflexive"] ?? [:]).keys.sorted()
        self.classes = classes
    }

    func hasClass(_ name: String) -> Bool { classes[name] != nil }

    var classNames: [String] { classes.keys.sorted() }

    /// The features of `ending` in the class, or nil where the class lacks it.
    func features(of ending: Substring, in name: String) -> Features? {
        classes[name]?[String(ending)]
    }
}

/// "Did you mean 'leader'?", or the whole list where nothing is near.
func hint(_ word: String, _ candidates: some Sequence<String>) -> String {
    if let near = nearest(to: word, among: candidates) { return "Did you mean '\(near)'?" }
    return "Use one of: \(candidates.sorted().joined(separator: ", "))."
}
