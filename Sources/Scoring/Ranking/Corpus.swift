package import Foundation
package import Reading
import Text

/// The passages, articles, plain sentences and analyses of `Evaluation/corpus`, each with what a person coded in it.
package struct Corpus: Sendable {
    /// What a file holds, by the beginning of its name.
    package enum Kind: String, CaseIterable, Sendable {
        case articles, plain, analysis, passages

        init(file name: String) {
            self = Self.allCases.first { name.hasPrefix($0.rawValue) } ?? .passages
        }
    }

    package struct Passage: Sendable {
        package let document: SourceDocument
        package let gold: [GoldRow]
        package let kind: Kind
        /// Nil where ties were not coded: in all but the passages.
        package let ties: [GoldTie]?
        /// Whether it is kept apart: its number is divisible by five.
        package let isHeldOut: Bool
        package let language: String
    }

    /// A tie as a person coded it.
    package struct GoldTie: Decodable, Sendable {
        let kind: String
        let holder: String?
        let other: String?

        var key: TieKey { TieKey(kind: kind, holder: holder, other: other) }
    }

    /// In the order of the files' names and of their lines.
    package let passages: [Passage]

    package static func folder(_ root: URL) -> URL { root.appending(path: "Evaluation/corpus") }

    private struct Row: Decodable {
        let id: String
        let lang: String
        let gold: [GoldRow]
        let ties: [GoldTie]?
    }

    /// Reads every file of the folder but the second codings.
    ///
    /// Throws a `ScoringError` that names the line.
    package init(root: URL) throws {
        let folder = Self.folder(root)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let finder = DocumentFinder()
        var passages: [Passage] = []
        for name in names.sorted() where name.hasSuffix(".jsonl") && !name.contains("second") {
            let file = folder.appending(path: name)
            let kind = Kind(file: name)
            let rows = Dictionary(
                try JSONLines.rows(file, as: Row.self).map { ($0.id, $0) }
            ) { first, _ in first }
            for found in finder.files(at: [file.path]).flatMap({ file in
                (try? file.get()).map { Array(finder.documents(in: $0)) } ?? []
            }) {
                guard case .document(let document) = found, let row = rows[document.name] else {
                    throw ScoringError(
                        place: file.path,
                        problem: "holds a row that is no passage",
                        cure: "Give each row 'id', 'lang', 'text' and 'gold'."
                    )
                }
                passages.append(
                    Passage(
                        document: document,
                        gold: row.gold,
                        kind: kind,
                        ties: kind == .passages ? row.ties : nil,
                        isHeldOut: Self.isHeldOut(row.id),
                        language: row.lang
                    )
                )
            }
        }
        self.passages = passages
    }

    /// Whether a passage or article of this id is kept apart: `en-0015`, `en-a005` and `en-p0005`, not `en-0016`.
    static func isHeldOut(_ id: String) -> Bool { number(id) % 5 == 0 }

    /// 17 of `en-0017` and of `en-a017`.
    private static func number(_ id: String) -> Int {
        Int(id.reversed().prefix { $0.isNumber }.reversed().map(String.init).joined()) ?? 0
    }
}
