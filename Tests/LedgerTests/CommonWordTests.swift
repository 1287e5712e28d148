import Diplomacy
import Foundation
import Testing

@testable import Ledger

/// Words that stand in more blocks than can be ranked while somebody waits.
struct CommonWordTests {
    @Test func `words that stand nearly everywhere find what was read last`() throws {
        let ledger = try Samples.ledger(
            Samples.iran("a1", document: "a.txt"),
            Samples.iran("b1", document: "b.txt")
        )
        var query = SearchQuery(words: "Iran")
        let best = try ledger.found(query)
        #expect(best.hits.count == 4)
        #expect(best.isRanked)
        query.mostRanked = 3
        let last = try ledger.found(query)
        #expect(!last.isRanked)
        #expect(last.hits.map(\.article.id) == ["b1", "b1", "a1", "a1"])
        #expect(last.hits.allSatisfy(best.hits.contains))
        // With a condition, as many are looked through as would be ranked.
        query.filter.language = "en"
        #expect(try ledger.search(query).map(\.article.id) == ["b1", "b1", "a1"])
    }

    @Test(arguments: 1...3)
    func `a beginning that stands for few words and one for many find all that begins so`(
        seed: Int
    ) throws {
        // Syllables by chance, so that some words begin hundreds of others.
        var state = UInt64(seed)
        func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let syllables = ["ma", "bo", "їж", "ü", "Zo", "ке", "e\u{301}", "лі"]
        func word() -> String {
            (0...below(4)).map { _ in syllables[below(syllables.count)] }.joined()
        }
        let texts = (0..<300).map { _ in (0..<6).map { _ in word() }.joined(separator: " ") }
        let ledger = try LedgerDatabase.inMemory()
        for (number, text) in texts.enumerated() {
            let coded = Samples.coded(
                Samples.article("a\(1000 + number)", [text], document: "\(number).txt")
            )
            _ = try ledger.record(coded, readOn: Samples.today, source: nil)
        }
        func plain(_ text: String) -> String {
            text.lowercased().decomposedStringWithCanonicalMapping
        }
        // Each of these is taken for the beginning of words, whole as it stands.
        for asked in ["ma", "bo", "їж", "Zo", "maboke", "ЇжMA", "ü", "e\u{301}", "лі"] {
            let isWhole = asked.precomposedStringWithCanonicalMapping.unicodeScalars.count < 5
            let stem = isWhole ? plain(asked) : plain(String(asked.dropLast(2)))
            let expected = texts.indices.reversed().filter { place in
                texts[place].split(separator: " ").contains { plain(String($0)).hasPrefix(stem) }
            }
            var query = SearchQuery(words: asked, limit: 400)
            let ranked = try ledger.found(query)
            query.mostRanked = 1
            let last = try ledger.found(query)
            let found = last.hits.map(\.article.id)
            #expect(last.isRanked == (expected.count <= 1), "\(asked)")
            #expect(ranked.isRanked)
            #expect(found == expected.map { "a\(1000 + $0)" }, "\(asked)")
            // The same words are lit, whichever way they were found.
            #expect(Set(last.hits.map(\.matches)) == Set(ranked.hits.map(\.matches)))
            // Of a few the last blocks alone are asked.
            for most in [1, 3, 20] {
                query.limit = most
                #expect(try ledger.search(query) == Array(last.hits.prefix(most)), "\(asked)")
            }
        }
    }

    @Test
    func
        `of words that stand nearly everywhere, what was known by a day is found behind what came later`()
        throws
    {
        func told(_ id: String, _ day: String) -> CodedArticle {
            Samples.coded(
                Samples.article(id, ["Iran spoke."], document: "\(id).txt", published: day)
            )
        }
        let ledger = try Samples.ledger(
            told("a1", "2025-06-01"),
            told("b1", "2025-06-02"),
            told("c1", "2025-06-10"),
            told("d1", "2025-06-11"),
            told("e1", "2025-06-12")
        )
        var query = SearchQuery(words: "Iran")
        query.mostRanked = 2
        query.filter.clocks.knownBy = Day(year: 2025, month: 6, day: 5)
        #expect(try ledger.search(query).map(\.article.id) == ["b1", "a1"])
        query.filter.clocks.knownBy = Day(year: 2025, month: 5, day: 5)
        #expect(try ledger.search(query).isEmpty)
    }
}
