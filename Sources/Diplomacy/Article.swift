/// A half-open range of UTF-8 byte offsets into `Article.text`.
package typealias ByteRange = Range<Int>

/// One article as it was read: its words, where they stand in the file, and what was left out.
///
/// The text never changes again. Every position in Casus is a UTF-8 byte offset into `text`;
/// `sourceMap` leads back to the file.
package struct Article: Hashable, Sendable, Codable {
    /// A hash of outlet, address and text: the same article read twice has the same id.
    package let id: String
    /// The row's id or the file's name without its extension.
    package private(set) var document: String
    package let outlet: String?
    package let address: String?
    package let byline: String?
    package let title: String?
    /// ISO 639-1: `en`, `uk`, `ru`, `de`.
    package let language: String
    package private(set) var publication: Publication
    package let text: String
    package let blocks: [Block]
    package let sourceMap: SourceMap

    package init(
        id: String,
        document: String,
        outlet: String?,
        address: String?,
        byline: String?,
        title: String?,
        language: String,
        publication: Publication,
        text: String,
        blocks: [Block],
        sourceMap: SourceMap
    ) {
        self.id = id
        self.document = document
        self.outlet = outlet
        self.address = address
        self.byline = byline
        self.title = title
        self.language = language
        self.publication = publication
        self.text = text
        self.blocks = blocks
        self.sourceMap = sourceMap
    }

    /// The same article with another publication: one inferred from what it tells.
    package func published(_ publication: Publication) -> Article {
        var article = self
        article.publication = publication
        return article
    }

    /// The same article under another file's name.
    package func named(_ document: String) -> Article {
        var article = self
        article.document = document
        return article
    }

    /// The text at `range`, which must lie on scalar borders.
    package func words(at range: ByteRange) -> String {
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        let end = bytes.index(start, offsetBy: range.count)
        return String(text[start..<end])
    }
}

/// A paragraph, heading or scrap of a page: kept, or discarded with the reason.
package struct Block: Hashable, Sendable, Codable {
    package enum Role: String, Hashable, Sendable, Codable {
        case title, heading, paragraph, listItem = "list-item", stamp
    }

    /// Why a block is no part of the report.
    package enum Discard: String, CaseIterable, Hashable, Sendable, Codable {
        case advertisement, byline, caption, credit, gallery, legal, navigation, provenance
        case recentPosts = "recent-posts"
        case repeatedLead = "repeated-lead"
        case siteName = "site-name"
        case social, stamp, teaser
        /// It stands behind the end of what is read of one article.
        case tooLong = "too-long"
        case video
    }

    package let range: ByteRange
    package let role: Role
    /// Nil where the block is kept.
    package let discard: Discard?

    package init(range: ByteRange, role: Role, discard: Discard? = nil) {
        self.range = range
        self.role = role
        self.discard = discard
    }

    package var isKept: Bool { discard == nil }
}

/// When an article was published, and how that is known.
package struct Publication: Hashable, Sendable, Codable {
    /// Nil where nothing in the article or its row dates it.
    package let interval: DayInterval?
    /// One sentence for each reason: "stamp '16.01.2026, 23:32' at byte 45, day first".
    package let reasons: [String]

    package init(interval: DayInterval?, reasons: [String]) {
        self.interval = interval
        self.reasons = reasons
    }

    package static let unknown = Publication(interval: nil, reasons: [])
}
