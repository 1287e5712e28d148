import Diplomacy
import GRDB
import Testing
import Text

@testable import Ledger

/// Who passes on whom: likeness of words, of names and numbers, and what articles say themselves.
struct RelayTests {
    private static let report = [
        "Manila will not invoke the treaty over the clash at the reef, the executive secretary told reporters on Friday.",
        "Sailors with axes and knives boarded two boats on Monday and cut the thumb of one man, the navy said.",
        "Washington had offered ships for the resupply run, but the admirals in Manila turned the offer down in May.",
        "The two foreign ministers spoke by telephone on Tuesday for 25 minutes and agreed to meet in July.",
        "Tokyo and Seoul will send observers to the exercise that begins on 14 October off Palawan.",
    ]

    private func sketched(
        _ id: String,
        _ paragraphs: [String],
        language: String = "en",
        published: String = "2024-06-22",
        outlet: String? = nil
    ) -> SketchedArticle {
        let article = Samples.article(
            id,
            paragraphs,
            outlet: outlet,
            language: language,
            published: published
        )
        return SketchedArticle(article, knownOn: Samples.day(published))
    }

    @Test func `a shortened reprint with other quotation marks is a copy of the earlier article`()
        throws
    {
        let original = sketched("a", Self.report)
        var cut = Array(Self.report.prefix(3))
        cut[0] = "“" + cut[0].replacing("Friday", with: "Friday afternoon") + "”"
        let reprint = sketched("b", cut, published: "2024-06-23")
        let relay = try #require(RelayFinder().relay(original, reprint))
        #expect(relay.article == "b")
        #expect(relay.origin == .article("a"))
        #expect(relay.reason == .copy)
        #expect(relay.probability > 0.8)
        #expect(
            relay == RelayFinder().relay(reprint, original),
            "the order of the question is none"
        )
    }

    @Test func `of one day, the shorter passes on the longer`() {
        let long = sketched("z", Self.report)
        let short = sketched("a", Array(Self.report.prefix(3)))
        #expect(RelayFinder().relay(long, short)?.article == "a")
    }

    @Test func `two reports on one thing in their own words are no copies`() {
        let other = sketched(
            "b",
            [
                "The Philippines does not see the fight at the shoal as an attack under its pact with America.",
                "A sailor lost a thumb when men from China's coast guard came aboard with blades, officers said.",
                "The United States had earlier proposed to escort the supply boats; Manila said no.",
            ]
        )
        #expect(RelayFinder().relay(sketched("a", Self.report), other) == nil)
    }

    @Test func `a page that strings passages of several together is a digest of each`() {
        let second = (0..<12).map {
            "Paragraph \($0) tells of a gas pipeline and its \($0 + 40) owners at length."
        }
        let filler = (0..<40).map {
            "Line \($0) of the morning overview says word\($0) about place\($0)."
        }
        let digest = sketched(
            "d",
            [Self.report[1], Self.report[2]] + filler + Array(second.prefix(2)),
            published: "2024-06-24"
        )
        let relay = RelayFinder().relay(digest, sketched("a", Self.report))
        #expect(relay?.reason == .digest)
        #expect(relay?.isWhole == false)
    }

    private static let gas = [
        "Nach Angaben von Vadim Krasnoselski fehlen in Tiraspol 74 Millionen Kubikmeter. Ministerpräsident Dorin Recean bot am 3. Februar Gas aus Rumänien an; Igor Dodon lehnte ab.",
        "Die EU gab 20 Millionen Euro für 10 Tage. Präsidentin Maia Sandu dankte Ursula von der Leyen. Gazprom schwieg, Dmitri Peskow auch.",
        "In Bender und Rybniza standen 51 Betriebe still, sagte Sergej Obolonik.",
    ]
    private static let gasInRussian = [
        "По словам Вадима Красносельского, Тирасполю не хватает 74 млн кубометров. Премьер Дорин Речан 3 февраля предложил газ из Румынии, но Игорь Додон был против.",
        "ЕС выделил 20 млн евро на 10 дней. Президент Майя Санду поблагодарила Урсулу фон дер Ляйен. В «Газпроме» молчат, Дмитрий Песков тоже.",
        "В Бендерах и Рыбнице встали 51 предприятие, сказал Сергей Оболоник.",
    ]

    @Test func `a translation keeps names and numbers in their order`() throws {
        let relay = try #require(
            RelayFinder().relay(
                sketched("a", Self.gas, language: "de", published: "2025-02-10"),
                sketched("b", Self.gasInRussian, language: "ru", published: "2025-02-11")
            )
        )
        #expect(relay.reason == .translation)
        #expect(relay.article == "b")
        let late = sketched("c", Self.gasInRussian, language: "ru", published: "2025-05-11")
        #expect(
            RelayFinder().relay(
                sketched("a", Self.gas, language: "de", published: "2025-02-10"),
                late
            )
                == nil,
            "three months later it is another story"
        )
    }

    @Test func `the estimate of a signature is close to the true likeness`() {
        let all = (0..<2000).map { mixed(UInt64($0)) }
        for share in [0.1, 0.3, 0.5, 0.9] {
            let common = Int(share * 1000)
            let left = Set(all[..<1000])
            let right = Set(all[(1000 - common)..<(2000 - common)])
            let truth = Double(left.intersection(right).count) / Double(left.union(right).count)
            let estimate = MinHash(of: left).likeness(to: MinHash(of: right))
            #expect(abs(estimate - truth) < 0.19, "three standard errors at \(share)")
        }
        #expect(MinHash(of: Set<UInt64>()).bands.isEmpty)
    }

    @Test(
        arguments: [
            ("Peskov", ["Песков", "Пєсков", "Peskow", "Пескова"]),
            ("Zelensky", ["Зеленский", "Зеленський", "Selenskyj", "Zelenskyy"]),
            ("Pashinyan", ["Пашинян", "Paschinjan", "Пашинян"]),
            ("Erdoğan", ["Эрдоган", "Ердоган", "Erdogan"]),
            ("Шойгу", ["Shoigu", "Schoigu"]),
        ])
    func `a name is the same in four languages`(name: String, spellings: [String]) {
        for spelling in spellings {
            #expect(NameSkeleton.of(spelling) == NameSkeleton.of(name), "\(spelling)")
        }
    }

    @Test func `a reprint finds its original in the ledger, whichever was read first`() throws {
        let original = sketched("a", Self.report, outlet: "Pacific Ledger").article
        let reprint = sketched("b", Array(Self.report.prefix(3)), published: "2024-06-23").article
        for order in [[original, reprint], [reprint, original]] {
            let ledger = try LedgerDatabase.inMemory()
            for article in order {
                _ = try ledger.record(Samples.coded(article), readOn: Samples.today, source: nil)
            }
            let relays = try ledger.weighed([], clocks: .unset, everyArticle: true).graph.relays
            #expect(relays.map(\.article) == ["b"])
            #expect(relays.map(\.origin) == [.article("a")])
        }
    }

    @Test func `articles that an earlier version read are related when the ledger is opened`()
        throws
    {
        try Samples.withFile { file in
            let ledger = try LedgerDatabase(at: file)
            for (id, count) in [("a", 5), ("b", 3)] {
                _ = try ledger.record(
                    Samples.coded(sketched(id, Array(Self.report.prefix(count))).article),
                    readOn: Samples.today,
                    source: nil
                )
            }
            try ledger.write { try $0.execute(sql: "DELETE FROM sketch; DELETE FROM relay") }
            let opened = try LedgerDatabase(at: file)
            let weighed = try opened.weighed([], clocks: .unset, everyArticle: true)
            #expect(weighed.graph.relays.count == 1)
        }
    }
}
