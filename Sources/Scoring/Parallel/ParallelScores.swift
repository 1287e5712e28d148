package import Coding
import Diplomacy
package import Foundation
import Reading

/// Whether the coder reads the same out of a text and out of its translations.
///
/// The statements of the English text are held against those of each translation, as sets of (source, target,
/// act, polarity) in each text, summed over all: nobody coded them, so the figure says how alike the two
/// readings are, not how right.
package struct ParallelScores: Sendable, Encodable {
    package struct Line: Sendable, Encodable {
        package let language: String
        package var texts = 0
        package var english = 0
        package var translated = 0
        package var shared = 0

        /// 1 where neither side has a statement.
        package var f1: Double {
            english + translated == 0 ? 1 : 2 * Double(shared) / Double(english + translated)
        }

        enum CodingKeys: String, CodingKey {
            case language, texts, english, translated, shared, f1
        }

        package func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(language, forKey: .language)
            try values.encode(texts, forKey: .texts)
            try values.encode(english, forKey: .english)
            try values.encode(translated, forKey: .translated)
            try values.encode(shared, forKey: .shared)
            try values.encode(f1, forKey: .f1)
        }
    }

    package let languages: [Line]

    /// Codes every text of the file at `url`: JSON lines with `id` and a text under each language's code.
    ///
    /// Throws a `ScoringError` that names the line.
    package init(_ url: URL, _ coder: NewsCoder) throws {
        var lines = NewsCoder.languages.filter { $0 != "en" }.map { Line(language: $0) }
        for row in try JSONLines.rows(url, as: [String: String].self) {
            guard let text = row["en"] else { continue }
            let english = Self.keys(text, "en", coder)
            for place in lines.indices {
                guard let translation = row[lines[place].language] else { continue }
                let keys = Self.keys(translation, lines[place].language, coder)
                lines[place].texts += 1
                lines[place].english += english.count
                lines[place].translated += keys.count
                lines[place].shared += english.intersection(keys).count
            }
        }
        languages = lines
    }

    private static func keys(
        _ text: String,
        _ language: String,
        _ coder: NewsCoder
    ) -> Set<StatementKey> {
        Set(coder.statements(of: text, in: language).map { CodedRow($0, doc: "").key })
    }
}

extension NewsCoder {
    /// What a text that is no article of its own tells; nothing where it cannot be coded.
    func statements(of text: String, in language: String) -> [Statement] {
        coded(text, in: language)?.statements ?? []
    }

    /// A text that is no article of its own; nil where it cannot be coded.
    func coded(_ text: String, in language: String) -> CodedArticle? {
        try? code(.bare(text, in: language))
    }
}

extension SourceDocument {
    /// A text that is no article of its own.
    static func bare(_ text: String, in language: String) -> SourceDocument {
        SourceDocument(
            name: "text",
            place: "text",
            text: text,
            content: .plain,
            declared: .init(language: language)
        )
    }
}
