package import Diplomacy
import GRDB

extension LedgerDatabase {
    /// Writes down an article with everything that was found in it.
    ///
    /// After it the article stands with exactly these statements and omissions; the same again
    /// changes nothing.
    /// What persons decided on its statements is matched with them again, see `DecisionMatcher`.
    ///
    /// The same article under another file's name (`document`) is the same: the first name stays, as
    /// does the first day of reading. Where an earlier version of the coder made another article of
    /// the same source (another text, so another id), that one gives way.
    ///
    /// `readOn` is the day of reading, from which an undated article is known; `source` is what
    /// `hasRead` answers for afterwards. The article is related to those before and after it that are
    /// like it, see `RelayFinder`. About 7 ms for 20 blocks and 20 statements.
    package func record(
        _ coded: CodedArticle,
        readOn: Day,
        source: SourceStamp?
    ) throws -> RecordOutcome {
        try record([prepared(coded, readOn: readOn, source: source)])[0]
    }

    /// Makes of an article all that can be made without asking the ledger; for `record`, on any thread.
    ///
    /// Throws where the article contradicts itself. About 0.3 ms for ten statements.
    package func prepared(
        _ coded: CodedArticle,
        readOn: Day,
        source: SourceStamp? = nil
    ) throws -> PreparedArticle {
        try refuseContradictions(in: coded)
        return try PreparedArticle(coded, readOn: readOn, source: source, book: book)
    }

    /// Writes down several articles in their order as one transaction: all of them stand afterwards, or none.
    ///
    /// What stands is the same as after one by one, at a third of the cost.
    package func record(_ articles: [PreparedArticle]) throws -> [RecordOutcome] {
        try write { database in
            try BatchWriter(database, readers: store as? DatabasePool, book: book).write(articles)
        }
    }

    /// Writes down many articles, each `together` as one transaction; while some are written, another core prepares
    /// the next.
    ///
    /// A run that is stopped leaves whole transactions.
    package func record(
        _ articles: [(coded: CodedArticle, readOn: Day)],
        together: Int = 1000
    ) throws {
        let starts = stride(from: 0, to: articles.count, by: together)
        let batches = starts.map { articles[$0..<min($0 + together, articles.count)] }
        func prepare(_ place: Int) -> Aside<[PreparedArticle]>? {
            guard place < batches.count else { return nil }
            let batch = batches[place]
            // All cores help while there is nothing to write yet.
            return Aside {
                try sideBySide(Array(batch)) { try prepared($0.coded, readOn: $0.readOn) }
            }
        }
        var next = prepare(0)
        for place in batches.indices {
            guard let articles = try next?.value() else { return }
            next = prepare(place + 1)
            _ = try record(articles)
        }
    }

    /// What the schema cannot see: positions outside the text, and statements of another article.
    private func refuseContradictions(in coded: CodedArticle) throws {
        let article = coded.article
        let length = article.text.utf8.count
        func refuse(_ problem: String) -> LedgerError {
            LedgerError(
                .refused,
                place: "article \(article.id) ('\(article.document)')",
                problem: problem,
                cure: "This is a mistake of the program that coded it; please report it."
            )
        }
        // SQLite ends a text at its first NUL, so every position after it would be lost.
        if let place = article.text.utf8.firstIndex(of: 0) {
            let byte = article.text.utf8.distance(from: article.text.utf8.startIndex, to: place)
            throw refuse("has a NUL character at byte \(byte) of its text")
        }
        let evidence = coded.statements.map {
            ("statement \($0.id)", $0.evidence.article, $0.evidence.range)
        }
        let ties = coded.ties.map { ("tie \($0.id)", $0.evidence.article, $0.evidence.range) }
        let people = coded.people.map { ("a person", $0.evidence.article, $0.evidence.range) }
        let omissions = coded.omissions.map { ("an omission", $0.article, $0.range) }
        let blocks = article.blocks.map { ("a block", article.id, $0.range) }
        for (name, owner, range) in evidence + ties + people + omissions + blocks {
            if owner != article.id { throw refuse("has \(name) of article \(owner)") }
            if range.lowerBound < 0 || range.upperBound > length {
                throw refuse("has \(name) at bytes \(range) of a text of \(length)")
            }
        }
        var seen: Set<String> = []
        for statement in coded.statements where !seen.insert(statement.id).inserted {
            throw refuse("has two statements of the id \(statement.id)")
        }
        for tie in coded.ties where !seen.insert(tie.id).inserted {
            throw refuse("has two ties of the id \(tie.id)")
        }
    }
}
