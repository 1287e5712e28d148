import Assessment
import Diplomacy
import Testing
import Text

/// When a watch speaks, and when it keeps still.
@Suite struct WatchTests {
    private static let assessor = Result { try Assessor(ResourceFolder()) }
    private let end = Day(number: 20_000)

    /// Day `number` after 2020-01-01.
    private static func day(_ number: Int) -> Day { Day(number: 18_262 + number) }

    private func watch(
        _ change: Watch.Change = .falls,
        by points: Double = 0.3,
        series: Watch.Series = .conduct,
        roots: Int = 2,
        since: Int = 0
    ) -> Watch {
        Watch(
            pair: DirectedPair(source: ActorCode("RUS"), target: ActorCode("ARM")),
            rule: Watch.Rule(
                series: series,
                change: change,
                points: points,
                days: 30,
                roots: roots
            ),
            since: Self.day(since)
        )
    }

    /// What one article says on a day of an event, by a root.
    private func told(
        _ core: String,
        on day: Int,
        event: String,
        by voice: String,
        in article: String? = nil
    ) -> CitedStatement {
        let date = Self.day(day).description
        let made = SampleArticle(article ?? "\(event)-\(voice)", published: date, ["\(core)."])
            .told(0, core, on: date)
        return CitedStatement(
            made.statement,
            in: made.article,
            root: Root(
                id: "\(voice) on \(event)",
                kind: .named,
                name: voice,
                article: made.article.id,
                knownOn: Self.day(day)
            ),
            event: event
        )
    }

    /// Years in which help came.
    private var good: [CitedStatement] {
        (0..<8).flatMap { place in
            ["a", "b"].map { root in
                told(
                    "RUS aid ARM done fact",
                    on: place * 60,
                    event: "g\(place)",
                    by: root + "\(place)"
                )
            }
        }
    }

    /// Two events of one day of which so many roots tell: a refusal, and that help did not come.
    ///
    /// One alone could be a slip, and the level hardly follows it.
    private func absence(_ event: String, on day: Int, by roots: [String]) -> [CitedStatement] {
        roots.flatMap { root in
            [
                told("RUS aid ARM not_done fact", on: day, event: event, by: root),
                told("RUS reject ARM done fact", on: day, event: "\(event)-no", by: root),
            ]
        }
    }

    private func alerts(
        _ watch: Watch,
        in statements: [CitedStatement],
        after told: [WatchAlert] = []
    ) throws -> [WatchAlert] {
        WatchReader(watch, in: statements, assessor: try Self.assessor.get())
            .alerts(after: told, until: end, raisedOn: Self.day(900))
    }

    @Test func `a fall that two roots tell of is told once, with its sentences`() throws {
        let statements = good + absence("x", on: 500, by: ["p", "q"])
        let found = try alerts(watch(), in: statements)
        let alert = try #require(found.first)
        #expect(found.count == 1)
        #expect(alert.after.day == Self.day(500))
        #expect(alert.before.day == Self.day(470))
        #expect(alert.before.level - alert.after.level >= 0.3)
        #expect(alert.voices == ["p", "q"])
        #expect(Set(alert.causes.map(\.event)) == ["x", "x-no"])
        #expect(
            Set(alert.causes.map(\.quote)) == [
                "RUS aid ARM not_done fact.", "RUS reject ARM done fact.",
            ]
        )
        #expect(try alerts(watch(), in: statements, after: found) == [])
    }

    @Test func `four articles that repeat one root are one`() throws {
        let repeated = (0..<4).flatMap { place in
            [("x", "RUS aid ARM not_done fact"), ("y", "RUS reject ARM done fact")].map {
                told($1, on: 500, event: $0, by: "p", in: "\($0)\(place)")
            }
        }
        #expect(try alerts(watch(), in: good + repeated) == [])
        #expect(try alerts(watch(roots: 1), in: good + repeated).count == 1)
    }

    @Test func `one more article on what was told is no news`() throws {
        let statements = good + absence("x", on: 500, by: ["p", "q"])
        let found = try alerts(watch(), in: statements)
        let more = statements + absence("x", on: 500, by: ["r", "s"])
        #expect(try alerts(watch(), in: more, after: found) == [])
        // A later coder may name the event otherwise, and the sentences are still the same.
        let renamed = statements.map {
            CitedStatement(
                $0.statement,
                in: $0.article,
                root: $0.root,
                event: $0.event.map { "n\($0)" }
            )
        }
        #expect(try alerts(watch(), in: renamed, after: found) == [])
    }

    @Test func `a further fall is told again, by its own events`() throws {
        let first = good + absence("x", on: 500, by: ["p", "q"])
        let found = try alerts(watch(), in: first)
        #expect(found.count == 1)
        let again = try alerts(
            watch(),
            in: first + absence("y", on: 515, by: ["r", "s"]),
            after: found
        )
        #expect(again.map(\.voices) == [["r", "s"]])
        #expect(again.first?.id != found.first?.id)
        #expect(try alerts(watch(), in: first, after: found + again) == [])
    }

    @Test func `one voice that tells of two events is one`() throws {
        let statements = good + absence("x", on: 500, by: ["p"])
        #expect(try alerts(watch(), in: statements) == [])
        #expect(try alerts(watch(roots: 1), in: statements).map(\.voices) == [["p"]])
    }

    @Test func `a step within the band is told, and said to be one`() throws {
        let mild = ["p", "q"].map {
            told("RUS consult ARM done fact", on: 500, event: "m", by: $0)
        }
        let step = try #require(try alerts(watch(by: 0.1), in: good + mild).first)
        #expect(step.isWithinBand)
        #expect(step.sentence.hasSuffix("the line may have been there already."))
        let fall = try #require(
            try alerts(watch(), in: good + absence("x", on: 500, by: ["p", "q"])).first
        )
        #expect(!fall.isWithinBand)
        #expect(fall.sentence.hasSuffix("2 roots."))
    }

    @Test
    func `what happened before the day of the watch, and a line that is not there, say nothing`()
        throws
    {
        let statements = good + absence("x", on: 500, by: ["p", "q"])
        #expect(try alerts(watch(since: 500), in: statements) == [])
        #expect(try alerts(watch(), in: absence("x", on: 500, by: ["p", "q", "r", "s"])) == [])
    }

    @Test func `who denies the event is no witness of it`() throws {
        let disputed =
            absence("x", on: 500, by: ["p", "q"])
            + [told("RUS aid ARM done fact", on: 500, event: "x", by: "r")]
        let alert = try #require(try alerts(watch(), in: good + disputed).first)
        #expect(!alert.voices.contains("r"))
        #expect(try alerts(watch(roots: 3), in: good + disputed) == [])
    }

    @Test func `a rise is told by its own rule, and so is trust`() throws {
        let bad = (0..<8).flatMap { absence("b\($0)", on: $0 * 60, by: ["a\($0)", "b\($0)"]) }
        let help = ["p", "q"].flatMap { root in
            ["h", "i", "j"].map { told("RUS aid ARM done fact", on: 500, event: $0, by: root) }
        }
        #expect(try alerts(watch(.rises), in: bad + help).map(\.voices) == [["p", "q"]])
        #expect(try alerts(watch(.falls), in: bad + help) == [])
        #expect(try alerts(watch(.rises, series: .trust), in: bad + help) == [])
    }

    @Test func `trust falls by what the ally says, and its patron's conduct stays`() throws {
        let praise = (0..<8).flatMap { place in
            ["a", "b"].map { root in
                told(
                    "ARM support RUS done fact",
                    on: place * 60,
                    event: "g\(place)",
                    by: root + "\(place)"
                )
            }
        }
        let blame = ["p", "q"].flatMap { root in
            ["accuse", "reject", "threaten"].map {
                told("ARM \($0) RUS done fact", on: 500, event: $0, by: root)
            }
        }
        let found = try alerts(watch(series: .trust), in: praise + blame)
        #expect(found.map(\.voices) == [["p", "q"]])
        #expect(found.first?.after.day == Self.day(500))
        #expect(try alerts(watch(series: .conduct), in: praise + blame) == [])
    }

    @Test func `a watch and its alert are said in a sentence`() throws {
        let naming = Naming(articles: [], party: Samples.names)
        #expect(
            watch().sentence(naming)
                == "Russia → Armenia: the conduct falls by 0.3 or more within 30 days, told by 2 or more roots"
        )
        let found = try alerts(watch(), in: good + absence("x", on: 500, by: ["p", "q"]))
        var page = TextLayout()
        found.first?.write(to: &page, naming)
        #expect(page.text.contains("On 2021-05-15 at"))
        #expect(page.text.contains("2 roots."))
        #expect(page.text.contains("“RUS aid ARM not_done fact.”"))
    }

    @Test func `the same pair and rule are the same watch`() {
        #expect(watch().id == watch(since: 7).id)
        #expect(watch().id != watch(by: 0.4).id)
        #expect(watch().id != watch(.rises).id)
    }
}
