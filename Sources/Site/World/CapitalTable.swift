import Diplomacy
import Foundation
package import Text

/// From where each state is governed: `Capitals/capitals.tsv`.
package struct CapitalTable: Sendable {
    struct Capital: Hashable, Sendable {
        let state: ActorCode
        let name: String
        /// In degrees.
        let north: Double
        let east: Double
    }

    /// In the order of the codes.
    let capitals: [Capital]
    private let byState: [ActorCode: Capital]

    /// Throws a `TableError` where the file is missing or a line is wrong.
    package init(_ resources: ResourceFolder) throws {
        let folder = try resources.url("Capitals", of: "Site")
        let table = try TableFile(folder.appending(path: "capitals.tsv"), columns: 4)
        var capitals: [Capital] = []
        for row in table.rows {
            guard let north = Double(row.cells[2]), (-90.0...90).contains(north),
                let east = Double(row.cells[3]), (-180.0...180).contains(east)
            else {
                throw table.error(
                    row,
                    "'\(row.cells[2]) \(row.cells[3])' is no place on the globe",
                    cure: "Write degrees north from -90 to 90 and degrees east from -180 to 180."
                )
            }
            capitals.append(
                Capital(
                    state: ActorCode(row.cells[0]),
                    name: row.cells[1],
                    north: north,
                    east: east
                )
            )
        }
        self.capitals = capitals.sorted { $0.state < $1.state }
        byState = Dictionary(
            capitals.map { ($0.state, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Nil for who is no state, and for states that are no more.
    subscript(_ state: ActorCode) -> Capital? { byState[state] }
}
