import Assessment
import Diplomacy
import Testing

@Suite struct StandingTests {
    private let herald = SampleArticle(
        "herald",
        outlet: "The Herald",
        published: "2024-01-10",
        (0..<9).map { "Sentence number \($0)." }
    )
    private let pair = DirectedPair(source: ActorCode("RUS"), target: ActorCode("ARM"))

    private func standing(
        _ statements: [CitedStatement],
        until: String = "2024-06-30"
    ) throws
        -> Standing
    {
        Standing(
            of: pair,
            in: statements,
            until: try #require(DayInterval(edtf: until)).last,
            scale: try Samples.scale.get()
        )
    }

    private var cooling: [CitedStatement] {
        [
            herald.told(0, "RUS aid ARM done fact", on: "2020-03-01"),
            herald.told(1, "RUS agree ARM done fact", on: "2021-05-01"),
            herald.told(2, "RUS aid ARM not_done fact", on: "2022-09-14"),
            herald.told(3, "RUS support ARM not_done claim", on: "2023-09-20"),
        ]
    }

    @Test func `help that stays away lowers the line, and every point names what moved it`() throws
    {
        let conduct = try standing(cooling).conduct
        let points = conduct.points
        #expect(points.count > 20)
        let first = try #require(points.first { !$0.movedBy.isEmpty })
        let last = try #require(points.last { !$0.movedBy.isEmpty })
        #expect(first.level > last.level)
        #expect(Set(points.flatMap(\.movedBy)) == Set(cooling.map(\.id)))
        #expect(conduct.moves.map { $0.by > 0 } == [true, false, false, false])
        #expect(points.allSatisfy { $0.low < $0.level && $0.level < $0.high })
    }

    @Test func `under three accounts there is no line, and it says how many are missing`() throws {
        let conduct = try standing(Array(cooling.prefix(2))).conduct
        #expect(!conduct.hasLine)
        #expect(conduct.missing == 1)
        #expect(conduct.moves.count == 2, "what there is stays visible")
        #expect(try standing([]).trust.missing == 3)
    }

    @Test func `articles that repeat one root are one account, two roots weigh more than one`()
        throws
    {
        func told(_ article: String, by root: String) -> CitedStatement {
            let made = SampleArticle(article, published: "2024-01-10", ["Russia cuts aid."])
                .told(0, "RUS sanction ARM done fact", on: "2024-01-02")
            return CitedStatement(
                made.statement,
                in: made.article,
                root: Root(
                    id: root,
                    kind: .account,
                    name: nil,
                    article: article,
                    knownOn: made.statement.date?.first ?? Day(number: 0)
                ),
                event: "the cut"
            )
        }
        let repeated = ["one", "two", "three"].map { told($0, by: "a") }
        #expect(try standing(repeated).conduct.accounts == 1)
        #expect(try standing(repeated).conduct.moves.map(\.reading.roots) == [1])
        let (once, twice) = (
            try standing(cooling + [told("one", by: "a")]).conduct,
            try standing(cooling + [told("one", by: "a"), told("two", by: "b")]).conduct
        )
        #expect(try #require(twice.moves.last).by < #require(once.moves.last).by)
    }

    @Test func `asylum for a fallen leader does not raise the standing`() throws {
        let asylum = herald.told(4, "RUS aid ARM done fact", on: "2024-01-02", kind: .asylum)
        let (with, without) = (try standing(cooling + [asylum]), try standing(cooling))
        #expect(with.conduct.points == without.conduct.points)
        #expect(with.conduct.setAside.map(\.reason) == [.asylum])
        #expect(with.conduct.setAside.map(\.statement) == [asylum.id])
    }

    @Test(arguments: ["feared", "hypothetical", "denied"])
    func `what nobody tells as having happened moves nothing`(_ modality: String) throws {
        let doubt = herald.told(4, "RUS aid ARM done \(modality)", on: "2024-01-02")
        #expect(
            try standing(cooling + [doubt]).conduct.points == standing(cooling).conduct.points
        )
    }

    @Test func `what is announced counts as an agreement, not as delivered`() throws {
        let announced = herald.told(4, "RUS aid ARM done expected", on: "2024-01-02")
        let agreed = herald.told(4, "RUS agree ARM done claim", on: "2024-01-02")
        #expect(
            try standing(cooling + [announced]).conduct.points.map(\.level)
                == standing(cooling + [agreed]).conduct.points.map(\.level)
        )
    }

    @Test func `a claim moves the line less than a fact`() throws {
        func drop(_ modality: String) throws -> Double {
            let told = herald.told(4, "RUS sanction ARM done \(modality)", on: "2024-01-02")
            let moves = try standing(Array(cooling.prefix(2)) + [told]).conduct.moves
            return -(try #require(moves.last).by)
        }
        #expect(try drop("claim") < drop("fact"))
        #expect(try drop("claim") > 0)
    }

    @Test func `trust is read from the ally's words, conduct from the patron's acts`() throws {
        let words = [
            herald.told(4, "ARM accuse RUS done fact", on: "2023-01-10"),
            herald.told(5, "ARM reject RUS done fact", on: "2023-02-10"),
            herald.told(6, "ARM accuse RUS done fact", on: "2023-10-10"),
        ]
        let standing = try standing(words + cooling)
        #expect(standing.trust.moves.map(\.reading.act) == [.accuse, .reject, .accuse])
        #expect(try #require(standing.trust.last).level < 0)
        #expect(standing.conduct == (try self.standing(cooling)).conduct)
    }

    @Test func `the ally's own word on the patron is trust, once for each sentence`() throws {
        let blamed = herald.told(4, "ARM accuse RUS done fact", on: "2023-01-10")
        let same = herald.told(4, "RUS support ARM not_done claim", says: ["Yerevan"], of: "ARM")
        let other = herald.told(5, "RUS aid ARM not_done claim", says: ["Yerevan"], of: "ARM")
        let foreign = herald.told(6, "RUS aid ARM not_done claim", says: ["Baku"], of: "AZE")
        let trust = try standing([blamed, same, other, foreign]).trust
        #expect(
            trust.moves.flatMap(\.reading.statements).sorted() == [blamed.id, other.id].sorted()
        )
        #expect(trust.moves.map(\.reading.value) == [-3, -3])
        #expect(trust.setAside.map(\.reason) == [.sameWords])
    }

    @Test func `the order of the statements plays no part`() throws {
        let (one, other) = (try standing(cooling), try standing(cooling.reversed()))
        #expect(one.conduct == other.conduct)
    }

    @Test func `what is placed after the day asked for is not, and the line ends on that day`()
        throws
    {
        let standing = try standing(cooling, until: "2022-12-31")
        let days = standing.conduct.points.map(\.day.description)
        #expect(days.last == "2022-12-31")
        let vague = herald.told(4, "RUS aid ARM done fact", on: "2022")
        let read = try self.standing(cooling.prefix(2) + [vague], until: "2022-03-01").conduct
        #expect(try #require(read.moves.last).reading.day.description == "2022-01-30")
        #expect(read.moves.allSatisfy { $0.reading.day.description <= "2022-03-01" })
    }

    @Test func `a date wider than a year, or none at all, places nothing`() throws {
        let wide = herald.told(4, "RUS aid ARM done fact", on: "1990/2020")
        let undated = SampleArticle("undated", ["Russia helps."]).told(0, "RUS aid ARM done fact")
        let conduct = try standing([wide, undated]).conduct
        #expect(Set(conduct.setAside.map(\.reason)) == [.wideDate, .undated])
    }

    @Test func `the sensitivity table begins with the line as drawn`() throws {
        let table = StandingSensitivity(
            of: pair,
            in: cooling,
            until: try #require(DayInterval(edtf: "2024-06-30")).last,
            scale: try Samples.scale.get()
        )
        #expect(table.rows.count == 8)
        #expect(table.rows[0].conduct == (try standing(cooling)).conduct.last)
        #expect(Set(table.rows.compactMap(\.conduct?.level)).count == 8)
    }
}
