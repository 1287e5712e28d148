import Foundation
package import Diplomacy
package import Text

/// Territories that others hold than the state to which most hold them to belong: who fights for them, and
/// who holds them to be whose.
///
/// The rows are those of `Register/territories.tsv`, whose header names their sources. A guarantee does not
/// cover territory that the guarantor itself holds to be another's.
package struct TerritoryTable: Sendable {
    package struct Territory: Hashable, Sendable, Encodable {
        package let actor: ActorCode
        /// The state that fights for it; nil where it fights alone.
        package let defender: ActorCode?
        /// The state to which most hold it to belong.
        package let sovereign: ActorCode
        /// The states that hold it to be something else.
        package let dissenters: [ActorCode]
        package let source: String
    }

    private let territories: [ActorCode: Territory]

    package init(_ resources: ResourceFolder) throws {
        let folder = try resources.url("Register", of: "Assessment")
        try self.init(TableFile(folder.appending(path: "territories.tsv"), columns: 5))
    }

    /// Reads the columns territory, defender, sovereign, dissenters, source.
    package init(_ table: TableFile) throws {
        var territories: [ActorCode: Territory] = [:]
        for row in table.rows {
            guard ActorCode(row.cells[2]).isState else {
                throw table.error(
                    row,
                    "'\(row.cells[2])' is no state",
                    cure: "Write the ISO 3166 alpha-3 code of the sovereign."
                )
            }
            let actor = ActorCode(row.cells[0])
            territories[actor] = Territory(
                actor: actor,
                defender: row.cells[1].isEmpty ? nil : ActorCode(row.cells[1]),
                sovereign: ActorCode(row.cells[2]),
                dissenters: row.cells[3].split(separator: " ").map { ActorCode(String($0)) },
                source: row.cells[4]
            )
        }
        self.territories = territories
    }

    /// Whether it is a territory, and no party that could help anybody.
    package func isTerritory(_ actor: ActorCode) -> Bool { territories[actor] != nil }

    /// The state that fights for `territory`.
    package func defender(of territory: ActorCode) -> ActorCode? {
        territories[territory]?.defender
    }

    /// The territories for which `state` fights.
    package func defended(by state: ActorCode) -> [ActorCode] {
        territories.values.filter { $0.defender == state }.map(\.actor).sorted()
    }

    /// The state to which `guarantor` holds `territory` to belong, where that is not its defender.
    package func foreignSovereign(of territory: ActorCode, to guarantor: ActorCode) -> ActorCode? {
        guard let known = territories[territory], known.sovereign != known.defender,
            !known.dissenters.contains(guarantor)
        else { return nil }
        return known.sovereign
    }
}
