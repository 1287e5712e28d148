import Testing

@testable import Language

struct WordPiecesTests {
    private func pieces(_ form: String) -> Set<UInt32> {
        Set(WordPieces.pieces(of: form, key: WordPieces.key(form)))
    }

    @Test func `a word is known whatever its capitals and its digits`() {
        #expect(WordPieces.key("Berlin") == WordPieces.key("BERLIN"))
        #expect(WordPieces.key("1985") == WordPieces.key("2026"))
        #expect(WordPieces.key("п’ять") == WordPieces.key("п'ять"))
    }

    @Test func `words with one ending share pieces`() {
        #expect(!pieces("переговорами").isDisjoint(with: pieces("договорами")))
        #expect(pieces("walking").intersection(pieces("talking")).count > 5)
    }

    @Test func `related languages share the beginnings of their words`() {
        let shared = pieces("переговори").intersection(pieces("переговоры"))
        let unrelated = pieces("переговори").intersection(pieces("виборців"))
        #expect(shared.count > unrelated.count + 5)
        #expect(!pieces("підтримка").isEmpty)
    }

    @Test func `no length and no scalar is too much`() {
        let long = String(repeating: "дуже", count: 50_000)
        #expect(pieces(long).count < 200)
        for odd in ["", "\u{301}", "👨‍👩‍👧", "\u{FEFF}", "🇺🇦"] { #expect(!pieces(odd).isEmpty) }
    }

    @Test func `a table finds what it holds and nothing else`() throws {
        let table = HashTable([7, 1 << 20, 7 + 16, .max])
        #expect([7, 1 << 20, 23, .max].map { table.row($0) } == [1, 2, 3, 4])
        #expect(table.row(39) == 0)
        #expect(table.rows == 5)
        let same = try #require(HashTable(places: table.places))
        #expect(same.row(.max) == 4)
    }

    @Test(arguments: [[], [1], [0, 0, 0, 0, 0, 0], [5, 1, 6, 2], [5, 9, 0, 0]] as [[UInt32]])
    func `places that are no table are refused`(_ places: [UInt32]) {
        #expect(HashTable(places: places) == nil)
    }
}
