import Foundation
package import Text

/// Words of several languages that tell a sense, looked for in a quote.
///
/// A data file of three columns: the sense, the language, and the word in small letters, which is the
/// beginning of one where it ends in `*`.
package struct WordList<Sense>: Sendable
where Sense: RawRepresentable<String> & CaseIterable & Hashable & Sendable {
    private struct Entry: Sendable {
        let sense: Sense
        let word: String
        let isBeginning: Bool

        func matches(_ word: Substring) -> Bool {
            isBeginning ? word.hasPrefix(self.word) : word == self.word
        }
    }

    private let entries: [String: [Entry]]

    package init(_ table: TableFile) throws {
        var entries: [String: [Entry]] = [:]
        for row in table.rows {
            guard let sense = Sense(rawValue: row.cells[0]) else {
                throw table.error(
                    row,
                    "'\(row.cells[0])' is no sense of this list",
                    cure: "Write one of "
                        + Sense.allCases.map(\.rawValue).joined(separator: ", ") + "."
                )
            }
            let isBeginning = row.cells[2].hasSuffix("*")
            entries[row.cells[1], default: []].append(
                Entry(
                    sense: sense,
                    word: isBeginning ? String(row.cells[2].dropLast()) : row.cells[2],
                    isBeginning: isBeginning
                )
            )
        }
        self.entries = entries
    }

    /// Reads `name` in the folder `Register`.
    init(_ name: String, _ resources: ResourceFolder) throws {
        let folder = try resources.url("Register", of: "Assessment")
        try self.init(TableFile(folder.appending(path: name), columns: 3))
    }

    /// The senses that the words of `quote` tell, in their order, each word once.
    func senses(in quote: String, language: String) -> [Sense] {
        guard let entries = entries[language] else { return [] }
        return quote.lowercased().split { !$0.isLetter && $0 != "-" }.compactMap { word in
            entries.first { $0.matches(word) }?.sense
        }
    }
}
