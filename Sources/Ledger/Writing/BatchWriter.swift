import Diplomacy
import GRDB

/// Writes articles in their order, inside a transaction that the caller holds.
///
/// Most are new, and what stands in the ledger plays no part for them but for their kin. So new articles in a row are
/// written together: the kin of all are looked for on another core, in what stood before the transaction,
/// while their rows are written here, and their bands are filed in the order of the index. What is written is the same
/// as one by one.
struct BatchWriter {
    /// A few are written sooner than another core has begun.
    private static let fewestAside = 8

    let database: Database
    /// Connections that see what stood before the transaction; nil where there is but one.
    let readers: DatabasePool?
    private let book: OutletBook?
    private let writer: ArticleWriter
    private let writesBefore: Int

    init(_ database: Database, readers: DatabasePool?, book: OutletBook?) throws {
        self.database = database
        self.book = book
        self.readers = readers
        writer = try ArticleWriter(database)
        writesBefore = database.totalChangesCount
    }

    func write(_ articles: [PreparedArticle]) throws -> [RecordOutcome] {
        var outcomes: [RecordOutcome] = []
        var newcomers: [PreparedArticle] = []
        var names: Set<String> = []
        func settle() throws {
            try add(newcomers)
            outcomes += newcomers.map { _ in .added }
            newcomers = []
            names = []
        }
        for article in articles {
            let own = [article.coded.article.id] + (article.source.map { [$0.hash] } ?? [])
            if names.isDisjoint(with: own), try isNew(article) {
                newcomers.append(article)
                names.formUnion(own)
            } else {
                try settle()
                outcomes.append(try replace(article))
            }
        }
        try settle()
        try writer.finish()
        return outcomes
    }

    /// Whether neither the article stands, nor one that another version of the coder made of its source.
    private func isNew(_ article: PreparedArticle) throws -> Bool {
        guard try writer.knownKey(ofArticle: article.coded.article.id) == nil else { return false }
        guard let source = article.source else { return true }
        return try !SourceWriter(database: database).hasOthers(source)
    }

    // MARK: New articles

    private func add(_ articles: [PreparedArticle]) throws {
        guard !articles.isEmpty else { return }
        let kin = try beginSearch(articles.compactMap(\.relations))
        var keys: [Int64] = []
        for article in articles {
            let (key, statements) = try writer.add(article)
            if let relations = article.relations {
                try RelayWriter(writer).put(relations, of: key, statements: statements)
            }
            if let source = article.source {
                try SourceWriter(database: database)
                    .stamp(source, readOn: article.readOn, article: key)
            }
            keys.append(key)
        }
        let (bands, relays) = try kin()
        try KinIndex(database: database).file(bands, of: keys)
        for relay in relays { try RelayWriter(writer).put(relay) }
        for key in keys { try ReviewWriter(database: database, book: book).match(article: key) }
    }

    /// Looks for the kin, on another core where that is worth it; who asks for them waits.
    private func beginSearch(
        _ relations: [ArticleRelations]
    ) throws -> () throws -> (SortedBands, [Relay]) {
        if let readers, relations.count >= Self.fewestAside,
            database.totalChangesCount == writesBefore
        {
            let aside = Aside {
                (
                    SortedBands(relations.map(\.filed)),
                    try readers.read { try KinSearch(relations).relays($0) }
                )
            }
            return { try aside.value() }
        }
        let found = (
            SortedBands(relations.map(\.filed)), try KinSearch(relations).relays(database)
        )
        return { found }
    }

    // MARK: Articles that stand

    private func replace(_ article: PreparedArticle) throws -> RecordOutcome {
        var (outcome, key, statements) = try writer.put(article)
        if let relations = article.relations, let statements {
            try RelayWriter(writer).relate(
                article: key,
                relations.known(on: try writer.knownOn(key)),
                statements: statements
            )
        }
        var replaced: [String] = []
        if let source = article.source {
            let sources = SourceWriter(database: database)
            try sources.stamp(source, readOn: article.readOn, article: key)
            for old in try sources.giveWay(to: key, source) {
                replaced += try writer.delete(article: old)
                outcome = .replaced
            }
        }
        if outcome != .unchanged {
            try ReviewWriter(database: database, book: book)
                .match(article: key, insteadOf: replaced)
        }
        return outcome
    }
}
