import Assessment
import Diplomacy
import GRDB
import Testing

@testable import Ledger

/// What a root counts as over several happenings is said twice, for statements in memory and for tables that are
/// counted where they lie: the two may not part.
struct WitnessTests {
    /// Every kind of voice, with and without what may be known of it; names that look like two, or are empty.
    private var voices: [Root] {
        let day = Day(number: 20_000)
        var roots: [Root] = []
        for kind in Root.Kind.allCases {
            for name in [nil, "Anna Muster", "Anna Muster, ARM", ""] {
                for actor in [nil, ActorCode("ARM"), ActorCode("IGO:CSTO")] {
                    for outlet in [nil, "Daily Sample"] {
                        roots.append(
                            Root(
                                id: "r\(roots.count)",
                                kind: kind,
                                name: name,
                                actor: actor,
                                outlet: outlet,
                                article: "a\(roots.count)",
                                knownOn: day
                            )
                        )
                    }
                }
            }
        }
        return roots
    }

    @Test func `what a root counts as is the same in memory and in a table`() throws {
        let ledger = try LedgerDatabase.inMemory()
        for root in voices {
            let inTable = try ledger.read { database in
                try String.fetchOne(
                    database,
                    sql: """
                        SELECT \(LedgerDatabase.witness) FROM (
                            SELECT ? AS kind, ? AS name, ? AS actor, ? AS outlet, ? AS article
                        ) AS weighed
                        """,
                    arguments: [
                        root.kind.rawValue, root.name, root.actor?.rawValue, root.outlet,
                        root.article,
                    ]
                )
            }
            #expect(inTable == root.witness, "\(root)")
        }
        // Voices, outlets and articles are told apart.
        #expect(Set(voices.map(\.witness)).count > Root.Kind.allCases.count)
    }
}
