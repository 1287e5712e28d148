import Foundation
import Diplomacy
package import Text

/// Which state a number of the Correlates of War project means, and from when to when:
/// `Register/cow-codes.tsv`.
package struct COWCodes: Sendable {
    struct Meaning {
        let actor: ActorCode
        /// Nil: always.
        let from: DayInterval?
        let until: DayInterval?
    }

    private let meanings: [Int: [Meaning]]

    package init(_ resources: ResourceFolder) throws {
        let folder = try resources.url("Register", of: "Assessment")
        let table = try TableFile(folder.appending(path: "cow-codes.tsv"), columns: 4)
        var meanings: [Int: [Meaning]] = [:]
        for row in table.rows {
            guard let number = Int(row.cells[0]) else {
                throw table.error(
                    row,
                    "'\(row.cells[0])' is no number",
                    cure: "Write the number of the state in column 1."
                )
            }
            meanings[number, default: []].append(
                Meaning(
                    actor: ActorCode(row.cells[1]),
                    from: DayInterval(edtf: row.cells[2]),
                    until: DayInterval(edtf: row.cells[3])
                )
            )
        }
        self.meanings = meanings
    }

    /// The parties that the number stands for between two dates, each with the time for which it is bound;
    /// empty for a number without an ISO code.
    func parties(
        _ number: Int,
        entered: DayInterval?,
        left: DayInterval?
    ) -> [Commitment.Party] {
        (meanings[number] ?? []).compactMap { meaning in
            let begins = [entered, meaning.from].compactMap(\.self)
                .max { $0.first < $1.first }
            let ends = [left, meaning.until].compactMap(\.self).min { $0.last < $1.last }
            if let begins, let ends, ends.last < begins.first { return nil }
            return Commitment.Party(meaning.actor, entered: begins, left: ends)
        }
    }
}
