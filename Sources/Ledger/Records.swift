package import Diplomacy

/// What `LedgerDatabase.record` found when it came.
package enum RecordOutcome: String, CaseIterable, Hashable, Sendable, Codable {
    /// The article was not there.
    case added
    /// It stood already, with the same statements and omissions.
    case unchanged
    /// Another reading of it, or of the same source, stood there and gave way.
    case replaced
}

/// Which bytes were read, by which version of the reading wing: for resuming.
///
/// One stamp stands for one article or one skip: a file, or one row of a file that has many.
package struct SourceStamp: Hashable, Sendable, Codable {
    /// Of the bytes of the file or the row; the same wherever the file lies.
    package let hash: String
    /// Where it lay when it was read, for people: `news/a.txt`, `news.jsonl:12`.
    package let place: String
    /// The version of the reader and coder.
    ///
    /// Another version reads the same bytes again.
    package let coderVersion: String

    package init(hash: String, place: String, coderVersion: String) {
        self.hash = hash
        self.place = place
        self.coderVersion = coderVersion
    }
}

/// A source that could not be read, and why.
package struct Skip: Hashable, Sendable {
    package let place: String
    package let reason: String
    package let readOn: Day

    package init(place: String, reason: String, readOn: Day) {
        self.place = place
        self.reason = reason
        self.readOn = readOn
    }
}

/// How much the ledger holds, clocks unset.
package struct LedgerCounts: Hashable, Sendable, Codable {
    /// How much of it is in one language.
    package struct InLanguage: Hashable, Sendable, Codable {
        /// ISO 639-1.
        package let language: String
        package let articles: Int
        package let statements: Int

        package init(language: String, articles: Int, statements: Int) {
            self.language = language
            self.articles = articles
            self.statements = statements
        }
    }

    package let articles: Int
    package let statements: Int
    /// The statements of polarity `not_done`.
    package let notDone: Int
    package let omissions: Int
    /// Sources that could not be read, each once.
    package let skips: Int
    /// By code.
    package let languages: [InLanguage]

    package init(
        articles: Int,
        statements: Int,
        notDone: Int,
        omissions: Int,
        skips: Int,
        languages: [InLanguage]
    ) {
        self.articles = articles
        self.statements = statements
        self.notDone = notDone
        self.omissions = omissions
        self.skips = skips
        self.languages = languages
    }
}

/// An article without its text: a line of a list, or the source beside a statement.
package struct ArticleSummary: Hashable, Sendable, Identifiable {
    package let id: String
    package let document: String
    package let outlet: String?
    package let address: String?
    package let title: String?
    /// The first words, where there is no title.
    package let opening: String?
    /// ISO 639-1.
    package let language: String
    /// Nil where nothing dates the article; the reasons are in `Article.publication`.
    package let publication: DayInterval?
    /// The first day on which the ledger read it.
    package let readOn: Day
    /// From which day it can be known: see `Clocks.knownBy`.
    ///
    /// The order of every list.
    package let knownOn: Day
    /// Under the clock `on` of the question.
    package let statementCount: Int
    package let keptBlockCount: Int
    package let discardedBlockCount: Int

    package init(
        id: String,
        document: String,
        outlet: String?,
        address: String?,
        title: String?,
        opening: String? = nil,
        language: String,
        publication: DayInterval?,
        readOn: Day,
        knownOn: Day,
        statementCount: Int,
        keptBlockCount: Int,
        discardedBlockCount: Int
    ) {
        self.id = id
        self.document = document
        self.outlet = outlet
        self.address = address
        self.title = title
        self.opening = opening
        self.language = language
        self.publication = publication
        self.readOn = readOn
        self.knownOn = knownOn
        self.statementCount = statementCount
        self.keptBlockCount = keptBlockCount
        self.discardedBlockCount = discardedBlockCount
    }
}

extension ArticleSummary {
    /// The title, else the first words, else the file's name.
    package var name: String { title ?? opening ?? document }

    /// Where it stands among others by day: an article of which only the earliest day is known stands there, and not
    /// at the day on which it was read.
    package var shownDay: Day {
        publication.flatMap { $0.isApproximate ? $0.first : nil } ?? knownOn
    }
}

/// A statement with the article that it stands in.
package struct RecordedStatement: Hashable, Sendable, Identifiable {
    package let statement: Statement
    package let article: ArticleSummary
    /// Nil where no person has judged it: the coder's reading.
    package let review: ReviewMark?

    package var id: String { statement.id }

    package init(statement: Statement, article: ArticleSummary, review: ReviewMark? = nil) {
        self.statement = statement
        self.article = article
        self.review = review
    }
}
