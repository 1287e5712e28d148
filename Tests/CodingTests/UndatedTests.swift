import Diplomacy
import Testing

@testable import Coding

/// Articles that nothing dates: what they tell says about when they were published.
struct UndatedTests {
    @Test func `an undated article is of the time of the latest event that it tells`() throws {
        let text = """
            Canada condemned Serbia on 5 March 2021. In 2019 Canada had sent weapons to Kenya.
            """
        let publication = try Coder.code(text, published: nil).article.publication
        let interval = try #require(publication.interval)
        #expect(interval.first.description == "2021-03-05")
        #expect(interval.isApproximate)
        #expect(
            publication.reasons.contains { $0.hasPrefix("inferred: ") && $0.contains("2021-03-05") }
        )
    }

    @Test(arguments: [
        ("en", "German Chancellor Olaf Scholz condemned Serbia."),
        ("de", "Der deutsche Bundeskanzler Olaf Scholz verurteilte Serbien."),
        ("ru", "Канцлер Германии Олаф Шольц осудил Сербию."),
        ("uk", "Канцлер Німеччини Олаф Шольц засудив Сербію."),
    ])
    func `who is named in office bounds it`(_ language: String, _ text: String) throws {
        let article = try Coder.code(text, language: language, published: nil).article
        #expect(article.publication.interval?.first.description == "2021-12-08")
    }

    /// The latest day that is told, and who is in office until the end of 2021.
    private static let before = [
        "en":
            "Canada condemned Serbia on 5 March 2021. German Chancellor Angela Merkel condemned Norway.",
        "de":
            "Kanada verurteilte am 5. März 2021 Serbien. Die deutsche Bundeskanzlerin Angela Merkel verurteilte Norwegen.",
        "ru":
            "Канада осудила Сербию 5 марта 2021 года. Канцлер Германии Ангела Меркель осудила Норвегию.",
        "uk":
            "Канада засудила Сербію 5 березня 2021 року. Канцлерка Німеччини Ангела Меркель засудила Норвегію.",
    ]

    @Test(arguments: [
        ("en", "Canada attacked Kenya last year.", "2020"),
        ("de", "Kanada griff Kenia im vergangenen Jahr an.", "2020"),
        ("ru", "Канада атаковала Кению в прошлом году.", "2020"),
        ("uk", "Канада атакувала Кенію минулого року.", "2020"),
        ("en", "In January Canada attacked Kenya.", "2021-01"),
    ])
    func `then last year and a bare month have a year`(
        _ language: String,
        _ text: String,
        _ date: String
    ) throws {
        let before = try #require(Self.before[language])
        let coded = try Coder.code(
            before + "\n\n" + text,
            language: language,
            published: nil
        )
        let attack = try #require(coded.statements.first { $0.act == .assault })
        #expect(attack.date?.edtf == date)
    }

    @Test(arguments: [
        "Canada will leave Kenya in 2030.", "Canada condemned Serbia.",
        "Former US President Barack Obama condemned Serbia.",
    ])
    func `what is to come, and who is out of office, date nothing`(_ text: String) throws {
        #expect(try Coder.code(text, published: nil).article.publication.interval == nil)
    }

    @Test func `a date that the page declares is not inferred`() throws {
        let text = "Canada condemned Serbia on 5 March 2021."
        #expect(try Coder.code(text).article.publication.interval?.edtf == Coder.monday)
    }
}
