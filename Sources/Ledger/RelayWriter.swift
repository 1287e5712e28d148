import Diplomacy
import Foundation
import GRDB

/// Relates articles to those that the ledger holds, inside a transaction that the caller holds.
///
/// An article is compared only with the few that `KinIndex` leads to, so its cost does not grow with
/// the ledger, but for a longer search in the index.
struct RelayWriter {
    let writer: ArticleWriter

    private var database: Database { writer.database }

    init(_ writer: ArticleWriter) {
        self.writer = writer
    }

    /// Writes the sketch, the relays, the citations and the testimonies of an article anew.
    func relate(
        article key: Int64,
        _ relations: ArticleRelations,
        statements: [Int64]
    ) throws {
        try forget(key)
        let relays = try KinSearch([relations]).relays(database)
        try put(relations, of: key, statements: statements)
        try KinIndex(database: database).file(SortedBands([relations.filed]), of: [key])
        for relay in relays { try put(relay) }
    }

    /// The same for an article of which only quotes are known: its outlet and its voices stand as the lines
    /// tell them, and it is compared with nobody.
    func relate(
        importedArticle key: Int64,
        _ coded: CodedArticle,
        statements: [Int64],
        roots: [String: ImportedLine.RootPart],
        book: OutletBook
    ) throws {
        let own = book.key(of: coded.article)
        try run(
            """
            INSERT INTO sketch (articleKey, version, outlet, outletName, isAggregator, isTranslation,
                copySignature, translationSignature)
            VALUES (?, ?, ?, ?, 0, 0, x'', x'')
            """,
            [key, ArticleSketch.version, own, book.name(ofOutletOf: coded.article)]
        )
        let reader = VoiceReader(book: book, citations: [], own: own)
        for (key, statement) in zip(statements, coded.statements) {
            let read = reader.testimony(of: statement, citation: nil)
            let told = roots[statement.id].map { read.told($0, book: book, own: own) }
            try writer.rows.add(told ?? read, of: key)
        }
    }

    private func forget(_ key: Int64) throws {
        try KinIndex(database: database).forget(key)
        for table in ["sketch", "citation"] {
            try run("DELETE FROM \(table) WHERE articleKey = ?", [key])
        }
        try run("DELETE FROM relay WHERE articleKey = ? OR originKey = ?", [key, key])
    }

    // MARK: Rows

    /// Writes what stands in the article alone, of which nothing may stand: all but bands and relays.
    func put(_ relations: ArticleRelations, of key: Int64, statements: [Int64]) throws {
        try writer.rows.add(relations, of: key)
        for (statement, testimony) in zip(statements, relations.testimonies) {
            try writer.rows.add(testimony, of: statement)
        }
        for (position, citation) in relations.citations.enumerated() {
            try writer.rows.add(citation, of: key, position)
        }
    }

    /// Writes an edge between two articles that stand.
    func put(_ relay: Relay) throws {
        guard case .article(let origin) = relay.origin else { return }
        try run(
            """
            INSERT INTO relay (articleKey, originKey, reason, probability, detail)
            SELECT later.key, earlier.key, ?, ?, ? FROM article AS later, article AS earlier
            WHERE later.id = ? AND earlier.id = ?
            """,
            [relay.reason.rawValue, relay.probability, relay.detail, relay.article, origin]
        )
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension Testimony {
    /// The same with the kind and the outlet that an imported root tells.
    fileprivate func told(
        _ root: ImportedLine.RootPart,
        book: OutletBook,
        own: String?
    ) -> Testimony {
        let carrier = root.kind == .account ? root.name : root.outlet
        let key = carrier.flatMap { book.key(ofOutlet: $0) }
        let isOwn = key == own
        return Testimony(
            kind: root.kind,
            voice: root.kind == .account ? "" : voice,
            name: root.kind == .account ? nil : root.name ?? name,
            actor: root.kind == .account ? nil : actor,
            outlet: isOwn ? nil : key ?? outlet,
            outletName: isOwn ? nil : carrier ?? outletName
        )
    }
}

extension LedgerDatabase {
    /// Relates the articles that no version, or an older one, has related; one transaction each, so a
    /// run that is stopped goes on where it was.
    func relateWhatIsLeft() throws {
        guard let book else { return }
        let left = try read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT article.id FROM article
                    LEFT JOIN sketch ON sketch.articleKey = article.key AND sketch.version = ?
                    WHERE sketch.articleKey IS NULL
                        AND article.key NOT IN (SELECT articleKey FROM importedArticle)
                    ORDER BY article.knownOn, article.id
                    """,
                arguments: [ArticleSketch.version]
            )
        }
        for id in left {
            try write { database in
                guard let article = try ArticleReader.article(id, database) else { return }
                let coded = CodedArticle(
                    article: article,
                    statements: try StatementReader.coded(ofArticle: id, database),
                    omissions: []
                )
                let writer = try ArticleWriter(database)
                let key = try writer.key(ofArticle: id)
                let knownOn = try writer.knownOn(key)
                try RelayWriter(writer).relate(
                    article: key,
                    ArticleRelations(coded, knownOn: knownOn, book: book),
                    statements: try writer.statementKeys(ofArticle: key)
                )
            }
        }
    }
}
