package import Diplomacy
import GRDB

/// Which ties are asked for.
///
/// What is nil or empty does not narrow; what is set must all hold.
package struct TieFilter: Sendable {
    package var clocks: Clocks
    package var kind: Tie.Kind?
    /// Who stand in it, each on either side.
    package var parties: [ActorCode]
    /// The most that come back, from the first on.
    ///
    /// Nil: all.
    package var limit: Int?

    package init(
        clocks: Clocks = .unset,
        kind: Tie.Kind? = nil,
        parties: [ActorCode] = [],
        limit: Int? = nil
    ) {
        self.clocks = clocks
        self.kind = kind
        self.parties = parties
        self.limit = limit
    }

    var conditions: [SQL] {
        var conditions: [SQL] = []
        if let knownBy = clocks.knownBy {
            conditions.append("article.knownOn <= \(knownBy.number)")
        }
        if let on = clocks.on { conditions.append("tie.trueFrom <= \(on.number)") }
        if let kind { conditions.append("tie.kind = \(kind.rawValue)") }
        for party in parties {
            let code = party.rawValue
            conditions.append("(tie.holder = \(code) OR tie.other = \(code))")
        }
        return conditions
    }

    /// Whether an index of ties leads to the few that it asks for.
    var asksForIndex: Bool { kind != nil || !parties.isEmpty }
}
