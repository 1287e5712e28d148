package import Diplomacy
import Foundation
package import Text

/// Turns a document into an article: what it says, when, in which language, and what was left out.
///
/// Why by lines and words and not by a learnt model: a reason stands beside every block that is
/// left out, and a person can check it. Rejected: libxml2 (faster, but loses the place of the
/// words in the page), readability scores (no reasons).
package struct ArticleReader: Sendable {
    private let clutter: ClutterBook
    private let dater: PublicationDater
    private let pages: HTMLReader

    package init(_ resources: ResourceFolder) throws {
        let folder = try resources.url("Clutter", of: "Reading")
        clutter = try ClutterBook(folder)
        dater = try PublicationDater(folder)
        pages = try HTMLReader(folder)
    }

    /// Reads one document.
    ///
    /// `identify` tells the language of a text (ISO 639-1), nil where it cannot.
    package func article(
        _ document: SourceDocument,
        identify: (String) -> String?
    ) throws -> Article {
        let page = try self.page(document)
        let text = String(decoding: page.text, as: UTF8.self)
        let address = document.declared.address ?? page.field("canonical", "og:url")
        let dated = dater.date(
            page.blocks,
            declared: document.declared.published,
            meta: page.fields.filter { HTMLPage.dating.contains($0.name) || $0.name == "time" },
            address: address,
            isTeaser: clutter.isTeaser
        )
        let blocks = ReadingBound.bounded(
            clutter.judged(page.blocks, stamps: dated.stamps),
            page.text
        )
        let kept = blocks.filter(\.isKept)
        guard !kept.isEmpty else {
            throw ReadingError(
                .noText,
                at: document.place,
                "no words of an article in it",
                cure: "The page may be empty or only navigation; save the article's text."
            )
        }
        let sample = kept.map { String(decoding: page.text[$0.range], as: UTF8.self) }
            .joined(separator: "\n")
        guard let language = document.declared.language ?? identify(sample) else {
            throw ReadingError(
                .unknownLanguage,
                at: document.place,
                "holds no words of a language that is known",
                cure: "Casus codes English, German, Russian and Ukrainian; declare one with 'lang'."
            )
        }
        let title =
            document.declared.title ?? page.field("og:title") ?? self.title(blocks, page.text)
        let outlet = document.declared.outlet ?? page.field("og:site_name")
        return Article(
            id: ContentHash.name(of: outlet ?? "", address ?? "", text),
            document: document.name,
            outlet: outlet,
            address: address,
            byline: page.field("author", "article:author") ?? byline(blocks, page.text),
            title: title,
            language: language,
            publication: dated.publication,
            text: text,
            blocks: blocks,
            sourceMap: page.segments.first.map { _ in SourceMap(segments: page.segments) }
                ?? .identity
        )
    }

    private func page(_ document: SourceDocument) throws -> HTMLPage {
        let bytes = Array(document.text.utf8)
        switch document.content {
        case .html: return try pages.page(bytes, place: document.place)
        case .plain:
            var page = HTMLPage()
            page.text = bytes
            page.blocks = PlainText.blocks(bytes)
            return page
        }
    }

    private func title(_ blocks: [Block], _ text: [UInt8]) -> String? {
        blocks.first { $0.isKept && $0.role == .title }.map {
            String(decoding: text[$0.range], as: UTF8.self)
        }
    }

    private func byline(_ blocks: [Block], _ text: [UInt8]) -> String? {
        blocks.first { $0.discard == .byline }.map {
            String(decoding: text[$0.range], as: UTF8.self)
        }
    }
}
