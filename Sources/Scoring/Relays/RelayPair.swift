import Coding
import Diplomacy
package import Foundation
import Ledger
import Reading
import Text

/// Two articles of one story, and how the later one stands to the earlier: `Evaluation/ledger/pairs.jsonl`.
package struct RelayPair: Sendable, Decodable {
    /// How the later article stands to the earlier.
    package enum Kind: String, CaseIterable, Sendable, Codable {
        /// The same words, cut and touched up.
        case reprint
        case translation
        /// An article of its own that cites the other's outlet for some of what it says.
        case echo
        case independent
    }

    /// Which pairs the rules may be changed by.
    package enum Part: String, CaseIterable, Sendable, Codable {
        case tuned, unseen
    }

    package struct Text: Sendable, Decodable {
        package let lang, published, outlet, title, text: String
    }

    package let id: String
    package let part: Part
    package let kind: Kind
    package let earlier: Text
    package let later: Text

    /// The pairs beside the gold of the ledger.
    package static func all(root: URL) throws -> [RelayPair] {
        try JSONLines.rows(root.appending(path: "Evaluation/ledger/pairs.jsonl"))
    }

    /// What a ledger that holds the two alone makes of the later one.
    package func found() throws -> Kind {
        let ledger = try LedgerDatabase.inMemory()
        let reader = try ArticleReader(ResourceFolder())
        var ids: [String] = []
        for (name, text) in [("earlier", earlier), ("later", later)] {
            let document = SourceDocument(
                name: "\(id)-\(name)",
                place: "pairs.jsonl",
                text: text.text,
                content: .plain,
                declared: SourceDocument.Declared(
                    language: text.lang,
                    published: text.published,
                    title: text.title,
                    outlet: text.outlet
                )
            )
            let article = try reader.article(document) { _ in text.lang }
            ids.append(article.id)
            let coded = CodedArticle(article: article, statements: [], omissions: [])
            _ = try ledger.record(coded, readOn: Self.readOn, source: nil)
        }
        let weighed = try ledger.weighed([], clocks: .unset, everyArticle: true)
        return kind(of: weighed.graph.relays.filter { $0.article == ids[1] }, to: ids[0])
    }

    /// Later than any of the articles; it decides nothing, since all are dated.
    private static let readOn = Day(number: 20_783)

    private func kind(of relays: [Relay], to origin: String) -> Kind {
        let back = relays.filter { relay in
            switch relay.origin {
            case .article(let id): id == origin
            case .outlet(let name): name == earlier.outlet
            }
        }
        if back.contains(where: { $0.reason == .copy || $0.reason == .digest }) { return .reprint }
        if back.contains(where: { $0.reason == .translation }) { return .translation }
        return back.isEmpty ? .independent : .echo
    }
}
