import Diplomacy
import Foundation
import Text

/// A statement as another program hands it over: the keys that `StatementLine` writes.
///
/// It needs `source`, `act`, `quote`, and `article` or `doc`; everything else has a default, which
/// `Documentation/exports.md` tells.
package struct ImportedLine: Decodable, Sendable {
    /// What it tells of its article; the same on every line of one article.
    struct Head: Hashable, Sendable {
        let id: String
        let document: String
        let outlet: String?
        let address: String?
        let title: String?
        let language: String
        let published: DayInterval?
        let knownOn: Day?
    }

    /// Who says it in the end, as far as an import can keep it.
    struct RootPart: Decodable, Sendable {
        let kind: Root.Kind
        let name: String?
        let outlet: String?
    }

    let head: Head
    /// Nil where the other program has none: it is made from place and core.
    let id: String?
    let core: StatementCore
    let speakers: [Voice]
    let quote: String
    /// Where the quote stands in the text of the article, in UTF-8 bytes.
    let bytes: ByteRange?
    /// Where it stands in the file, in Unicode scalars.
    let scalars: Range<Int>?
    let confidence: Double
    let marks: [Mark]
    let trail: [String]
    let root: RootPart?

    /// No news article is longer, in bytes; a place beyond it is a slip.
    private static let longestArticle = 4_000_000
    /// Where the other program does not say: as likely right as wrong.
    private static let unknownConfidence = 0.5

    package init(from decoder: any Decoder) throws {
        let row = Row(try decoder.container(keyedBy: StatementLine.Key.self))
        let (doc, article) = (try row.text(.doc), try row.text(.article))
        guard let document = doc ?? article else { throw row.missing(.doc) }
        let (outlet, address) = (try row.text(.outlet), try row.text(.url))
        head = Head(
            id: article ?? ContentHash.name(of: "import", outlet ?? "", address ?? "", document),
            document: document,
            outlet: outlet,
            address: address,
            title: try row.text(.title),
            language: try row.language(),
            published: try row.value(.published),
            knownOn: try row.value(.knownOn)
        )
        // In a ledger the sign parts the id of a statement from the number of a part of it.
        id = try row.text(.id)?.replacing(StatementReader.partSign, with: ".")
        guard let quote = try row.text(.quote) else { throw row.missing(.quote) }
        guard !quote.utf8.contains(0) else { throw row.error(.quote, "it holds a NUL character") }
        self.quote = quote
        core = try row.core()
        speakers = try row.speakers()
        bytes = try row.range(.startByte, .endByte, most: Self.longestArticle)
        scalars = try row.range(.start, .end, most: Self.longestArticle)
        if let bytes, bytes.count != quote.utf8.count {
            throw row.error(
                .endByte,
                "there are \(bytes.count) bytes from start_byte to end_byte, and \(quote.utf8.count) "
                    + "in the quote"
            )
        }
        confidence = try row.value(.confidence) ?? Self.unknownConfidence
        guard (0...1).contains(confidence) else {
            throw row.error(.confidence, "\(confidence) is not between 0 and 1")
        }
        marks = try (row.value(.marks) ?? [String]()).map { try row.word(Mark.self, $0, .marks) }
        trail = try row.value(.trail) ?? []
        root = try row.value(.root)
    }

    /// One line, read key by key, so that an error names the key and what is wrong with it.
    private struct Row {
        let container: KeyedDecodingContainer<StatementLine.Key>

        init(_ container: KeyedDecodingContainer<StatementLine.Key>) {
            self.container = container
        }

        func value<Value: Decodable>(_ key: StatementLine.Key) throws -> Value? {
            try container.decodeIfPresent(Value.self, forKey: key)
        }

        /// Nil for an empty text.
        func text(_ key: StatementLine.Key) throws -> String? {
            let text: String? = try value(key)
            return text?.isEmpty == true ? nil : text
        }

        func missing(_ key: StatementLine.Key) -> DecodingError {
            .keyNotFound(
                key,
                DecodingError.Context(codingPath: container.codingPath, debugDescription: "")
            )
        }

        func error(_ key: StatementLine.Key, _ problem: String) -> DecodingError {
            .dataCorruptedError(forKey: key, in: container, debugDescription: problem)
        }

        /// A member of a closed vocabulary.
        func word<Word: RawRepresentable<String> & CaseIterable>(
            _: Word.Type,
            _ text: String,
            _ key: StatementLine.Key
        ) throws -> Word {
            if let word = Word(rawValue: text) { return word }
            let near = nearest(to: text, among: Word.allCases.map(\.rawValue))
            throw error(
                key,
                "'\(text)' is unknown" + (near.map { "; did you mean '\($0)'?" } ?? "")
            )
        }

        func language() throws -> String {
            // ISO 639-2 has "und" for what is not determined.
            let language = try text(.language) ?? "und"
            guard language.utf8.count >= 2, language.utf8.allSatisfy({ (97...122).contains($0) })
            else { throw error(.language, "'\(language)' is no code of ISO 639") }
            return language
        }

        func core() throws -> StatementCore {
            guard let source = try text(.source) else { throw missing(.source) }
            guard let act = try text(.act) else { throw missing(.act) }
            let target = try text(.target)
            guard target != source else { throw error(.target, "it is the source too") }
            return StatementCore(
                source: ActorCode(source),
                target: target.map { ActorCode($0) },
                act: try word(Act.self, act, .act),
                kind: try text(.kind).map { try word(SupportKind.self, $0, .kind) },
                polarity: try word(Polarity.self, text(.polarity) ?? "done", .polarity),
                modality: try word(Modality.self, text(.modality) ?? "claim", .modality),
                date: try value(.date)
            )
        }

        /// From `chain`, else from `speaker`, in which `author` is nobody.
        func speakers() throws -> [Voice] {
            if let chain: [Voice] = try value(.chain) { return chain }
            let names: [String] = try value(.speaker) ?? []
            return names == ["author"] ? [] : names.map { Voice(name: $0) }
        }

        func range(
            _ first: StatementLine.Key,
            _ last: StatementLine.Key,
            most: Int
        ) throws -> Range<Int>? {
            guard let start: Int = try value(first), let end: Int = try value(last) else {
                return nil
            }
            guard start >= 0, end > start, end <= most else {
                throw error(last, "\(start) to \(end) is no place in an article")
            }
            return start..<end
        }
    }
}
