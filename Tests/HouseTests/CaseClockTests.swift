import Assessment
import Diplomacy
import Foundation
import Ledger
import Testing
import Text

/// Nothing that became known or true later has a say in a case, a verdict or a forecast.
struct CaseClockTests {
    /// Knuth's multiplicative generator of 64 bits: the same numbers from the same seed.
    private struct Dice {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }

        mutating func one<Thing>(of things: [Thing]) -> Thing { things[below(things.count)] }
    }

    /// The days in which the made-up articles appear, and on which the questions stand.
    private static let days = 20_240..<20_300

    private static func articles(_ dice: inout Dice) throws -> [CodedArticle] {
        try (0..<20).map { number in
            let sentences = (0..<4).map { "Article \(number) tells something in line \($0)." }
            let text = sentences.joined(separator: "\n")
            let published = Day(number: days.lowerBound + dice.below(days.count)).description
            let article = Article(
                id: "article\(number)",
                document: "article\(number)",
                outlet: "Outlet \(dice.below(6))",
                address: nil,
                byline: nil,
                title: nil,
                language: "en",
                publication: Publication(interval: DayInterval(edtf: published), reasons: []),
                text: text,
                blocks: [Block(range: 0..<text.utf8.count, role: .paragraph)],
                sourceMap: .identity
            )
            let statements = try sentences.indices.map { line in
                try statement(in: article, sentences, line, &dice)
            }
            return CodedArticle(article: article, statements: statements, omissions: [])
        }
    }

    private static func statement(
        in article: Article,
        _ sentences: [String],
        _ line: Int,
        _ dice: inout Dice
    ) throws -> Statement {
        let core = dice.one(of: [
            "AZE assault ARM", "AZE coerce ARM", "AZE assault NKR", "RUS aid ARM",
            "RUS support ARM", "ARM request RUS", "RUS agree ARM", "RUS aid AZE",
            "USA assault IRN", "RUS support IRN", "IGO:CSTO aid ARM",
        ]).split(separator: " ").map(String.init)
        let day = Day(number: days.lowerBound - 5 + dice.below(days.count + 10)).description
        let start = sentences[..<line].reduce(0) { $0 + $1.utf8.count + 1 }
        return Statement(
            id: "\(article.id)s\(line)",
            source: ActorCode(core[0]),
            target: ActorCode(core[2]),
            act: try #require(Act(rawValue: core[1])),
            kind: dice.one(of: [nil, .arms]),
            polarity: dice.one(of: [.done, .notDone]),
            modality: dice.one(of: [.fact, .fact, .claim, .denied, .expected]),
            speakers: dice.one(of: [[], [Voice(name: "an official")]]),
            date: dice.one(of: [nil, day, String(day.prefix(7))]).flatMap { DayInterval(edtf: $0) },
            evidence: Evidence(range: start..<start + sentences[line].utf8.count, in: article),
            confidence: 0.85,
            marks: [],
            trail: []
        )
    }

    /// Cases and forecasts as JSON: every step, verdict, rule and figure.
    private func answer(
        _ ledger: LedgerDatabase,
        _ clocks: Clocks,
        until: Day,
        _ assessor: Assessor
    ) throws -> (cases: [String], text: String) {
        let recorded = try ledger.statements(StatementFilter(clocks: clocks))
        let weighed = try ledger.weighed(recorded, clocks: clocks)
        let cited = recorded.map {
            CitedStatement(
                $0.statement,
                in: ReadArticle(
                    id: $0.article.id,
                    document: $0.article.document,
                    language: "en",
                    publication: $0.article.publication
                ),
                root: weighed.roots[$0.id],
                event: weighed.eventOfStatement[$0.id]
            )
        }
        let cases = assessor.cases(in: cited, until: until)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(cases) + encoder.encode(Outlook(in: cases, until: until))
        return (cases.map(\.id), String(decoding: data, as: UTF8.self))
    }

    @Test(arguments: [11, 12, 13, 14] as [UInt64])
    func `the cases of a day are those of a ledger which holds no more`(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let assessor = try Assessor(ResourceFolder())
        let articles = try Self.articles(&dice)
        let today = Day(number: Self.days.upperBound + 10)
        let whole = try LedgerDatabase.inMemory()
        for coded in articles { _ = try whole.record(coded, readOn: today, source: nil) }
        var told = 0
        for _ in 0..<6 {
            let until = Day(number: Self.days.lowerBound + dice.below(Self.days.count))
            let clocks = dice.one(of: [
                Clocks(on: until), Clocks(knownBy: until), Clocks(on: until, knownBy: until),
            ])
            let narrow = try LedgerDatabase.inMemory()
            for coded in articles {
                let published = try #require(coded.article.publication.interval?.last)
                if let by = clocks.knownBy, published > by { continue }
                let known = coded.statements.filter { statement in
                    // It has happened when its date has ended, or when somebody has told it.
                    let date = statement.date ?? DayInterval(published)
                    return clocks.on.map { max(date.first, min(date.last, published)) <= $0 }
                        ?? true
                }
                _ = try narrow.record(
                    CodedArticle(article: coded.article, statements: known, omissions: []),
                    readOn: today,
                    source: nil
                )
            }
            let then = try answer(whole, clocks, until: until, assessor)
            let less = try answer(narrow, .unset, until: until, assessor)
            #expect(then.text == less.text, "\(clocks)")
            told += then.cases.count
        }
        #expect(told > 10, "the worlds hold cases")
    }
}
