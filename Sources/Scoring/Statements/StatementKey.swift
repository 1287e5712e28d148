import Diplomacy

/// What two codings of a statement must share to be the same: who did, or did not do, what to whom.
///
/// Acts and parties are the words of the files, not types of ours: a gold row with an act that the
/// coder lacks still counts as one that was not found.
struct StatementKey: Hashable, Sendable {
    /// The acts that bind both parties alike: the order of the parties says nothing.
    private static let symmetric: Set<String> = ["agree", "consult", "cooperate"]

    let source: String
    let target: String
    let act: String
    let polarity: String

    /// A missing or empty party is written `-`.
    ///
    /// The parties of a symmetric act are sorted by their Unicode scalars, as Python sorts them.
    init(source: String?, target: String?, act: String, polarity: String) {
        let parties = [source, target].map { $0.flatMap { $0.isEmpty ? nil : $0 } ?? "-" }
        let isOrdered = !Self.symmetric.contains(act) || !Self.precedes(parties[1], parties[0])
        self.source = parties[isOrdered ? 0 : 1]
        self.target = parties[isOrdered ? 1 : 0]
        self.act = act
        self.polarity = polarity
    }

    /// The key of a reading.
    init(_ source: ActorCode, _ target: ActorCode?, _ act: Act, _ polarity: Polarity) {
        self.init(
            source: source.rawValue,
            target: target?.rawValue,
            act: act.rawValue,
            polarity: polarity.rawValue
        )
    }

    /// The parties alone, sorted where the act is symmetric.
    struct Pair: Hashable, Sendable {
        let source: String
        let target: String
    }

    var pair: Pair { Pair(source: source, target: target) }
    var isNotDone: Bool { polarity == "not_done" }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) { $0.value < $1.value }
    }
}
