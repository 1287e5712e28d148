package import Diplomacy

/// A statement as a brief quotes it: who says so, when it was, in which words, and where to look.
///
/// It looks at the statement and holds no words of its own, because lists of a great party hold a hundred thousand.
package struct Citation: Hashable, Sendable {
    private let cited: CitedStatement

    package init(_ cited: CitedStatement) { self.cited = cited }

    /// The statement's id, for `casus why`.
    package var statement: String { cited.statement.id }
    /// The article's id.
    package var article: String { cited.article.id }
    /// Outermost voice first; empty for the author of the article.
    package var speakers: [Voice] { cited.statement.speakers }
    package var polarity: Polarity { cited.statement.polarity }
    package var modality: Modality { cited.statement.modality }
    package var kind: SupportKind? { cited.statement.kind }
    /// Nil: undated.
    package var date: DayInterval? { cited.statement.date }
    package var published: DayInterval? { cited.article.publication }
    package var quote: String { cited.statement.evidence.quote }
    /// Where it comes from in the end; nil where nobody has asked for it.
    package var root: Root.ID? { cited.root?.id }
    /// The happening it tells of.
    package var event: Event.ID? { cited.event }
    /// From 0 to 1.
    package var confidence: Double { cited.statement.confidence }
    package var marks: [Mark] { cited.statement.marks }
    /// Where its words begin in the article's text, in UTF-8 bytes.
    var firstByte: Int { cited.statement.evidence.range.lowerBound }

    /// Whether one voice tells both in words that overlap.
    func isInOneBreath(with other: Citation) -> Bool { cited.isToldInOneBreath(with: other.cited) }

    /// Below this the coder guessed more than one part of the statement.
    ///
    /// It begins at 0.85 and each
    /// guess (a pronoun, a noun for an act, a party from the sentence before) takes a tenth to a
    /// quarter away; found by reading the seeds' statements.
    package static let sureReading = 0.5

    package var isSure: Bool { confidence >= Self.sureReading }

    /// What it counts as, over all happenings: who answers for it, or its article where no root is known.
    var countsAs: String { cited.witnessKey }
    /// The outlet that carries it, of a voice that is not named or of its own account.
    var carrier: String? {
        cited.root.flatMap { $0.kind == .named ? nil : $0.outlet ?? cited.article.outlet }
    }
}

extension Citation: Encodable {
    private enum CodingKeys: String, CodingKey {
        case statement, article, speakers, modality, kind, date, published, quote, root, event
        case confidence, marks
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(statement, forKey: .statement)
        try container.encode(article, forKey: .article)
        try container.encode(speakers, forKey: .speakers)
        try container.encode(modality, forKey: .modality)
        try container.encodeIfPresent(kind, forKey: .kind)
        try container.encodeIfPresent(date, forKey: .date)
        try container.encodeIfPresent(published, forKey: .published)
        try container.encode(quote, forKey: .quote)
        try container.encodeIfPresent(root, forKey: .root)
        try container.encodeIfPresent(event, forKey: .event)
        try container.encode(confidence, forKey: .confidence)
        try container.encode(marks, forKey: .marks)
    }
}

extension Collection<Citation> {
    /// How many independent roots the citations have: a voice is one, however many happenings it tells of.
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
