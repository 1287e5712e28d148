import Diplomacy
import Foundation
import GRDB

/// Relates an article to those that the ledger holds, inside a transaction that the caller holds.
///
/// It is compared only with the few that share a band of a signature with it, so the cost of an article
/// does not grow with the ledger, but for a longer search in the index.
struct RelayWriter {
    /// The most articles that one is compared with, those that share most bands first.
    ///
    /// A story that more have copied is a circle of copies: each still meets forty of them.
    static let mostCompared = 40

    let database: Database
    let book: OutletBook

    /// Writes the sketch, the relays, the citations and the testimonies of an article anew.
    func relate(article key: Int64, _ coded: CodedArticle) throws {
        let article = coded.article
        for table in ["sketch", "band", "citation"] {
            try run("DELETE FROM \(table) WHERE articleKey = ?", [key])
        }
        try run("DELETE FROM relay WHERE articleKey = ? OR originKey = ?", [key, key])
        let knownOn = try Int.fetchOne(
            database,
            sql: "SELECT knownOn FROM article WHERE key = ?",
            arguments: [key]
        )
        guard let knownOn else { preconditionFailure("the article has just been written") }
        let sketched = SketchedArticle(article, knownOn: Day(number: knownOn))
        let citer = CitationReader(book: book)
        try compare(sketched, key, isTranslation: citer.isTranslation(article))
        var citations = citer.citations(in: article)
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

    // MARK: Kin

    private func compare(
        _ sketched: SketchedArticle,
        _ key: Int64,
        isTranslation: Bool
    ) throws {
        let article = sketched.article
        let copy = sketched.sketch.copySignature
        let translation = sketched.sketch.translationSignature
        let copyBands = copy.bands.map { $0 & ~1 }
        let translationBands = translation.bands.map { $0 | 1 }
        let known = sketched.knownOn.number
        var kin = try self.kin(copyBands, Int.min...Int.max)
        let days = RelayFinder.translationDays
        kin += try self.kin(translationBands, (known - days)...(known + days))
        let outlet = book.name(ofOutletOf: article)
        try run(
            """
            INSERT INTO sketch (articleKey, version, outlet, outletName, isAggregator, isTranslation,
                copySignature, translationSignature)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                key, ArticleSketch.version, book.key(of: article), outlet,
                outlet.flatMap { book.outlet($0) }?.kind == .aggregator, isTranslation,
                copy.data, translation.data,
            ]
        )
        for band in Set(copyBands + translationBands) {
            try run(
                "INSERT INTO band (hash, knownOn, articleKey) VALUES (?, ?, ?)",
                [band, known, key]
            )
        }
        for other in Set(kin).sorted() where other != key {
            try compare(sketched, with: other)
        }
    }

    private func kin(_ bands: [Int64], _ days: ClosedRange<Int>) throws -> [Int64] {
        guard !bands.isEmpty else { return [] }
        return try SQLRequest<Int64>(literal: Self.sharers(of: bands, days), cached: true)
            .fetchAll(database)
    }

    /// The query for the articles that share one of the bands, those that share most first.
    static func sharers(of bands: [Int64], _ days: ClosedRange<Int>) -> SQL {
        """
        SELECT articleKey FROM band
        WHERE hash IN \(bands) AND knownOn BETWEEN \(days.lowerBound) AND \(days.upperBound)
        GROUP BY articleKey ORDER BY COUNT(*) DESC, articleKey LIMIT \(mostCompared)
        """
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

extension MinHash {
    /// Four bytes a value, the least significant first.
    fileprivate var data: Data {
        var data = Data(capacity: 4 * values.count)
        for value in values {
            for shift in stride(from: 0, to: 32, by: 8) {
                data.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
            }
        }
        return data
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
                let key = try ArticleWriter(database: database).key(ofArticle: id)
                try RelayWriter(database: database, book: book).relate(article: key, coded)
            }
        }
    }
}
