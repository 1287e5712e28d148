import Foundation
package import Diplomacy
package import Text

/// How friendly or hostile an act is, from -10 to +10, with how far the published scales differ on it.
///
/// The numbers are those of `Scales/intensities.tsv`, whose header names their sources.
package struct IntensityScale: Sendable {
    package struct Intensity: Hashable, Sendable {
        /// From -10 to +10.
        package let value: Double
        /// A standard deviation, in points of the same scale; above 0.
        package let spread: Double
    }

    private struct Key: Hashable {
        let act: Act
        let polarity: Polarity
        let kind: SupportKind?
    }

    /// An empty entry is an act that measures nothing between two states.
    private let entries: [Key: Intensity?]

    package init(_ resources: ResourceFolder) throws {
        let folder = try resources.url("Scales", of: "Assessment")
        try self.init(TableFile(folder.appending(path: "intensities.tsv"), columns: 6))
    }

    /// Reads the columns act, polarity, kind, intensity, spread, source.
    package init(_ table: TableFile) throws {
        var entries: [Key: Intensity?] = [:]
        for row in table.rows {
            let key = Key(
                act: try table.word(Act.self, row, 0, "act"),
                polarity: try table.word(Polarity.self, row, 1, "polarity"),
                kind: row.cells[2].isEmpty
                    ? nil : try table.word(SupportKind.self, row, 2, "kind of support")
            )
            entries[key] = .some(try Self.intensity(row, table))
        }
        for act in Act.allCases {
            for polarity in Polarity.allCases
            where entries[Key(act: act, polarity: polarity, kind: nil)] == nil {
                throw TableError(
                    file: table.name,
                    line: nil,
                    problem: "has no row '\(act.rawValue) \(polarity.rawValue) -'",
                    cure: "Add it: every act needs an intensity for any kind."
                )
            }
        }
        self.entries = entries
    }

    private static func intensity(_ row: TableFile.Row, _ table: TableFile) throws -> Intensity? {
        if row.cells[3].isEmpty, row.cells[4].isEmpty { return nil }
        guard let value = Double(row.cells[3]), (-10...10).contains(value),
            let spread = Double(row.cells[4]), spread > 0
        else {
            throw table.error(
                row,
                "'\(row.cells[3])' and '\(row.cells[4])' are no intensity and spread",
                cure: "Write a number from -10 to 10 and one above 0, or '-' in both columns."
            )
        }
        return Intensity(value: value, spread: spread)
    }

    /// The intensity of `act`; nil where it measures nothing between two states.
    package func intensity(_ act: Act, _ polarity: Polarity, _ kind: SupportKind?) -> Intensity? {
        let special = entries[Key(act: act, polarity: polarity, kind: kind)]
        return (special ?? entries[Key(act: act, polarity: polarity, kind: nil)]) ?? nil
    }
}

extension TableFile {
    /// The word in `column` as a member of a closed vocabulary, which `what` names in an error.
    func word<Word: RawRepresentable<String> & CaseIterable>(
        _: Word.Type,
        _ row: Row,
        _ column: Int,
        _ what: String
    ) throws -> Word {
        let text = row.cells[column]
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        let meant = nearest(to: text, among: words).map { "Did you mean '\($0)'? " } ?? ""
        throw error(
            row,
            "unknown \(what) '\(text)'",
            cure: "\(meant)Known are \(words.joined(separator: ", "))."
        )
    }
}
