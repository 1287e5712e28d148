import Coding
import Diplomacy

/// The fifteen roots of PLV, with what they are of ours: *yield* is a concession in words or in deeds.
package enum EventRoot: String, CaseIterable, Sendable {
    case agree, consult, support, cooperate, aid, yield
    case request, accuse, reject, threaten
    case protest, sanction, mobilize, coerce, assault

    /// The root with this name in any case; PLOVER's own names of a concession are *yield*.
    package init?(name: String) {
        let name = name.lowercased()
        self.init(rawValue: name == "concede" || name == "retreat" ? "yield" : name)
    }

    /// The root with the largest share of `shares`, which are those of `RelationLabel.all`, done or not; where
    /// nothing is known, the first.
    package static func likeliest(_ shares: [Float]?) -> EventRoot {
        var sums: [EventRoot: Float] = [:]
        for (label, share) in zip(RelationLabel.all, shares ?? []) {
            guard let root = label.act.flatMap({ EventRoot(name: $0.rawValue) }) else { continue }
            sums[root, default: 0] += share
        }
        return allCases.max { sums[$0, default: 0] < sums[$1, default: 0] } ?? .agree
    }

    /// 1 words and 2 deeds of cooperation, 3 words and 4 deeds of conflict, as PLV counts them: yielding is
    /// a deed.
    package var quad: Int {
        switch self {
        case .agree, .consult, .support: 1
        case .cooperate, .aid, .yield: 2
        case .request, .accuse, .reject, .threaten: 3
        case .protest, .sanction, .mobilize, .coerce, .assault: 4
        }
    }

    package var isConflict: Bool { quad > 2 }
}

/// How well the classifier tells apart what one actor directs at another.
package struct RelationScores: Sendable, Encodable {
    package let rows: Int
    /// The mean of the F1 of each label that the gold has, at 2, 4 and 15 labels.
    package let binaryMacroF1: Double
    package let quadMacroF1: Double
    package let rootMacroF1: Double
    package let accuracy: Double
    package let roots: [Root]

    package struct Root: Sendable, Encodable {
        package let root: String
        package let gold: Int
        package let precision: Double
        package let recall: Double
        package let f1: Double
    }

    enum CodingKeys: String, CodingKey {
        case rows, accuracy, roots
        case binaryMacroF1 = "binary_macro_f1"
        case quadMacroF1 = "quad_macro_f1"
        case rootMacroF1 = "root_macro_f1"
    }

    package init(_ pairs: [(gold: EventRoot, found: EventRoot)]) {
        rows = pairs.count
        let right = pairs.count { $0.gold == $0.found }
        accuracy = pairs.isEmpty ? 0 : Double(right) / Double(pairs.count)
        roots = EventRoot.allCases.compactMap { root in
            let counts = LabelCounts(root, pairs) { $0 }
            return counts.gold == 0 && counts.found == 0
                ? nil
                : Root(
                    root: root.rawValue,
                    gold: counts.gold,
                    precision: counts.precision,
                    recall: counts.recall,
                    f1: counts.f1
                )
        }
        rootMacroF1 = Self.macro(pairs) { $0 }
        quadMacroF1 = Self.macro(pairs) { $0.quad }
        binaryMacroF1 = Self.macro(pairs) { $0.isConflict }
    }

    private static func macro<Label: Hashable>(
        _ pairs: [(gold: EventRoot, found: EventRoot)],
        _ label: (EventRoot) -> Label
    ) -> Double {
        let labels = Set(pairs.map { label($0.gold) })
        let sum = labels.reduce(0) { $0 + LabelCounts($1, pairs, label).f1 }
        return labels.isEmpty ? 0 : sum / Double(labels.count)
    }
}

/// How often a label was right, said, and wanted.
private struct LabelCounts {
    let right: Int
    let found: Int
    let gold: Int

    init<Label: Hashable>(
        _ wanted: Label,
        _ pairs: [(gold: EventRoot, found: EventRoot)],
        _ label: (EventRoot) -> Label
    ) {
        right = pairs.count { label($0.gold) == wanted && label($0.found) == wanted }
        found = pairs.count { label($0.found) == wanted }
        gold = pairs.count { label($0.gold) == wanted }
    }

    var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
    var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
    var f1: Double { found + gold == 0 ? 0 : 2 * Double(right) / Double(found + gold) }
}
