import Diplomacy
import GRDB

/// The rows of which an article has many, each kind with its compiled statement; valid for one transaction.
struct ArticleRows {
    let article: RowWriter
    let block: RowWriter
    let words: RowWriter
    let statement: RowWriter
    let voice: RowWriter
    let testimony: RowWriter
    let sketch: RowWriter
    let citation: RowWriter

    init(_ database: Database) throws {
        func rows(_ start: String, _ columns: String) throws -> RowWriter {
            try RowWriter(start, columns: columns, database)
        }
        article = try rows(
            "INSERT INTO article",
            """
            id, text, document, outlet, address, byline, title, language, publication,
            publishedFirst, publishedLast, publicationReasons, sourceMap, readOn, knownOn
            """
        )
        block = try rows(
            "INSERT INTO block",
            "articleKey, position, startByte, endByte, role, discard"
        )
        words = try rows("INSERT INTO blockSearch", "rowid, words")
        statement = try rows(
            "INSERT INTO statement",
            """
            id, articleKey, position, source, target, act, kind, polarity, modality, date, firstDay,
            lastDay, isApproximate, trueFrom, startByte, endByte, quote, sourceStart, sourceEnd,
            confidence, marks, trail
            """
        )
        voice = try rows("INSERT INTO voice", "statementKey, position, name, folded, actor")
        testimony = try rows(
            "INSERT OR REPLACE INTO testimony",
            "statementKey, kind, voice, name, actor, outlet, outletName"
        )
        sketch = try rows(
            "INSERT INTO sketch",
            """
            articleKey, version, outlet, outletName, isAggregator, isTranslation, copySignature,
            translationSignature, filedOn
            """
        )
        citation = try rows(
            "INSERT INTO citation",
            "articleKey, position, outlet, name, isKnown, isCredit, startByte, endByte"
        )
    }

    func add(_ prepared: PreparedArticle) throws {
        let (one, columns) = (prepared.coded.article, prepared.columns)
        let interval = one.publication.interval
        article.add(one.id)
        article.add(one.text)
        article.add(one.document)
        article.add(one.outlet)
        article.add(one.address)
        article.add(one.byline)
        article.add(one.title)
        article.add(one.language)
        article.add(columns.publication)
        article.add(interval?.first.number)
        article.add(interval?.last.number)
        article.add(columns.reasons)
        article.add(columns.sourceMap)
        article.add(prepared.readOn.number)
        article.add(one.knownOn(readOn: prepared.readOn).number)
        try article.write()
    }

    func add(_ one: Block, of article: Int64, _ position: Int) throws {
        block.add(article)
        block.add(position)
        block.add(one.range.lowerBound)
        block.add(one.range.upperBound)
        block.add(one.role.rawValue)
        block.add(one.discard?.rawValue)
        try block.write()
    }

    func add(_ indexed: Substring, ofBlock key: Int64) throws {
        words.add(key)
        words.add(indexed)
        try words.write()
    }

    func add(
        _ one: Diplomacy.Statement,
        _ columns: StatementColumns,
        of article: Int64,
        _ position: Int,
        knownOn: Int
    ) throws {
        let (date, evidence) = (one.date, one.evidence)
        statement.add(one.id)
        statement.add(article)
        statement.add(position)
        statement.add(one.source.rawValue)
        statement.add(one.target?.rawValue)
        statement.add(one.act.rawValue)
        statement.add(one.kind?.rawValue)
        statement.add(one.polarity.rawValue)
        statement.add(one.modality.rawValue)
        statement.add(columns.date)
        statement.add(date?.first.number)
        statement.add(date?.last.number)
        statement.add(date?.isApproximate ?? false)
        statement.add(date?.first.number ?? knownOn)
        statement.add(evidence.range.lowerBound)
        statement.add(evidence.range.upperBound)
        statement.add(evidence.quote)
        statement.add(evidence.sourceScalars.lowerBound)
        statement.add(evidence.sourceScalars.upperBound)
        statement.add(one.confidence)
        statement.add(columns.marks)
        statement.add(columns.trail)
        try statement.write()
    }

    func add(_ one: Voice, folded: String, of statement: Int64, _ position: Int) throws {
        voice.add(statement)
        voice.add(position)
        voice.add(one.name)
        voice.add(folded)
        voice.add(one.actor?.rawValue)
        try voice.write()
    }

    func add(_ one: Testimony, of statement: Int64) throws {
        testimony.add(statement)
        testimony.add(one.kind.rawValue)
        testimony.add(one.voice)
        testimony.add(one.name)
        testimony.add(one.actor?.rawValue)
        testimony.add(one.outlet)
        testimony.add(one.outletName)
        try testimony.write()
    }

    func add(_ one: ArticleRelations, of article: Int64) throws {
        sketch.add(article)
        sketch.add(ArticleSketch.version)
        sketch.add(one.outlet)
        sketch.add(one.outletName)
        sketch.add(one.isAggregator)
        sketch.add(one.isTranslation)
        sketch.add(one.copySignature)
        sketch.add(one.translationSignature)
        sketch.add(one.filed.knownOn)
        try sketch.write()
    }

    func add(_ one: Citation, of article: Int64, _ position: Int) throws {
        citation.add(article)
        citation.add(position)
        citation.add(one.outlet)
        citation.add(one.name)
        citation.add(one.isKnown)
        citation.add(one.isCredit)
        citation.add(one.range.lowerBound)
        citation.add(one.range.upperBound)
        try citation.write()
    }
}

/// The rows by which an article is found, each kind with its compiled statement; valid for one transaction.
struct BandRows {
    let copyBand: RowWriter
    let translationBand: RowWriter

    init(_ database: Database, copies table: KinIndex.CopyBands) throws {
        copyBand = try RowWriter(
            "INSERT OR IGNORE INTO \(table.rawValue)",
            columns: "hash, articleKey",
            database
        )
        translationBand = try RowWriter(
            "INSERT OR IGNORE INTO translationBand",
            columns: "period, language, hash, knownOn, articleKey",
            database
        )
    }

    func add(copyBand hash: Int64, of article: Int64) throws {
        copyBand.add(hash)
        copyBand.add(article)
        try copyBand.write()
    }

    func add(translationBand hash: Int64, _ sketch: FiledSketch, of article: Int64) throws {
        translationBand.add(sketch.period)
        translationBand.add(sketch.language)
        translationBand.add(hash)
        translationBand.add(sketch.knownOn)
        translationBand.add(article)
        try translationBand.write()
    }
}
