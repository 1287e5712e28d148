package import Foundation
package import Reading
import Text

/// Articles, and what people found in them.
package struct GoldSet: Sendable {
    package enum Name: String, CaseIterable, Sendable {
        /// Five real pages with their boilerplate: the figure to trust.
        case seeds
        /// Twelve condensed articles and two distractors.
        case dev
        /// The articles of this repository.
        case examples
        /// The passages and articles of `Evaluation/corpus` that nothing is learnt from.
        case corpus
        /// Its plain sentences that nothing is learnt from.
        case plain
        /// Its analyses that nothing is learnt from.
        case analysis

        /// What of the corpus belongs to it; nothing where it has articles of its own.
        package var kinds: Set<Corpus.Kind> {
            switch self {
            case .corpus: [.passages, .articles]
            case .plain: [.plain]
            case .analysis: [.analysis]
            case .seeds, .dev, .examples: []
            }
        }
    }

    package let name: Name
    /// In the order of their names.
    package let documents: [SourceDocument]
    /// By the document's name; a document without an entry has no gold and is not scored.
    package let gold: [String: [GoldRow]]
    /// The folder of each gold file where the folders are languages: `uk` for `uk-01-shusha`.
    package let languages: [String: String]
    /// Articles that cannot be read, each as a sentence.
    package let problems: [String]
    /// Changes with every byte of the gold and of the articles that have one.
    package let digest: String

    /// The documents that are scored, in the order of their names.
    package var scored: [SourceDocument] { documents.filter { gold[$0.name] != nil } }
    /// Articles that nobody has coded by hand yet.
    package var withoutGold: [String] { documents.map(\.name).filter { gold[$0] == nil } }

    /// Nil where the place of the articles or of the gold is not there.
    package init?(_ name: Name, root: URL, shared: SharedFolder?) throws {
        let articles: URL?
        let folder: URL?
        switch name {
        case .corpus, .plain, .analysis:
            guard Self.exists(Corpus.folder(root)) else { return nil }
            self.init(
                name,
                try Corpus(root: root).passages.filter {
                    $0.isHeldOut && name.kinds.contains($0.kind)
                }
            )
            return
        case .seeds: (articles, folder) = (shared?.seeds, shared?.seedGold)
        case .dev: (articles, folder) = (shared?.devArticles, shared?.devGold)
        case .examples:
            (articles, folder) = (
                root.appending(path: "Examples"), root.appending(path: "Evaluation/gold")
            )
        }
        guard let articles, let folder, Self.exists(articles), Self.exists(folder) else {
            return nil
        }
        try self.init(name, articles: articles, goldFolder: folder)
    }

    init(_ name: Name, _ passages: [Corpus.Passage]) {
        self.name = name
        documents = passages.map(\.document).sorted { $0.name < $1.name }
        problems = []
        gold = Dictionary(
            passages.map { ($0.document.name, $0.gold) }
        ) { first, _ in first }
        languages = Dictionary(
            passages.map { ($0.document.name, $0.language) }
        ) { first, _ in first }
        var bytes: [UInt8] = []
        for passage in passages {
            bytes += Array(passage.document.name.utf8) + [0] + Array(passage.document.text.utf8)
            for row in passage.gold {
                bytes +=
                    Array(
                        "\(row.key.source) \(row.key.target) \(row.act) \(row.polarity) \(row.isOptional) \(row.quote)"
                            .utf8
                    ) + [0]
            }
        }
        digest = String(ContentHash.full(of: bytes).prefix(16))
    }

    init(_ name: Name, articles: URL, goldFolder: URL) throws {
        var documents: [SourceDocument] = []
        var problems: [String] = []
        let finder = DocumentFinder()
        for file in finder.files(at: [articles.path]) {
            for found in finder.documents(in: try file.get()) {
                switch found {
                // A page of notes beside the articles is none of them.
                case .document(let document) where document.place.hasSuffix(".md"): continue
                case .document(let document): documents.append(document)
                case .failure(let error): problems.append("\(error)")
                }
            }
        }
        let files = Self.goldFiles(in: goldFolder)
        self.name = name
        self.documents = documents.sorted { $0.name < $1.name }
        self.problems = problems
        gold = try files.mapValues { try JSONLines.rows($0.file) }
        languages = files.compactMapValues(\.language)
        digest = try Self.digest(files.mapValues(\.file), self.documents)
        let missing = Set(gold.keys).subtracting(documents.map(\.name))
        if let name = missing.min() {
            throw ScoringError(
                place: files[name]?.file.path ?? name,
                problem: "no article is named '\(name)'",
                cure: "Name the gold file after its article in \(articles.path)."
            )
        }
    }

    private static func exists(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.path)
    }

    /// `<doc>.jsonl` in the folder itself or in a folder for each language.
    private static func goldFiles(in folder: URL) -> [String: (file: URL, language: String?)] {
        let walker = FileManager.default.enumerator(
            at: folder,
            includingPropertiesForKeys: nil,
            options: [.skipsHiddenFiles]
        )
        var files: [String: (file: URL, language: String?)] = [:]
        for case let file as URL in walker ?? .init() where file.pathExtension == "jsonl" {
            let parent = file.deletingLastPathComponent()
            let isNested = parent.standardizedFileURL.path != folder.standardizedFileURL.path
            files[file.deletingPathExtension().lastPathComponent] = (
                file, isNested ? parent.lastPathComponent : nil
            )
        }
        return files
    }

    private static func digest(
        _ files: [String: URL],
        _ documents: [SourceDocument]
    ) throws -> String {
        var bytes: [UInt8] = []
        let texts = Dictionary(documents.map { ($0.name, $0.text) }) { first, _ in first }
        for (name, file) in files.sorted(by: { $0.key < $1.key }) {
            bytes += Array(name.utf8) + [0] + Array(try Data(contentsOf: file)) + [0]
            bytes += Array((texts[name] ?? "").utf8) + [0]
        }
        return String(ContentHash.full(of: bytes).prefix(16))
    }
}
