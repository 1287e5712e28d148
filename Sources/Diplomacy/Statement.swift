/// *Who says* that *who* did, or did not do, *what* to *whom*, *when*, how certain, and in which
/// words: the unit of the ledger.
package struct Statement: Hashable, Sendable, Codable, Identifiable {
    /// A hash of the article, the place and the core: the same reading has the same id.
    package let id: String
    package let source: ActorCode
    /// Nil where the text names nobody: "its allies".
    package let target: ActorCode?
    package let act: Act
    package let kind: SupportKind?
    package let polarity: Polarity
    package let modality: Modality
    /// Outermost voice first.
    ///
    /// Empty: the author of the article.
    package let speakers: [Voice]
    package let date: DayInterval?
    package let evidence: Evidence
    /// From 0 to 1.
    package let confidence: Double
    package let marks: [Mark]
    /// How each part was found, in the order of the work: what `casus why` prints.
    package let trail: [String]

    package init(
        id: String,
        source: ActorCode,
        target: ActorCode?,
        act: Act,
        kind: SupportKind?,
        polarity: Polarity,
        modality: Modality,
        speakers: [Voice],
        date: DayInterval?,
        evidence: Evidence,
        confidence: Double,
        marks: [Mark],
        trail: [String]
    ) {
        self.id = id
        self.source = source
        self.target = target
        self.act = act
        self.kind = kind
        self.polarity = polarity
        self.modality = modality
        self.speakers = speakers
        self.date = date
        self.evidence = evidence
        self.confidence = confidence
        self.marks = marks
        self.trail = trail
    }
}

/// Somebody who speaks: as the text names them, and as the actor they speak for where that is known.
package struct Voice: Hashable, Sendable, Codable {
    package let name: String
    package let actor: ActorCode?

    package init(name: String, actor: ActorCode? = nil) {
        self.name = name
        self.actor = actor
    }
}

/// The words behind a statement.
///
/// A statement without evidence cannot be made.
package struct Evidence: Hashable, Sendable, Codable {
    package let article: String
    /// Where the quote stands in `Article.text`.
    package let range: ByteRange
    package let quote: String
    /// The same place in the file, in Unicode scalars of the decoded file, end exclusive.
    package let sourceScalars: Range<Int>

    package init(range: ByteRange, in article: Article) {
        precondition(!range.isEmpty, "evidence has words")
        self.article = article.id
        self.range = range
        self.quote = article.words(at: range)
        let start = article.sourceMap.place(ofByte: range.lowerBound, in: article.text).scalar
        let end = article.sourceMap.end(ofByte: range.upperBound, in: article.text).scalar
        self.sourceScalars = start..<max(start, end)
    }

    /// The words as a ledger has kept them.
    package init(
        recordedFrom article: String,
        range: ByteRange,
        quote: String,
        sourceScalars: Range<Int>
    ) {
        precondition(!range.isEmpty, "evidence has words")
        self.article = article
        self.range = range
        self.quote = quote
        self.sourceScalars = sourceScalars
    }
}

/// A passage that was read and left out, with the reason: the reader can see it in place, greyed.
package struct Omission: Hashable, Sendable, Codable {
    package enum Reason: String, CaseIterable, Hashable, Sendable, Codable {
        case noTarget = "no-target"
        case noSource = "no-source"
        case sameActor = "same-actor"
        case rhetoricalQuestion = "rhetorical-question"
        case repeated
        /// A sport report: its states are teams.
        case sport
        /// The parties could only be guessed.
        case unsure
    }

    package let article: String
    package let range: ByteRange
    package let quote: String
    package let reason: Reason
    /// What was seen: "'condemned' (accuse): no target in the clause".
    package let detail: String

    package init(range: ByteRange, in article: Article, reason: Reason, detail: String) {
        self.article = article.id
        self.range = range
        self.quote = article.words(at: range)
        self.reason = reason
        self.detail = detail
    }
}

/// An article with everything that was found in it.
package struct CodedArticle: Hashable, Sendable, Codable {
    package let article: Article
    package let statements: [Statement]
    package let ties: [Tie]
    /// The people whom it names with a role, each once.
    package let people: [Person]
    package let omissions: [Omission]

    package init(
        article: Article,
        statements: [Statement],
        ties: [Tie] = [],
        people: [Person] = [],
        omissions: [Omission]
    ) {
        self.article = article
        self.statements = statements
        self.ties = ties
        self.people = people
        self.omissions = omissions
    }
}
