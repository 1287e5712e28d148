import Diplomacy

/// The acceptance list, made exact: for each kind and pair, what must be found in the coded seeds.
///
/// `acceptance.jsonl` says in a few words what is expected of each place; here the same is said in
/// the vocabulary of the house, one check for each id, in tables by group (`AcceptanceCheck+….swift`).
/// A check is a list of conditions, and all must hold. Where `expect` asks for something that no
/// statement can say (a tie, a commitment, a case, a root), the condition is `.needs(…)`, which never
/// holds: the day that vocabulary is built, its line is written out. Nothing is shown by absence
/// alone but where `expect` asks for absence ("not coded", "skip", "not a claim").
package struct AcceptanceCheck: Sendable, Identifiable {
    /// `A01` to `I05` for a kind, `J01` to `J15` for a pair.
    package let id: String
    /// What the coding must show, as a clause.
    package let title: String
    let conditions: [Condition]

    init(_ id: String, _ title: String, _ conditions: Condition...) {
        self.id = id
        self.title = title
        self.conditions = conditions
    }

    package var isPair: Bool { id.hasPrefix("J") }

    /// The first part of the vocabulary that `expect` asks for and Casus does not hold yet.
    package var missingVocabulary: String? {
        conditions.lazy.compactMap(\.vocabulary).first?.rawValue
    }

    /// The kinds, in the order of their ids.
    package static let kinds =
        commitments + cases + acts + attributions + modalities + times + entities + noise
        + artefacts
    package static let pairs = relations
    package static let all = kinds + pairs

    /// Whether the coding shows this, and what was found.
    package func finding(in seeds: CodedSeeds) -> Finding {
        guard let passage = seeds.passage(of: id) else {
            return Finding(isShown: false, sentence: "The acceptance list has no \(id).")
        }
        var sentences: [String] = []
        for condition in conditions {
            let finding = condition.test(passage)
            guard finding.isShown else { return finding }
            sentences.append(finding.sentence)
        }
        return Finding(isShown: true, sentence: sentences.joined(separator: " "))
    }
}

/// The outcome of a check, with a sentence of what was found.
package struct Finding: Hashable, Sendable {
    package let isShown: Bool
    package let sentence: String
}

extension Finding {
    /// The first of those who stand there that is what was sought, else all of them.
    init(_ sought: String, among there: [(summary: String, isSought: Bool)]) {
        if let found = there.first(where: \.isSought) {
            self.init(isShown: true, sentence: "Found \(found.summary).")
        } else {
            let others = there.map(\.summary).joined(separator: "; ")
            self.init(
                isShown: false,
                sentence: "No \(sought). There: \(others.isEmpty ? "nothing" : others)."
            )
        }
    }
}
