package import Diplomacy

/// What tells of help, by who gave it to whom: a patron is asked about its help for a few adversaries, for
/// each of its cases.
package struct HelpGiven: Sendable {
    /// What help is told by.
    package static let acts: Set<Act> = [.support, .aid]

    private var given: [DirectedPair: [(place: Int, cited: CitedStatement)]] = [:]

    /// What of `statements`, in the order of the ledger, tells of help that was given.
    package init(_ statements: [CitedStatement]) {
        for (place, cited) in statements.enumerated() where Self.isGiven(cited.statement) {
            guard let target = cited.statement.target else { continue }
            let pair = DirectedPair(source: cited.statement.source, target: target)
            given[pair, default: []].append((place, cited))
        }
    }

    /// Whether it is told that somebody gave help; no other help is asked about.
    package static func isGiven(_ statement: Statement) -> Bool {
        statement.act.isHelp && statement.isTold && statement.polarity == .done
    }

    /// In the order of the statements.
    func by(_ giver: ActorCode, to takers: [ActorCode]) -> [CitedStatement] {
        Set(takers).flatMap { given[DirectedPair(source: giver, target: $0)] ?? [] }
            .sorted { $0.place < $1.place }
            .map(\.cited)
    }
}
