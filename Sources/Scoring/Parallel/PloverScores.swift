package import Coding
import Diplomacy
package import Foundation
import Ledger

/// How well the coder finds the events of PLOVER's own gold sentences: the kind of event, the pair of states,
/// and the two together.
///
/// A sentence holds one coded event, or several with the same words. What the coder says of a sentence is a
/// set of roots, of directed pairs and of both; so is the gold. What PLOVER has no word for (`ploverType`) does not
/// count, and events without two states are no part of its figures for pairs. An event that binds both sides counts in
/// either direction.
package struct PloverScores: Sendable, Encodable {
    package let sentences: Int
    package let root: Double
    package let pair: Double
    package let both: Double

    private struct Entry: Decodable {
        /// The codes of the parties; some entries have a word in place of the list.
        struct Parties: Decodable {
            struct Party: Decodable {
                let code: String?
            }

            let codes: [String]

            init(from decoder: any Decoder) throws {
                let parties = try? decoder.singleValueContainer().decode([Party].self)
                codes = (parties ?? []).compactMap(\.code)
            }
        }

        let event: String
        let text: String?
        let source: Parties?
        let target: Parties?
    }

    /// Names that PLOVER has changed since, and its codes that are not ISO's.
    private static let olderRoots = [
        "DEMAND": "request", "DISAPPROVE": "accuse", "INVESTIGATE": "accuse", "FIGHT": "assault",
    ]
    private static let codes = ["JAP": "JPN", "ITL": "ITA", "VTN": "VNM"]

    /// Reads PLOVER's file at `url`, a JSON array of entries; throws a `ScoringError` that names it.
    package init(_ url: URL, _ coder: NewsCoder) throws {
        guard let data = try? Data(contentsOf: url),
            let entries = try? JSONDecoder().decode([Entry].self, from: data)
        else {
            throw ScoringError(
                place: url.path,
                problem: "is no list of PLOVER's entries",
                cure: "Name the JSON file of the gold standard records."
            )
        }
        var gold: [String: Readings] = [:]
        for entry in entries {
            guard let text = entry.text, entry.event != "DOCUMENT" else { continue }
            let root = Self.olderRoots[entry.event] ?? entry.event.lowercased()
            gold[text, default: Readings()].add(
                root,
                sources: Self.states(entry.source),
                targets: Self.states(entry.target)
            )
        }
        var (roots, pairs, events) = (SetCounts(), SetCounts(), SetCounts())
        for (text, wanted) in gold.sorted(by: { $0.key < $1.key }) {
            let found = Self.readings(text, coder)
            roots.add(found.roots, wanted.roots)
            pairs.add(found.pairs, wanted.pairs)
            events.add(found.events, wanted.events)
        }
        sentences = gold.count
        (root, pair, both) = (roots.f1, pairs.f1, events.f1)
    }

    private static func states(_ parties: Entry.Parties?) -> [String] {
        (parties?.codes ?? []).map { codes[$0] ?? $0 }
            .filter { $0.count == 3 && $0 != "IGO" && $0 != "NGO" && $0 != "IMG" }
    }

    private static func readings(_ text: String, _ coder: NewsCoder) -> Readings {
        var readings = Readings()
        for statement in coder.statements(of: text, in: "en") {
            guard let type = statement.ploverType else { continue }
            readings.add(
                type.rawValue,
                sources: statement.source.isState ? [statement.source.rawValue] : [],
                targets: (statement.target?.isState ?? false)
                    ? [statement.target?.rawValue ?? ""] : []
            )
        }
        return readings
    }
}

/// What is told by a sentence: roots, pairs of states, and roots with their pairs.
private struct Readings {
    private(set) var roots: Set<String> = []
    private(set) var pairs: Set<[String]> = []
    private(set) var events: Set<[String]> = []

    mutating func add(_ root: String, sources: [String], targets: [String]) {
        roots.insert(root)
        // A compound actor: both sides stand under the source.
        let others = targets.isEmpty ? sources : targets
        for source in sources {
            for target in others where source != target {
                let isMutual = Act(rawValue: root)?.isMutual ?? false
                let pair = isMutual ? [source, target].sorted() : [source, target]
                pairs.insert([source, target].sorted())
                events.insert([root] + pair)
            }
        }
    }
}

/// Sizes of sets that are compared.
private struct SetCounts {
    private var found = 0
    private var wanted = 0
    private var shared = 0

    mutating func add<Element: Hashable>(_ found: Set<Element>, _ wanted: Set<Element>) {
        self.found += found.count
        self.wanted += wanted.count
        shared += found.intersection(wanted).count
    }

    var f1: Double { found + wanted == 0 ? 0 : 2 * Double(shared) / Double(found + wanted) }
}
