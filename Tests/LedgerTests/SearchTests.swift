import Diplomacy
import Foundation
import Testing
import Text

@testable import Ledger

struct SearchTests {
    private let texts = [
        ("en", "Russia promised weapons to Tehran. The promise was not kept."),
        ("uk", "Київ не отримав допомоги: об’єкт у Львові. Її чекали союзники їхньої країни."),
        ("ru", "Песков заявил о помощи Ирану, но военной поддержки не было."),
        (
            "de",
            "Das Bündnis gewährte der Ukraine militärische Unterstützung, sagte Außenministerin Baerbock."
        ),
    ]

    private func ledger() throws -> LedgerDatabase {
        let ledger = try LedgerDatabase.inMemory()
        for (language, text) in texts {
            let article = Samples.article(language, ["Lead.", text], language: language)
            let quote = String(text.prefix(20))
            _ = try ledger.record(
                Samples.coded(
                    article,
                    [Samples.statement("\(language)s", in: article, quote)]
                ),
                readOn: Samples.today,
                source: nil
            )
        }
        return ledger
    }

    @Test func `inflected words are found in each language`() throws {
        let ledger = try ledger()
        let cases: [(String, [String])] = [
            ("promises", ["en"]), ("weapon russian", ["en"]), ("weapon Ukraine", []),
            ("weapon Tehran", ["en"]),
            ("допомога", ["uk"]), ("союзника країна", ["uk"]), ("ДОПОМОГУ", ["uk"]),
            ("помощь Иран", ["ru"]), ("Иран помощью", ["ru"]), ("поддержка песк", ["ru"]),
            ("Bündnisse", ["de"]), ("militärischen Ukraine", ["de"]), ("Unterstütz", ["de"]),
            ("AUSSENMINISTERIN", []), ("Außenministerium", ["de"]),
            ("weap", ["en"]), ("no such words", []),
        ]
        for (words, expected) in cases {
            #expect(
                try ledger.search(SearchQuery(words: words)).map(\.article.id) == expected,
                "\(words)"
            )
        }
    }

    @Test func `ї and і, й and и, ü and u are different letters in either form`() throws {
        let ledger = try ledger()
        #expect(try ledger.search(SearchQuery(words: "Киів")).isEmpty)
        #expect(try ledger.search(SearchQuery(words: "Bundnis")).isEmpty)
        // The same letters, decomposed.
        #expect(try ledger.search(SearchQuery(words: "Ки\u{0456}\u{0308}в")).count == 1)
        #expect(try ledger.search(SearchQuery(words: "Bu\u{0308}ndnis")).count == 1)
    }

    @Test func `an apostrophe is an apostrophe however it is written`() throws {
        let ledger = try ledger()
        for word in ["об'єкт", "об’єкта", "обʼєкт"] {
            #expect(try ledger.search(SearchQuery(words: word)).count == 1, "\(word)")
        }
    }

    @Test func `a phrase in quotation marks is found as it stands`() throws {
        let ledger = try ledger()
        let cases: [(String, Int)] = [
            ("\"promised weapons\"", 1), ("\"weapons promised\"", 0), ("\"promise weapons\"", 0),
            ("«военной поддержки»", 1), ("„Ukraine militärische“", 1),
            ("\"promised weapons\" Tehran", 1), ("\"promised weapons", 1),
        ]
        for (words, count) in cases {
            #expect(try ledger.search(SearchQuery(words: words)).count == count, "\(words)")
        }
    }

    @Test func `a hit says where its words stand`() throws {
        let ledger = try ledger()
        let hit = try #require(try ledger.search(SearchQuery(words: "помощь Иран")).first)
        let article = try #require(try ledger.article("ru"))
        #expect(hit.matches.map { article.words(at: $0) } == ["помощи", "Ирану"])
        #expect(article.words(at: hit.range) == "помощи")
        #expect(article.words(at: hit.snippetRange) == hit.snippet)
        #expect(hit.snippet == texts[2].1)
        #expect(article.words(at: hit.block) == texts[2].1)
        // The quote of the only statement, "Песков заявил о помо", ends inside the first word.
        #expect(hit.statements.map(\.id) == ["rus"])
        let other = try #require(try ledger.search(SearchQuery(words: "поддержка")).first)
        #expect(other.statements.isEmpty)
    }

    @Test func `a long block is cut from word to word around the first match`() throws {
        let filler = String(repeating: "слово за словом ", count: 60)
        let article = Samples.article("a1", [filler + "обещание " + filler], language: "ru")
        let ledger = try Samples.ledger(Samples.coded(article))
        let hit = try #require(try ledger.search(SearchQuery(words: "обещание")).first)
        #expect(hit.snippet.unicodeScalars.count <= Snippet.length)
        #expect(hit.snippet.contains("обещание"))
        #expect(article.words(at: hit.snippetRange) == hit.snippet)
        #expect(hit.snippetRange.contains(hit.range.lowerBound))
        #expect(
            hit.snippet.hasPrefix("слово") || hit.snippet.hasPrefix("за")
                || hit.snippet.hasPrefix("словом")
        )
    }

    @Test func `a word longer than the snippet is cut and nothing breaks`() throws {
        let long = String(repeating: "я", count: 2000)
        let ledger = try Samples.ledger(
            Samples.coded(Samples.article("a1", [long + " конец"], language: "ru"))
        )
        #expect(try ledger.search(SearchQuery(words: long)).count == 1)
        #expect(try ledger.search(SearchQuery(words: "конец")).first?.snippet.isEmpty == false)
    }

    @Test func `a filter keeps the blocks in which such a statement stands`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        func found(_ filter: StatementFilter) throws -> [[String]] {
            try ledger.search(SearchQuery(words: "Iran", filter: filter))
                .map { $0.statements.map(\.id) }
        }
        #expect(try found(StatementFilter()).count == 2)
        #expect(try found(StatementFilter(act: .assault)) == [["a1s2"]])
        #expect(try found(StatementFilter(speaker: "Peskov")).count == 1)
        #expect(try found(StatementFilter(language: "de")) == [])
        #expect(try ledger.search(SearchQuery(words: "Iran", limit: 1)).count == 1)
        #expect(try ledger.search(SearchQuery(words: "Iran", limit: 0)).isEmpty)
    }

    @Test func `discarded blocks are not searched`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        #expect(try ledger.search(SearchQuery(words: "Photo")).isEmpty)
    }

    @Test(arguments: [
        "", " ", "\"", "\"\"", "\"\"\"", "'", "''; DROP TABLE article; --", "*", "a*", "^a", "a^",
        "AND", "OR", "NOT", "NOT NOT", "NEAR(", "NEAR(a b, 3)", "words:", "words : Iran",
        "{a b}: c",
        "(", ")", "((((", "a + b", "-", "--", "a-b", "-Iran", "\\", "\u{0}", "a\u{0}b", "😀", "🇺🇦",
        "\u{301}", "\u{FEFF}", "\u{202E}abc", "\u{10FFFC}", "ʼ", "%", "_", "?1", ":a", "@a", "$a",
        "«", "„“", "𝔘𝔫𝔦", "א ב", "北京", "½", "²", "Ⅷ", "ǅ", "\n\t\r",
        String(repeating: "a ", count: 5000), String(repeating: "a-", count: 5000),
        String(repeating: "\"a\" ", count: 5000), String(repeating: "(", count: 5000),
        String(repeating: "й", count: 50_000), String(repeating: "e\u{301}", count: 5000),
    ])
    func `nothing that is typed makes search fail`(_ words: String) throws {
        let ledger = try Samples.ledger(Samples.iran())
        #expect(throws: Never.self) { try ledger.search(SearchQuery(words: words)) }
        #expect(try ledger.check() == [])
    }

    @Test func `a question is answered by what it asks after, and its small words are forgiven`()
        throws
    {
        let ledger = try ledger()
        let small = try SmallWords(ResourceFolder())
        let cases: [(String, [String], isWidened: Bool)] = [
            ("Did Russia promise weapons to Tehran?", ["en"], true),
            ("weapons Tehran", ["en"], false),
            ("чи отримав Київ допомогу від союзників", ["uk"], true),
            ("was sagte Baerbock über die Unterstützung der Ukraine", ["de"], true),
            ("Did Peru help Iran with weapons", ["en"], true),
            ("did it", [], true),
            ("\"did it\" weapons", ["en"], true),
        ]
        for (words, expected, isWidened) in cases {
            let found = try ledger.found(SearchQuery(words: words, breadths: small.wide))
            #expect(found.hits.map(\.article.id) == expected, "\(words)")
            #expect((found.breadth != .everyWord) == isWidened, "\(words)")
        }
        // A feed does not tell of what only some of the words fit.
        let some = SearchQuery(words: "Did Peru help Iran with weapons", breadths: small.forgiving)
        #expect(try ledger.search(some).isEmpty)
    }

    @Test func `where not all words stand anywhere, what holds most of them comes alone`() throws {
        let articles = ["Iran.", "Russia and Iran.", "Russia sent arms to Iran.", "Peru."]
            .enumerated()
        let ledger = try LedgerDatabase.inMemory()
        for (place, text) in articles {
            let article = Samples.article("a\(place)", [text])
            _ = try ledger.record(Samples.coded(article), readOn: Samples.today, source: nil)
        }
        let small = try SmallWords(ResourceFolder())
        let cases: [(String, [String])] = [
            ("Will Russia give arms to Iran", ["a2"]), ("does Russia help Iran", ["a1", "a2"]),
            ("has Cuba helped Iran", ["a0", "a1", "a2"]),
            ("Peru Cuba Chile Togo Mali Oman Laos", ["a3"]),
        ]
        for (words, expected) in cases {
            let found = try ledger.search(SearchQuery(words: words, breadths: small.wide))
            #expect(found.map(\.article.id).sorted() == expected, "\(words)")
        }
    }

    @Test func `small words are of the languages that are read, in small letters`() throws {
        let table = try TableFile(
            ResourceFolder().url("Search", of: "Ledger").appending(path: "small-words.tsv"),
            columns: 2
        )
        #expect(Set(table.rows.map { $0.cells[0] }) == ["de", "en", "ru", "uk"])
        for row in table.rows {
            #expect(row.cells[1] == row.cells[1].lowercased(), "\(row.cells)")
        }
    }

    @Test func `what is looked for can be told of some days, and published on some`() throws {
        let article = Samples.article(
            "a1",
            ["Arms in May.", "Arms in June.", "Arms, no day."],
            published: "2025-06-20"
        )
        let coded = Samples.coded(
            article,
            [
                Samples.statement("s1", in: article, "Arms in May", date: "2025-05"),
                Samples.statement("s2", in: article, "Arms in June", date: "2025-06-13"),
                Samples.statement("s3", in: article, "Arms, no day"),
            ]
        )
        let ledger = try Samples.ledger(coded)
        func found(_ from: String?, _ to: String?) throws -> [[String]] {
            var filter = StatementFilter()
            filter.told = DaySpan(first: from.map(Samples.day), last: to.map(Samples.day))
            let hits = try ledger.search(SearchQuery(words: "arms", filter: filter))
            return [
                try ledger.statements(filter).map(\.id), hits.flatMap { $0.statements.map(\.id) },
            ].map { $0.sorted() }
        }
        let cases: [(String?, String?, [String])] = [
            (nil, nil, ["s1", "s2", "s3"]), ("2025-05-31", nil, ["s1", "s2", "s3"]),
            ("2025-06-01", nil, ["s2", "s3"]), (nil, "2025-05-01", ["s1"]),
            ("2025-06-14", "2025-06-20", ["s3"]), ("2025-06-21", nil, []),
        ]
        for (from, to, ids) in cases { #expect(try found(from, to) == [ids, ids]) }
        var filter = StatementFilter()
        filter.published = DaySpan(first: Samples.day("2025-06-21"), last: nil)
        #expect(try ledger.statements(filter).isEmpty)
        filter.published = DaySpan(first: nil, last: Samples.day("2025-06-20"))
        #expect(try ledger.statements(filter).count == 3)
    }

    @Test func `a search is kept once, renamed, and forgotten`() throws {
        let ledger = try LedgerDatabase.inMemory()
        func search(_ title: String, _ asked: [(String, String)]) -> KeptSearch {
            KeptSearch(
                title: title,
                asked: asked.map { KeptSearch.Value(name: $0.0, value: $0.1) },
                since: Samples.today
            )
        }
        let first = search("Iran", [("q", "troops"), ("actor", "IRN")])
        let second = search("Syria", [("actor", "SYR")])
        for kept in [first, second] { #expect(try ledger.keep(kept)) }
        let renamed = search("Iran, again", [("actor", "IRN"), ("q", "troops")])
        #expect(try ledger.keep(renamed))
        #expect(try ledger.searches() == [renamed, second])
        #expect(try ledger.forgetSearch(first.id))
        #expect(try !ledger.forgetSearch(first.id))
        #expect(try ledger.searches() == [second])
        for number in 1..<LedgerDatabase.mostSearches {
            #expect(try ledger.keep(search("\(number)", [("q", "\(number)")])))
        }
        #expect(try !ledger.keep(first))
        #expect(try ledger.searches().count == LedgerDatabase.mostSearches)
    }
}
