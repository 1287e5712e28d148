package import Diplomacy

/// A statement as a brief quotes it: who says so, when it was, in which words, and where to look.
package struct Citation: Hashable, Sendable, Encodable {
    /// The statement's id, for `casus why`.
    package let statement: String
    /// The article's id.
    package let article: String
    /// Outermost voice first; empty for the author of the article.
    package let speakers: [Voice]
    package let modality: Modality
    package let kind: SupportKind?
    /// Nil: undated.
    package let date: DayInterval?
    package let published: DayInterval?
    package let quote: String
    /// Where it comes from in the end; nil where nobody has asked for it.
    package let root: Root.ID?
    /// The happening it tells of.
    package let event: Event.ID?
    /// From 0 to 1.
    package let confidence: Double
    package let marks: [Mark]

    package init(_ cited: CitedStatement) {
        let statement = cited.statement
        self.statement = statement.id
        article = cited.article.id
        speakers = statement.speakers
        modality = statement.modality
        kind = statement.kind
        date = statement.date
        published = cited.article.publication
        quote = statement.evidence.quote
        root = cited.root?.id
        event = cited.event
        confidence = statement.confidence
        marks = statement.marks
    }

    /// Below this the coder guessed more than one part of the statement.
    ///
    /// It begins at 0.85 and each
    /// guess (a pronoun, a noun for an act, a party from the sentence before) takes a tenth to a
    /// quarter away; found by reading the seeds' statements.
    package static let sureReading = 0.5

    package var isSure: Bool { confidence >= Self.sureReading }

    /// What it counts as: its root, or its article where no root is known.
    var countsAs: String { root ?? article }
}

extension Collection<Citation> {
    /// How many independent roots the citations have.
    package var rootCount: Int { Set(map(\.countsAs)).count }

    package var articleCount: Int { Set(map(\.article)).count }

    /// "2 roots in 3 articles".
    package var weight: String {
        "\(counted(rootCount, "root")) in \(counted(articleCount, "article"))"
    }
}

extension Citation {
    /// By the day told of, then by the day of publication, then by id; what has no day comes last.
    static func isEarlier(_ left: Citation, _ right: Citation) -> Bool {
        func key(_ citation: Citation) -> (Int, Int, String) {
            (
                citation.date?.first.number ?? .max, citation.published?.first.number ?? .max,
                citation.statement
            )
        }
        return key(left) < key(right)
    }
}
