import Diplomacy
import Foundation
import GRDB
import Testing

@testable import Ledger

struct ImportTests {
    private static func lines(
        _ text: String
    ) -> (lines: [JSONLines.Line<ImportedLine>], errors: [String]) {
        var (lines, errors): ([JSONLines.Line<ImportedLine>], [String]) = ([], [])
        for line in JSONLines.read(ImportedLine.self, from: Data(text.utf8), "s.jsonl") {
            switch line {
            case .success(let line): lines.append(line)
            case .failure(let error): errors.append(error.description)
            }
        }
        return (lines, errors)
    }

    private static func take(
        _ text: String,
        into ledger: LedgerDatabase
    ) throws -> (done: StatementImport, errors: [String]) {
        let (lines, errors) = lines(text)
        let (done, refused) = try ledger.importStatements(
            lines,
            from: "s.jsonl",
            readOn: Samples.today
        )
        return (done, errors + refused.map(\.description))
    }

    private static func exported(_ ledger: LedgerDatabase) throws -> String {
        var text = ""
        _ = try ledger.export(ExportRequest(.jsonl, version: "0.0")) { text += $0 }
        return text
    }

    /// Of Iran, of Armenia in letters of two bytes, and an undated article of no outlet.
    private static func ledger() throws -> LedgerDatabase {
        let armenia = Samples.article(
            "c1",
            ["Росія не допомогла Вірменії, каже Пашинян.", "Москва обіцяла Єревану зброю."],
            outlet: nil,
            language: "uk"
        )
        return try Samples.ledger(
            Samples.iran(),
            Samples.coded(
                armenia,
                [
                    Samples.statement(
                        "c1s1",
                        in: armenia,
                        "не допомогла Вірменії",
                        target: "ARM",
                        act: .support,
                        polarity: .notDone,
                        speakers: [Voice(name: "Пашинян", actor: ActorCode("ARM"))]
                    ),
                    Samples.statement(
                        "c1s2",
                        in: armenia,
                        "обіцяла Єревану зброю",
                        target: "ARM",
                        modality: .expected,
                        date: "2020~"
                    ),
                ]
            )
        )
    }

    @Test func `what is exported and taken into a fresh ledger is exported the same`() throws {
        let text = try Self.exported(try Self.ledger())
        let fresh = try LedgerDatabase.inMemory()
        let (done, errors) = try Self.take(text, into: fresh)
        #expect(errors == [])
        #expect(done == StatementImport(articles: 2, statements: 4, known: 0))
        #expect(try Self.exported(fresh) == text)
        #expect(try fresh.check() == [])
        #expect(try fresh.search(SearchQuery(words: "Вірменії")).count == 1)
        #expect(try Self.take(text, into: fresh).done.known == 4)
        #expect(try Self.exported(fresh) == text)
    }

    @Test func `a few keys are enough`() throws {
        let ledger = try LedgerDatabase.inMemory()
        let (done, errors) = try Self.take(
            """
            {"doc":"x","source":"RUS","target":"SYR","act":"aid","quote":"sent grain"}

            {"doc":"x","source":"IRN","act":"support","quote":"stood by","polarity":"not_done","speaker":["author"]}
            """,
            into: ledger
        )
        #expect(errors == [])
        #expect(done == StatementImport(articles: 1, statements: 2, known: 0))
        let statements = try ledger.statements()
        #expect(statements.map(\.statement.evidence.quote) == ["sent grain", "stood by"])
        #expect(statements.map(\.statement.speakers) == [[], []])
        #expect(statements.map(\.article.language) == ["und", "und"])
        #expect(try ledger.check() == [])
    }

    @Test func `the parts of a split statement are taken in as statements of their own`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let parts = ["IRN", "SYR"].map { target in
            var core = StatementCore(Samples.iran().statements[0])
            core.target = ActorCode(target)
            return core
        }
        try ledger.decide(
            Judgement(.split, "a1s1", by: "Ana", on: Samples.today, readings: parts)
        )
        let text = try Self.exported(ledger)
        #expect(text.contains(#""review":{"decided_on":"2026-02-01","decision":""#))
        #expect(text.contains(#""state":"split""#))
        let fresh = try LedgerDatabase.inMemory()
        #expect(try Self.take(text, into: fresh).errors == [])
        #expect(try fresh.statements().map(\.id) == ["a1s1.1", "a1s1.2", "a1s2"])
        #expect(try fresh.statement("a1s1.2")?.statement.target == ActorCode("SYR"))
    }

    @Test func `an article that comes in twice holds the statements of both`() throws {
        let ledger = try LedgerDatabase.inMemory()
        let first = #"{"article":"a","source":"RUS","act":"aid","quote":"sent grain"}"#
        let second = #"{"article":"a","source":"RUS","act":"support","quote":"stood by"}"#
        _ = try Self.take(first, into: ledger)
        let (done, errors) = try Self.take(first + "\n" + second, into: ledger)
        #expect(errors == [])
        #expect(done == StatementImport(articles: 0, statements: 1, known: 1))
        #expect(try ledger.articles().count == 1)
        #expect(try ledger.statements().map(\.statement.act) == [.aid, .support])
        #expect(try ledger.check() == [])
    }

    @Test(arguments: [
        (#"{"doc":"x","act":"aid","quote":"q"}"#, "has no 'source'"),
        (#"{"source":"RUS","act":"aid","quote":"q"}"#, "has no 'doc'"),
        (#"{"doc":"x","source":"RUS","act":"aidd","quote":"q"}"#, "did you mean 'aid'?"),
        (#"{"doc":"x","source":"RUS","target":"RUS","act":"aid","quote":"q"}"#, "the source too"),
        (#"{"doc":"x","source":"RUS","act":"aid","quote":""}"#, "has no 'quote'"),
        (#"{"doc":"x","source":"RUS","act":"aid","quote":5}"#, "no usable 'quote'"),
        (#"{"doc":"x","source":"RUS","act":"aid","quote":"q","date":"soon"}"#, "no usable 'date'"),
        (#"{"doc":"x","source":"RUS","act":"aid","quote":"q","confidence":2}"#, "between 0 and 1"),
        (#"{"doc":"x","source":"RUS","act":"aid","quote":"q","language":"E"}"#, "ISO 639"),
        (
            #"{"doc":"x","source":"RUS","act":"aid","quote":"q","start_byte":0,"end_byte":9}"#,
            "9 bytes from start_byte to end_byte, and 1"
        ),
        (
            #"{"doc":"x","source":"RUS","act":"aid","quote":"q","start_byte":5000000,"end_byte":5000001}"#,
            "no place in an article"
        ),
        (#"{"doc":"x","source":"RUS","act":"aid","quote":"q\u0000"}"#, "NUL"),
        (#"[1, 2]"#, "no JSON object"), (#"{"doc":"x","source""#, "cut off"),
    ])
    func `a bad line is named with its place and its cure`(_ line: String, _ words: String) throws {
        let good = #"{"doc":"y","source":"RUS","act":"aid","quote":"sent grain"}"#
        let ledger = try LedgerDatabase.inMemory()
        let text = words == "cut off" ? "\(good)\n\n\(line)" : "\(good)\n\n\(line)\n\(good)\n"
        let (done, errors) = try Self.take(text, into: ledger)
        #expect(errors.contains { $0.hasPrefix("s.jsonl:3: ") && $0.contains(words) }, "\(errors)")
        #expect(done.statements == 1)
    }

    @Test func `lines that contradict one another or the ledger are refused, and the rest stays`()
        throws
    {
        let ledger = try Samples.ledger(Samples.iran())
        let (done, errors) = try Self.take(
            """
            {"article":"a1","id":"a1s1","source":"RUS","act":"aid","quote":"q"}
            {"article":"a1","source":"RUS","act":"aid","quote":"q"}
            {"article":"b","source":"RUS","act":"aid","quote":"abc","start_byte":0,"end_byte":3}
            {"article":"b","source":"RUS","act":"aid","quote":"xyz","start_byte":1,"end_byte":4}
            {"article":"b","source":"RUS","act":"aid","quote":"abc","start_byte":0,"end_byte":3}
            {"article":"b","title":"T","source":"RUS","act":"aid","quote":"d"}
            {"article":"b","id":"a1s2","source":"RUS","act":"aid","quote":"e"}
            """,
            into: ledger
        )
        #expect(done == StatementImport(articles: 1, statements: 1, known: 1))
        let expected = [
            (2, "was read here from its own file"), (4, "quotes other words for a place"),
            (5, "says the same as line 3"), (6, "tells other things of article 'b'"),
            (7, "of a statement in article 'a1'"),
        ]
        #expect(errors.count == expected.count)
        for (error, (line, words)) in zip(errors, expected) {
            #expect(error.hasPrefix("s.jsonl:\(line): ") && error.contains(words), "\(error)")
        }
        #expect(try ledger.statements(ofArticle: "a1") == Samples.iran().statements)
        #expect(try ledger.check() == [])
    }

    @Test func `roots that name one another in a circle are taken in, and nothing hangs`() throws {
        let ledger = try LedgerDatabase.inMemory()
        func line(_ id: String, _ other: String) -> String {
            """
            {"article":"\(id)","outlet":"Post \(id)","source":"RUS","target":"IRN","act":"aid",\
            "quote":"sent grain \(id)","date":"2025-06-13","known_on":"2025-06-14",\
            "root":{"kind":"account","name":"Post \(other)","outlet":"Post \(other)",\
            "article":"\(other)"}}
            """
        }
        let text = [line("a", "b"), line("b", "c"), line("c", "a")].joined(separator: "\n")
        let (done, errors) = try Self.take(text, into: ledger)
        #expect(errors == [])
        #expect(done.statements == 3)
        let weighed = try ledger.weighed()
        #expect(Set(weighed.roots.values.map(\.name)) == ["Post a", "Post b", "Post c"])
        #expect(weighed.events.count == 1)
    }

    @Test func `a version that relates anew leaves alone what was taken in`() throws {
        try Samples.withFile { file in
            let text = try Self.exported(try Self.ledger())
            let ledger = try LedgerDatabase(at: file)
            _ = try Self.take(text, into: ledger)
            try ledger.write { try $0.execute(sql: "UPDATE sketch SET version = 0") }
            #expect(try Self.exported(try LedgerDatabase(at: file)) == text)
        }
    }

    @Test func `decisions stand on what was taken in too`() throws {
        let text = try Self.exported(try Self.ledger())
        let ledger = try LedgerDatabase.inMemory()
        _ = try Self.take(text, into: ledger)
        try ledger.decide(Judgement(.accept, "c1s1", by: "Ana", on: Samples.today))
        let more =
            #"{"article":"c1","doc":"a.txt","url":"https://example.org/c1","language":"uk","known_on":"2026-02-01","source":"RUS","act":"aid","quote":"нічого"}"#
        let (done, errors) = try Self.take(more, into: ledger)
        #expect(errors == [])
        #expect(done.statements == 1)
        #expect(try ledger.history().map(\.isLost) == [false])
    }
}
