import Diplomacy
import Ledger
import Testing

struct RecordTests {
    @Test func `what goes in comes out equal`() throws {
        let coded = Samples.iran()
        let ledger = try Samples.ledger(coded)
        #expect(try ledger.article("a1") == coded.article)
        #expect(try ledger.statements(ofArticle: "a1") == coded.statements)
        #expect(try ledger.omissions(ofArticle: "a1") == coded.omissions)
        #expect(try ledger.check() == [])
    }

    @Test func `the same article again changes nothing`() throws {
        let ledger = try LedgerDatabase.inMemory()
        let source = Samples.stamp("h1")
        #expect(try ledger.record(Samples.iran(), readOn: Samples.today, source: source) == .added)
        let before = try ledger.counts()
        let later = Samples.today.advanced(by: 3)
        #expect(try ledger.record(Samples.iran(), readOn: later, source: source) == .unchanged)
        #expect(try ledger.counts() == before)
        #expect(try ledger.articles().first?.readOn == Samples.today)
    }

    @Test func `the same article in another file is the same and keeps its first name`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let copy = Samples.iran(document: "b.txt")
        #expect(
            try ledger.record(copy, readOn: Samples.today, source: Samples.stamp("h2"))
                == .unchanged
        )
        #expect(try ledger.article("a1")?.document == "a.txt")
        #expect(try ledger.hasRead(Samples.stamp("h2")))
    }

    @Test func `another coding of an article replaces the first and keeps its day`() throws {
        let first = Samples.iran()
        let ledger = try Samples.ledger(first)
        let second = Samples.coded(
            first.article,
            [Samples.statement("new", in: first.article, "Israel attacked Iran")]
        )
        let later = Samples.today.advanced(by: 30)
        #expect(try ledger.record(second, readOn: later, source: nil) == .replaced)
        #expect(try ledger.statements(ofArticle: "a1") == second.statements)
        #expect(try ledger.omissions(ofArticle: "a1") == [])
        #expect(try ledger.statement("a1s1") == nil)
        #expect(try ledger.articles().first?.readOn == Samples.today)
        #expect(try ledger.check() == [])
    }

    @Test func `other blocks of an article change what search finds`() throws {
        let first = Samples.iran()
        let ledger = try Samples.ledger(first)
        #expect(try ledger.search(SearchQuery(words: "street")).isEmpty)
        let all = Article(
            id: "a1",
            document: "a.txt",
            outlet: first.article.outlet,
            address: first.article.address,
            byline: nil,
            title: "Ally in name",
            language: "en",
            publication: first.article.publication,
            text: first.article.text,
            blocks: [Block(range: 0..<first.article.text.utf8.count, role: .paragraph)],
            sourceMap: .identity
        )
        #expect(
            try ledger.record(Samples.coded(all), readOn: Samples.today, source: nil) == .replaced
        )
        #expect(try ledger.search(SearchQuery(words: "street")).count == 1)
        #expect(try ledger.check() == [])
    }

    @Test func `a source is read once for each version of the coder, wherever it lies`() throws {
        let ledger = try LedgerDatabase.inMemory()
        let source = Samples.stamp("h1")
        #expect(try !ledger.hasRead(source))
        _ = try ledger.record(Samples.iran(), readOn: Samples.today, source: source)
        #expect(try ledger.hasRead(source))
        #expect(
            try ledger.hasRead(SourceStamp(hash: "h1", place: "elsewhere", coderVersion: "1"))
        )
        #expect(try !ledger.hasRead(Samples.stamp("h1", version: "2")))
        #expect(try !ledger.hasRead(Samples.stamp("h2")))
    }

    @Test func `a new version that reads another text of a source replaces the article`() throws {
        let ledger = try LedgerDatabase.inMemory()
        _ = try ledger.record(
            Samples.iran("a1"),
            readOn: Samples.today,
            source: Samples.stamp("h1")
        )
        _ = try ledger.record(
            Samples.iran("a2"),
            readOn: Samples.today,
            source: Samples.stamp("h2")
        )
        let source = Samples.stamp("h1", version: "2")
        #expect(
            try ledger.record(Samples.iran("a3"), readOn: Samples.today, source: source)
                == .replaced
        )
        #expect(try ledger.articles().map(\.id) == ["a2", "a3"])
        #expect(try ledger.search(SearchQuery(words: "Peskov")).count == 2)
        #expect(try ledger.check() == [])
    }

    @Test func `an article that another source also has does not give way`() throws {
        let ledger = try LedgerDatabase.inMemory()
        for hash in ["h1", "h2"] {
            _ = try ledger.record(
                Samples.iran("a1"),
                readOn: Samples.today,
                source: Samples.stamp(hash)
            )
        }
        let source = Samples.stamp("h1", version: "2")
        #expect(
            try ledger.record(Samples.iran("a3"), readOn: Samples.today, source: source) == .added
        )
        #expect(try ledger.articles().map(\.id) == ["a1", "a3"])
        // When the new version has read the other source too, nothing holds the old article.
        let other = Samples.stamp("h2", version: "2")
        #expect(
            try ledger.record(Samples.iran("a3"), readOn: Samples.today, source: other) == .replaced
        )
        #expect(try ledger.articles().map(\.id) == ["a3"])
    }

    @Test func `a skip is counted once and goes when the source is read at last`() throws {
        let ledger = try LedgerDatabase.inMemory()
        let source = Samples.stamp("h1")
        for _ in 1...2 {
            try ledger.recordSkip(
                source,
                place: source.place,
                reason: "no text",
                readOn: Samples.today
            )
            try ledger.recordSkip(
                nil,
                place: "-",
                reason: "no article in line 3",
                readOn: Samples.today
            )
        }
        #expect(try ledger.counts().skips == 2)
        #expect(try ledger.skips().map(\.place) == ["-", "news/h1.txt"])
        #expect(try ledger.hasRead(source))
        _ = try ledger.record(
            Samples.iran(),
            readOn: Samples.today,
            source: Samples.stamp("h1", version: "2")
        )
        #expect(try ledger.skips().map(\.place) == ["-"])
    }

    @Test func `counts say how much there is, by language`() throws {
        let german = Samples.article("d1", ["Berlin half Kiew."], language: "de")
        let ledger = try Samples.ledger(Samples.iran(), Samples.coded(german))
        #expect(
            try ledger.counts()
                == LedgerCounts(
                    articles: 2,
                    statements: 2,
                    notDone: 1,
                    omissions: 1,
                    skips: 0,
                    languages: [
                        .init(language: "de", articles: 1, statements: 0),
                        .init(language: "en", articles: 1, statements: 2),
                    ]
                )
        )
    }

    @Test func `a refused record leaves nothing behind`() throws {
        let other = Samples.article("b1", ["Another text that is long enough to hold the quote."])
        let article = Samples.article("a1", ["Russia sent troops to Iran."])
        let twice = Samples.statement("s1", in: article, "sent troops")
        let cases: [(String, CodedArticle)] = [
            (
                "of article b1",
                Samples.coded(article, [Samples.statement("s1", in: other, "Another")])
            ),
            ("two statements", Samples.coded(article, [twice, twice])),
            ("NUL", Samples.coded(Samples.article("a1", ["Rus\0sia"]))),
            (
                "confidence",
                Samples.coded(
                    article,
                    [Samples.statement("s1", in: article, "sent troops", confidence: 1.5)]
                )
            ),
        ]
        for (problem, coded) in cases {
            let ledger = try LedgerDatabase.inMemory()
            let error = #expect(throws: LedgerError.self) {
                try ledger.record(coded, readOn: Samples.today, source: Samples.stamp("h1"))
            }
            #expect(error?.kind == .refused)
            #expect(error?.description.contains(problem) == true)
            #expect(try ledger.counts().articles == 0)
            #expect(try !ledger.hasRead(Samples.stamp("h1")))
        }
    }
}
