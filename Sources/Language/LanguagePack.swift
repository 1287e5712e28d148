import Foundation
package import Text

/// What the language engine knows of the languages: who is who, and where sentences end.
package struct LanguagePack: Sendable {
    package let identifier: LanguageIdentifier
    private let splitters: [String: SentenceSplitter]

    package init(_ resources: ResourceFolder) throws {
        let folder = try resources.url("Languages", of: "Language")
        identifier = try LanguageIdentifier(resources.url("Models", of: "Language"))
        let table = try TableFile(folder.appending(path: "abbreviations.tsv"), columns: 2)
        splitters = Dictionary(
            table.rows.map { row in
                let words = row.cells[1].split(separator: " ").map { Tokenizer.fold(String($0)) }
                return (row.cells[0], SentenceSplitter(abbreviations: Set(words)))
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The splitter of a language; one without abbreviations where the language has none listed.
    package func splitter(for language: String) -> SentenceSplitter {
        splitters[language] ?? SentenceSplitter(abbreviations: [])
    }
}
