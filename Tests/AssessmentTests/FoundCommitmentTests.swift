import Assessment
import Diplomacy
import Testing
import Text

/// Commitments that articles tell of join the register as found.
@Suite struct FoundCommitmentTests {
    private func found(_ statements: [CitedStatement]) throws -> [FoundCommitment] {
        let words = try Assessor(ResourceFolder()).treaties
        return CommitmentFinder(register: CaseSamples.register, words: words)
            .commitments(in: statements)
    }

    private let daily = SampleArticle(
        "daily",
        outlet: "daily",
        published: "2026-01-10",
        [
            "Moscow and Yerevan signed a treaty of friendship.",
            "Each must help if the other is attacked.",
            "Moscow and Tehran agreed on prices.",
            "They signed an agreement on security.",
            "They signed an agreement.",
        ]
    )
    private let visnyk = SampleArticle(
        "visnyk",
        outlet: "visnyk",
        language: "uk",
        published: "2026-01-12",
        ["Росія і Вірменія підписали договір про дружбу."]
    )

    @Test func `a treaty told twice is one, with both sentences`() throws {
        let found = try found([
            daily.told(0, "RUS agree ARM done fact", on: "1997-08-29"),
            visnyk.told(0, "ARM agree RUS done fact"),
        ])
        #expect(found.map(\.id) == ["found-arm-rus-1997"])
        #expect(found.map(\.kind) == [.partnership])
        #expect(found.map(\.rootCount) == [2])
        #expect(found.map(\.registered) == [["rus-arm"]])
    }

    @Test func `an agreement is a commitment only where its words say on what`() throws {
        let found = try found([
            daily.told(2, "RUS agree IRN done fact"), daily.told(3, "RUS agree IRN done fact"),
            daily.told(4, "RUS agree IRN done fact"),
        ])
        #expect(found.map(\.evidence.count) == [1])
        #expect(found.map(\.kind) == [.defenceCooperation])
    }

    @Test func `a duty to help told beside it is its obligation`() throws {
        let found = try found([
            daily.told(0, "RUS agree ARM done fact"),
            daily.told(1, "RUS aid ARM done hypothetical"),
        ])
        #expect(found.map(\.obligations) == [[.defence]])
    }

    @Test func `several treaties without a name are one line of their own`() throws {
        let weekly = SampleArticle(
            "weekly",
            outlet: "weekly",
            published: "2026-01-14",
            [
                "Minsk has multiple treaties and agreements with Moscow.",
                "Minsk and Moscow signed a treaty of friendship.",
                "Several ministers signed a treaty with Tehran.",
            ]
        )
        let found = try found([
            weekly.told(0, "BLR agree RUS done fact"),
            weekly.told(1, "BLR agree RUS done fact", on: "1999-12-08"),
        ])
        #expect(found.map(\.isSeveral) == [false, true])
        #expect(found.map(\.kind) == [.partnership, nil])
        for (language, words) in [
            ("uk", "Мінськ має низку договорів із Москвою."),
            ("ru", "У Минска несколько договоров с Москвой."),
            ("de", "Minsk hat mehrere Verträge mit Moskau."),
        ] {
            let article = SampleArticle(
                language,
                outlet: language,
                language: language,
                published: "2026-01-14",
                [words]
            )
            let found = try self.found([article.told(0, "BLR agree RUS done fact")])
            #expect(found.map(\.isSeveral) == [true], "\(words)")
        }
    }

    @Test func `treaties years apart are two, and what is denied or foretold is none`() throws {
        let found = try found([
            daily.told(0, "RUS agree ARM done fact", on: "1997-08-29"),
            visnyk.told(0, "RUS agree ARM done fact", on: "2010-08-20"),
        ])
        #expect(found.map(\.id) == ["found-arm-rus-1997", "found-arm-rus-2010"])
        #expect(found.map(\.registered) == [["rus-arm"], []])
        #expect(
            try self.found([
                daily.told(0, "RUS agree ARM not_done fact"),
                visnyk.told(0, "RUS agree ARM done expected"),
            ]).isEmpty
        )
    }

    @Test func `a guess is a commitment only where the register tells of one`() throws {
        func found(_ core: String) throws -> Int {
            try self.found([daily.told(0, core, on: "1997-08-29", confidence: 0.3)]).count
        }
        #expect(try found("RUS agree ARM done fact") == 1)
        #expect(try found("RUS agree FRA done fact") == 0)
    }
}
