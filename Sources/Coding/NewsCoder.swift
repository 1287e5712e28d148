package import Diplomacy
import Dispatch
import Foundation
import Language
package import Reading
import Synchronization
package import Text

/// Reads an article the way a careful coder would: who says that who did, or did not do, what to
/// whom.
///
/// A pure function from an article to statements: no clock, no database, the same on any thread. One
/// coder is shared by all workers. The lexicons, the clauses and the trees of the language engine propose
/// readings; what was learnt from coded articles (`Rankers`) says which of them a careful reader would keep.
package struct NewsCoder: Sendable {
    let readers: [String: LanguageReader]
    private let languages: LanguagePack
    private let articles: ArticleReader
    /// Nil where the rules decide alone, as they must before there is one.
    let ranker: Ranker?
    /// Nil before there is one.
    private(set) var relations: RelationClassifier?
    /// Nil as the ranker is.
    private let judges: Judges?

    /// Which of the learnt parts are used: each is taught with those before it.
    package enum Learnt: Int, Sendable {
        case nothing, relations, all
    }

    /// Names this version of the coder in the ledger: a newer one reads again.
    package static let version = "17"

    /// The languages whose articles can be coded.
    package static let languages = ["de", "en", "ru", "uk"]

    /// *English, German, Russian and Ukrainian*.
    private static var languageNames: String {
        let names = languages.map(LanguageName.of).sorted()
        return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }

    /// Loads the lexicons of every language: some 125,000 lines.
    ///
    /// Throws a `TableError` or a `BinaryError` that names the file.
    package init(_ resources: ResourceFolder, learnt: Learnt = .all) throws {
        let folder = try resources.url("Lexicons", of: "Coding")
        let actors = folder.appending(path: "actors")
        let leaders = try LeaderBook(actors)
        languages = try LanguagePack(resources)
        articles = try ArticleReader(resources)
        let rankers = try resources.url("Rankers", of: "Coding")
        relations =
            learnt == .nothing
            ? nil : try RelationClassifier(rankers.appending(path: "relations.model"))
        ranker = learnt == .all ? try Ranker(rankers.appending(path: "ranker.model")) : nil
        judges = learnt == .all ? try Judges(resources) : nil
        readers = try Self.readers(
            folder,
            leaders,
            EpithetBook(actors),
            resources.url("Models", of: "Language")
        )
    }

    /// The coder with another classifier of relations: one that has not learnt from the sentences to be read.
    package func hearing(_ relations: RelationClassifier) -> NewsCoder {
        var coder = self
        coder.relations = relations
        return coder
    }

    /// The languages side by side: their tables are nearly all of the time that loading takes.
    private static func readers(
        _ folder: URL,
        _ leaders: LeaderBook,
        _ epithets: EpithetBook,
        _ models: URL
    ) throws -> [String: LanguageReader] {
        let classes = try Meanings.classes(folder)
        let loaded = Mutex<[String: Result<LanguageReader, any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: languages.count) { place in
            let language = languages[place]
            let reader = Result {
                try LanguageReader(
                    lexicon: Lexicon(
                        language: language,
                        folder: folder.appending(path: language),
                        leaders: leaders,
                        epithets: epithets,
                        meanings: Meanings(classes, folder: folder.appending(path: language))
                    ),
                    leaders: leaders,
                    parsers: ParserPool(
                        LanguageModel(models.appending(path: "\(language).model"))
                    )
                )
            }
            loaded.withLock { $0[language] = reader }
        }
        return try loaded.withLock { $0 }.mapValues { try $0.get() }
    }

    /// Codes one document: read → analyse → resolve → code.
    ///
    /// Throws a `ReadingError` for a document that holds no article, or one in a language without a
    /// lexicon.
    package func code(_ document: SourceDocument) throws -> CodedArticle {
        // 1 and 2. Read and analyse.
        let (article, reader, passages) = try read(document)
        // 3. Resolve: speakers over the whole article, dates against its publication.
        let qualifier = qualifier(article, passages)
        // 4. Code: the likely readings become statements, and states of a relationship ties, each once.
        var maker = StatementMaker(article: article, qualifier: qualifier)
        var ties = TieMaker(article: article, qualifier: qualifier)
        var people = PersonMaker(article: article, qualifier: qualifier)
        let isSport = LanguageReader.isSport(passages)
        for (line, reading) in reader.readings(of: passages, ranker, relations).enumerated() {
            if isSport {
                maker.leaveOut(reading, in: passages[line])
            } else {
                maker.add(reading, in: passages[line], line: line)
                ties.add(passages[line], line: line)
                people.add(passages[line], line: line)
            }
        }
        return maker.finished(with: ties.ties, people.people)
    }

    func qualifier(_ article: Article, _ passages: [LanguageReader.Passage]) -> Qualifier {
        Qualifier(
            passages: passages,
            speakers: SpeakerAssigner(
                passages.map(\.spoken),
                credits: article.credits
            ),
            dates: DateReader(published: article.publication.interval),
            judges: judges,
            language: article.language
        )
    }

    /// The first two steps.
    func read(
        _ document: SourceDocument
    ) throws -> (Article, LanguageReader, [LanguageReader.Passage]) {
        // 1. Read: the page becomes an article, its kept blocks sentences with their trees.
        let article = try articles.article(document) {
            languages.identifier.mainLanguage(of: $0)?.language
        }
        guard let reader = readers[article.language] else {
            throw ReadingError(
                .unknownLanguage,
                at: document.place,
                "is in \(LanguageName.of(article.language)), which is not coded",
                cure: "Casus codes \(Self.languageNames); declare one with 'lang' if it is one."
            )
        }
        let lines = try reader.lines(of: article, languages.splitter(for: article.language))
        // 2. Analyse: parties and acts, sentence by sentence, remembering who was spoken of.
        var passages = reader.passages(lines, publication: article.publication)
        let firstPersons = FirstPersons(passages: passages).actors()
        if !firstPersons.isEmpty {
            passages = reader.passages(lines, publication: article.publication, firstPersons)
        }
        guard article.publication.interval == nil,
            let inferred = PublicationInference(passages, reader.leaders).publication
        else { return (article, reader, passages) }
        return (article.published(inferred), reader, passages)
    }
}
