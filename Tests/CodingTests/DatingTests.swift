import Diplomacy
import Testing

@testable import Coding

/// When it happened.
struct DatingTests {
    @Test(arguments: [
        ("a day", "en", "Canada sent weapons to Kenya on 5 March 2021.", "2021-03-05"),
        ("a day", "uk", "Канада надіслала зброю Кенії 5 березня 2021 року.", "2021-03-05"),
        ("a day", "ru", "Канада отправила оружие Кении 5 марта 2021 года.", "2021-03-05"),
        ("a day", "de", "Kanada lieferte Kenia am 5. März 2021 Waffen.", "2021-03-05"),
        ("a month", "en", "Canada condemned Serbia in March 2021.", "2021-03"),
        ("a year", "en", "Canada condemned Serbia in 2021.", "2021"),
        ("yesterday", "en", "Canada condemned Serbia yesterday.", "2024-06-09"),
        ("yesterday", "uk", "Канада вчора засудила Сербію.", "2024-06-09"),
        ("yesterday", "ru", "Канада вчера осудила Сербию.", "2024-06-09"),
        ("yesterday", "de", "Kanada verurteilte gestern Serbien.", "2024-06-09"),
        ("a weekday", "en", "Canada condemned Serbia on Thursday.", "2024-06-06"),
        ("a weekday", "uk", "Канада засудила Сербію в четвер.", "2024-06-06"),
        ("a weekday", "ru", "Канада осудила Сербию в четверг.", "2024-06-06"),
        ("a weekday", "de", "Kanada verurteilte Serbien am Donnerstag.", "2024-06-06"),
        ("the weekday of publication", "en", "Canada condemned Serbia on Monday.", "2024-06-10"),
        ("last year", "en", "Canada sent weapons to Kenya last year.", "2023"),
        ("last year", "uk", "Канада надіслала зброю Кенії торік.", "2023"),
        ("last year", "ru", "Канада отправила оружие Кении в прошлом году.", "2023"),
        ("last year", "de", "Kanada schickte Kenia im vergangenen Jahr Waffen.", "2023"),
        ("years ago", "en", "Canada condemned Serbia three years ago.", "2021"),
        ("a day without its year", "en", "Canada sent weapons to Kenya on 5 March.", "2024-03-05"),
        (
            "a day later in the year", "en", "Canada sent weapons to Kenya on 5 October.",
            "2023-10-05"
        ),
        (
            "a named war", "en", "Canada sent troops to Kuwait during the Gulf War.",
            "1990-08-02/1991-02-28"
        ),
    ])
    func `a date is read against the day of publication`(
        _ what: String,
        _ language: String,
        _ text: String,
        _ date: String
    ) throws {
        #expect(try Coder.statement(text, language: language).date?.edtf == date)
    }

    @Test(arguments: [
        (
            "en",
            "\"We do not consider it useful to hold Ugandan exercises in our country,\" Kenyan President William Ruto said on Tuesday."
        ),
        (
            "de",
            "„Wir lehnen Manöver mit Uganda ab“, sagte der kenianische Präsident William Ruto am Dienstag."
        ),
    ])
    func `what a state does by saying so it did when it said so`(
        _ language: String,
        _ text: String
    ) throws {
        let statement = try #require(
            try Coder.code(text, language: language).statements.first { $0.act == .reject }
        )
        #expect(statement.date?.edtf == "2024-06-04")
    }

    @Test(arguments: [
        (
            "the next day", "en",
            "Canada warned Kenya on 5 March 2021. The next day Canada attacked Kenya.", "2021-03-06"
        ),
        (
            "the same day", "uk",
            "Канада попередила Кенію 5 березня 2021 року. Того ж дня Канада атакувала Кенію.",
            "2021-03-05"
        ),
        (
            "days later", "ru",
            "Канада предупредила Кению 5 марта 2021 года. Спустя три дня Канада атаковала Кению.",
            "2021-03-08"
        ),
        (
            "a year later", "de",
            "Kanada warnte Kenia im März 2021. Zwei Jahre später griff Kanada Kenia an.", "2023"
        ),
        (
            "the month of the next year", "en",
            "Canada warned Kenya on 5 October 2023. On 3 January Canada attacked Kenya.",
            "2024-01-03"
        ),
        (
            "a span", "en", "Canada attacked Kenya in the past three months.",
            "2024-03-01/2024-06-10"
        ),
    ])
    func `a date counts from the one told before`(
        _ what: String,
        _ language: String,
        _ text: String,
        _ date: String
    ) throws {
        let coded = try Coder.code(text, language: language)
        #expect(coded.statements.last { $0.act == .assault }?.date?.edtf == date)
    }

    @Test func `a number of soldiers is no year, and years that last are no years ago`() throws {
        let many = try Coder.code("Kanada schickte Kenia 2000 Soldaten.", language: "de")
        #expect(!many.statements.contains { $0.date?.edtf == "2000" })
        let long = try Coder.code("Canada bombed Kenya for nine years.")
        #expect(!long.statements.contains { $0.date?.edtf == "2015" })
    }

    @Test func `a German day between verb and object leaves the act alone`() throws {
        let coded = try Coder.code(
            "Kanada schickte am 5. März 2021 Waffen nach Kenia.",
            language: "de"
        )
        #expect(coded.statements.map { $0.date?.edtf } == ["2021-03-05"])
    }

    @Test(arguments: [
        ("en", "Canada sent weapons to Kenya."), ("uk", "Канада надіслала зброю Кенії."),
        ("ru", "Канада отправила оружие Кении."), ("de", "Kanada lieferte Kenia Waffen."),
    ])
    func `a deed in the news without a date is of about the month of its publication`(
        _ language: String,
        _ text: String
    ) throws {
        #expect(try Coder.statement(text, language: language).date?.edtf == "2024-06~")
    }

    @Test func `a speech act without a date was on the day of publication`() throws {
        #expect(try Coder.statement("Canada condemned Serbia.").date?.edtf == Coder.monday)
    }

    @Test(arguments: [
        "Canada sent weapons to Kenya yesterday.", "Canada condemned Serbia on Thursday.",
        "Canada sent weapons to Kenya last year.", "Canada sent weapons to Kenya on 5 March.",
        "Canada condemned Serbia.",
    ])
    func `in an undated article nothing relative has a date`(_ text: String) throws {
        #expect(try Coder.statement(text, published: nil).date == nil)
    }

    @Test func `an article of one of two days dates nothing to one of them`() throws {
        let statement = try Coder.statement(
            "Canada condemned Serbia.",
            published: "2024-06-10/2024-10-06"
        )
        #expect(statement.date == nil)
    }

    @Test func `the reason for the date is on the trail`() throws {
        let dated = try Coder.statement("Canada condemned Serbia on Thursday.")
        #expect(dated.trail.last == "date: the last such weekday before the publication")
        let undated = try Coder.statement("Canada sent weapons to Kenya.")
        #expect(undated.trail.last == "date: about the time of publication")
    }

    @Test(arguments: [
        (
            "a predicate joined to another", "en",
            "On 5 March 2021 the Canadian prime minister called Nairobi and sent weapons to Kenya.",
            "2021-03-05"
        ),
        (
            "told of the date itself", "en",
            "Relations were good in 2021, when Canada sent weapons to Kenya.", "2021"
        ),
        (
            "what is to come is not of that day", "en",
            "On 5 March 2021 Canada closed its embassy and will send weapons to Kenya.", nil
        ),
        (
            "a month after another of its sentence", "en",
            "In January 2021 Canada warned Kenya; by March Canada had sent weapons to Kenya.",
            "2021-03"
        ),
    ])
    func `a date holds for what is joined to its clause`(
        _ what: String,
        _ language: String,
        _ text: String,
        _ date: String?
    ) throws {
        let aid = try #require(
            try Coder.code(text, language: language).statements.first { $0.act == .aid }
        )
        if let date {
            #expect(aid.date?.edtf == date)
        } else {
            #expect(aid.date?.edtf != "2021-03-05")
        }
    }

    @Test func `the year of a treaty is not the year of a request under it`() throws {
        let text = "Kenya asked Canada for military help under a treaty of 1997."
        let request = try #require(try Coder.code(text).statements.first { $0.act == .request })
        #expect(request.date?.edtf != "1997")
    }

    @Test(arguments: [
        ("en", "18:50 Canada sent weapons to Kenya."),
        ("de", "21.40 Uhr: Kanada lieferte Kenia Waffen."),
    ])
    func `an entry with its hour is of the day of publication`(
        _ language: String,
        _ text: String
    ) throws {
        #expect(try Coder.statement(text, language: language).date?.edtf == Coder.monday)
    }
}
