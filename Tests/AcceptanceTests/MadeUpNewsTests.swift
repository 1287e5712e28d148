import Diplomacy
import Scoring
import Testing

/// The news that large ledgers are made of.
struct MadeUpNewsTests {
    private static let parties = ["USA", "RUS", "IRN", "ARM", "TUR"].map { ActorCode($0) }

    @Test func `the same options make the same news, another seed makes other`() {
        let one = MadeUpNews(statements: 300, parties: Self.parties)
        let other = MadeUpNews(statements: 300, parties: Self.parties)
        #expect((0..<one.count).allSatisfy { one.article($0) == other.article($0) })
        let third = MadeUpNews(statements: 300, parties: Self.parties, seed: 2)
        #expect(third.article(0) != one.article(0))
    }

    @Test func `quotes are the words they stand for, ids are new, days go up`() {
        let news = MadeUpNews(statements: 500, parties: Self.parties)
        var ids: Set<String> = []
        var last = Int.min
        for number in 0..<news.count {
            let coded = news.article(number)
            #expect(coded.statements.count == MadeUpNews.statements)
            for statement in coded.statements {
                #expect(ids.insert(statement.id).inserted)
                #expect(
                    coded.article.words(at: statement.evidence.range) == statement.evidence.quote
                )
                #expect(statement.source != statement.target)
            }
            let day = coded.article.publication.interval?.first.number ?? .min
            #expect(day >= last)
            last = day
        }
    }

    @Test func `one article in eight repeats the one before`() {
        let news = MadeUpNews(statements: 400, parties: Self.parties)
        let repeated = (1..<news.count).filter { number in
            news.article(number).article.text == news.article(number - 1).article.text
        }
        #expect(repeated == [7, 15, 23, 31, 39])
    }

    @Test func `the first party is told of most`() {
        let news = MadeUpNews(statements: 2_000, parties: Self.parties)
        let sources = (0..<news.count).flatMap { news.article($0).statements.map(\.source) }
        let counts = Self.parties.map { party in sources.count { $0 == party } }
        #expect(counts == counts.sorted(by: >))
    }
}
