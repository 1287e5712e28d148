import Diplomacy
import Foundation
import GRDB

/// Relates an article to those that the ledger holds, inside a transaction that the caller holds.
///
/// It is compared only with the few that `KinIndex` leads to, so the cost of an article does not grow with
/// the ledger, but for a longer search in the index.
struct RelayWriter {
    let database: Database
    let book: OutletBook

    /// Writes the sketch, the relays, the citations and the testimonies of an article anew; `isNew` where
    /// nothing of it can stand.
    func relate(
        article key: Int64,
        _ coded: CodedArticle,
        knownOn: Day,
        isNew: Bool = false
    ) throws {
        let article = coded.article
        if !isNew { try forget(key) }
        let sketched = SketchedArticle(article, knownOn: knownOn)
        let read = CitationReader(book: book).read(article)
        try compare(sketched, key, isTranslation: read.isTranslation)
        var citations = read.citations
        let reader = VoiceReader(book: book, citations: citations, own: book.key(of: article))
        for statement in coded.statements {
            let place = statement.evidence.range.lowerBound
            let cited = citations.first { !$0.isCredit && $0.isKnown && $0.range.contains(place) }
            let testimony = reader.testimony(of: statement, citation: cited)
            try insert(testimony, of: statement.id)
            // The coder may have heard an outlet that no phrase of the tables gives away.
            if let outlet = testimony.outlet, !citations.contains(where: { $0.outlet == outlet }) {
                citations.append(
                    Citation(
                        outlet: outlet,
                        name: testimony.outletName ?? outlet,
                        isKnown: true,
                        isCredit: false,
                        range: statement.evidence.range
                    )
                )
            }
        }
        for (position, citation) in citations.enumerated() {
            try insert(citation, of: key, position)
        }
    }

    /// The same for an article of which only quotes are known: its outlet and its voices stand as the lines
    /// tell them, and it is compared with nobody.
    func relate(
        importedArticle key: Int64,
        _ coded: CodedArticle,
        roots: [String: ImportedLine.RootPart]
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
        for statement in coded.statements {
            let read = reader.testimony(of: statement, citation: nil)
            let told = roots[statement.id].map { read.told($0, book: book, own: own) }
            try insert(told ?? read, of: statement.id)
        }
    }

    private func forget(_ key: Int64) throws {
        try KinIndex(database: database).forget(key)
        for table in ["sketch", "citation"] {
            try run("DELETE FROM \(table) WHERE articleKey = ?", [key])
        }
        try run("DELETE FROM relay WHERE articleKey = ? OR originKey = ?", [key, key])
    }

    // MARK: Kin

    private func compare(
        _ sketched: SketchedArticle,
        _ key: Int64,
        isTranslation: Bool
    ) throws {
        let article = sketched.article
        let filed = FiledSketch(sketched)
        let index = KinIndex(database: database)
        let kin = try index.copies(of: filed) + index.translations(of: filed)
        let outlet = book.name(ofOutletOf: article)
        try run(
            """
            INSERT INTO sketch (articleKey, version, outlet, outletName, isAggregator, isTranslation,
                copySignature, translationSignature, filedOn)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                key, ArticleSketch.version, book.key(of: article), outlet,
                outlet.flatMap { book.outlet($0) }?.kind == .aggregator, isTranslation,
                filed.copy.data, filed.translation.data, filed.knownOn,
            ]
        )
        try index.file(key, filed)
        for other in Set(kin).sorted() where other != key {
            try compare(sketched, with: other)
        }
    }

    private func compare(_ sketched: SketchedArticle, with other: Int64) throws {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT id, knownOn FROM article WHERE key = ?",
            arguments: [other]
        )
        guard let row, let article = try ArticleReader.article(row[0], database),
            let relay = RelayFinder().relay(
                sketched,
                SketchedArticle(article, knownOn: Day(number: row[1]))
            ),
            case .article(let origin) = relay.origin
        else { return }
        try run(
            """
            INSERT INTO relay (articleKey, originKey, reason, probability, detail)
            SELECT later.key, earlier.key, ?, ?, ? FROM article AS later, article AS earlier
            WHERE later.id = ? AND earlier.id = ?
            """,
            [relay.reason.rawValue, relay.probability, relay.detail, relay.article, origin]
        )
    }

    // MARK: Rows

    private func insert(_ citation: Citation, of key: Int64, _ position: Int) throws {
        try run(
            """
            INSERT INTO citation
                (articleKey, position, outlet, name, isKnown, isCredit, startByte, endByte)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                key, position, citation.outlet, citation.name, citation.isKnown,
                citation.isCredit, citation.range.lowerBound, citation.range.upperBound,
            ]
        )
    }

    private func insert(_ testimony: Testimony, of statement: String) throws {
        try run(
            """
            INSERT OR REPLACE INTO testimony
                (statementKey, kind, voice, name, actor, outlet, outletName)
            SELECT key, ?, ?, ?, ?, ?, ? FROM statement WHERE id = ?
            """,
            [
                testimony.kind.rawValue, testimony.voice, testimony.name,
                testimony.actor?.rawValue, testimony.outlet, testimony.outletName, statement,
            ]
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
                let writer = ArticleWriter(database: database)
                let key = try writer.key(ofArticle: id)
                try RelayWriter(database: database, book: book)
                    .relate(article: key, coded, knownOn: try writer.knownOn(key))
            }
        }
    }
}
