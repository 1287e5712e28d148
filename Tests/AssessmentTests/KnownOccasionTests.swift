import Assessment
import Diplomacy
import Testing
import Text

/// What the world knows of an occasion dates and names what an article tells without a date, and no more.
@Suite struct KnownOccasionTests {
    private let daily = CaseSamples.article("daily")
    private let weekly = CaseSamples.article("weekly", published: "2026-01-20")

    private let war = CaseSamples.known("attack USA IRN 2025-06-22 2025-06-24")

    @Test func `an attack without a date is dated by what the world knows`() throws {
        let cases = try CaseSamples.cases(
            [
                daily.told(0, "USA assault IRN done fact"),
                daily.told(1, "RUS support IRN not_done fact"),
            ],
            known: [war]
        )
        #expect(cases.map(\.id) == ["RUS-IRN-2025"])
        #expect(cases.map(\.interval?.edtf) == ["2025-06-22/2025-06-24"])
        #expect(cases.first?.known == war)
    }

    @Test func `missing help is of the last known occasion before the article`() throws {
        let missing = daily.told(1, "RUS support SYR not_done fact")
        let fall = CaseSamples.known("rebellion HTS SYR 2024-11-27 2024-12-08")
        let cases = try CaseSamples.cases([missing], known: [fall])
        #expect(cases.map(\.id) == ["RUS-SYR-2024"])
        #expect(cases.map(\.trigger) == [.rebellion])
        #expect(cases.map { $0.entries(.trigger).count } == [0], "nobody told of it")
        let old = CaseSamples.known("rebellion HTS SYR 2015-03-01 2015-04-01")
        #expect(try CaseSamples.cases([missing], known: [old]).isEmpty)
    }

    @Test func `short of an attack, missing help without a date is of what still goes on`() throws {
        let missing = daily.told(1, "RUS support IRN not_done fact")
        let going = CaseSamples.known("blockade USA IRN 2026-01-02 -")
        let cases = try CaseSamples.cases([missing], known: [going])
        #expect(cases.map(\.id) == ["RUS-IRN-2026"])
        #expect(cases.map(\.trigger) == [.blockade])
        #expect(cases.map(\.political.verdict) == [.withheld])
        let over = CaseSamples.known("blockade USA IRN 2026-01-02 2026-01-05")
        let later = CaseSamples.known("blockade USA IRN 2026-01-11 -")
        for other in [over, later] {
            let cases = try CaseSamples.cases([missing], known: [other])
            #expect(cases.isEmpty, "\(other.id)")
        }
        let came = daily.told(1, "RUS support IRN done fact")
        #expect(try CaseSamples.cases([came], known: [going]).isEmpty)
    }

    @Test func `what the world learns later is not known, and alone it makes no case`() throws {
        let missing = daily.told(1, "RUS support IRN not_done fact")
        let before = try CaseSamples.cases([missing], known: [war], until: "2025-06-21")
        #expect(before.isEmpty)
        #expect(try CaseSamples.cases([], known: [war]).isEmpty)
        let delivery = weekly.told(0, "RUS aid IRN done fact", on: "2025-06-23")
        #expect(
            try CaseSamples.cases([delivery], known: [war]).map(\.political.verdict) == [.delivered]
        )
    }

    @Test func `of what the world knows, neither the end nor who joins later is known before`()
        throws
    {
        let book = try CaseFacts(ResourceFolder()).occasions
        func known(_ day: String) throws -> KnownOccasion? {
            let day = try #require(DayInterval(edtf: day)).first
            return book.occasions(striking: [ActorCode("IRN")], by: day).last
        }
        #expect(try known("2025-06-20")?.adversaries == [ActorCode("ISR")])
        #expect(try known("2025-06-20")?.days == "2025-06-13/..")
        #expect(try known("2025-06-20")?.source == "")
        #expect(try known("2025-06-25")?.adversaries == [ActorCode("ISR"), ActorCode("USA")])
        #expect(try known("2025-06-25")?.days == "2025-06-13/2025-06-24")
        #expect(try known("2025-06-12")?.id == "irn-2024b")
    }

    @Test func `force of two kinds in one year stays with what the world knows of each`() throws {
        let closed = CaseSamples.known("blockade AZE NKR 2022-12-12 2023-09-18")
        let taken = CaseSamples.known("attack AZE NKR 2023-09-19 2023-09-20")
        let cases = try CaseSamples.cases(
            [
                daily.told(0, "AZE coerce ARM done fact", on: "2023-01"),
                daily.told(1, "RUS aid ARM not_done claim", on: "2023-01-10"),
                weekly.told(0, "AZE assault NKR done fact", on: "2023"),
                weekly.told(1, "RUS support ARM not_done fact", on: "2023"),
            ],
            known: [closed, taken]
        )
        #expect(cases.map(\.id) == ["RUS-ARM-2023", "RUS-ARM-2022"])
        #expect(cases.map(\.trigger) == [.attack, .blockade])
        #expect(cases.map(\.legal.verdict) == [.disputed, .notApplicable])
    }

    @Test func `the shipped book and words can be read`() throws {
        let facts = try CaseFacts(ResourceFolder())
        let day = try #require(Day(year: 2026, month: 1, day: 10))
        let known = facts.occasions.occasions(striking: [ActorCode("NKR")], by: day)
        #expect(known.map(\.id) == ["nkr-2016", "nkr-2020", "nkr-2022", "nkr-2023"])
        #expect(known.last?.days == "2023-09-19/2023-09-20")
    }
}
