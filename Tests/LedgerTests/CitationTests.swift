import Diplomacy
import Testing
import Text

@testable import Ledger

/// How articles say where their words are from, and what kind of voice speaks.
struct CitationTests {
    private let book: OutletBook

    init() throws {
        book = try OutletBook(ResourceFolder())
    }

    @Test(
        arguments: [
            ("en", "As Bloomberg reported, Russia sent nothing.", "Bloomberg", false),
            (
                "en", "Russia sent nothing, according to the Financial Times.", "Financial Times",
                false
            ),
            ("en", "Originally published by The Greenwich Dispatch.", "~krnfs tsps", true),
            ("en", "BRUSSELS (Reuters) - Ministers met on Monday.", "Reuters", true),
            ("uk", "Про це повідомляє «Європейська правда».", "European Pravda", false),
            ("uk", "Джерело: Степ-Інформ", "~stp nfrm", true),
            ("uk", "Як пише Bloomberg, Росія мовчить.", "Bloomberg", false),
            ("ru", "NBC со ссылкой на чиновников сообщал об отказе.", "NBC News", false),
            ("ru", "Источник: «Коммерсантъ»", "Kommersant", true),
            (
                "de", "Wie die »Financial Times« am Montag berichtete, droht ein Veto.",
                "Financial Times", false
            ),
            ("de", "(Quelle: dpa/afp, eigener Bericht)", "Deutsche Presse-Agentur", true),
            ("en", "Jane Porter, Reuters", "Reuters", true),
            ("en", "Jane Porter, D.W.", "Deutsche Welle", true),
            ("uk", "Олена Коваль, Bloomberg", "Bloomberg", true),
            ("ru", "Павел Орлов, «Коммерсантъ»", "Kommersant", true),
            ("de", "Kai Brandt, DW", "Deutsche Welle", true),
            (
                "de", "Aus dem Englischen, nach einem Bericht des Greenwich Dispatch",
                "~krnfs tsps", true
            ),
        ])
    func `an outlet that is named as the source is found`(
        language: String,
        words: String,
        outlet: String,
        isCredit: Bool
    ) {
        let article = Samples.article("a", [words], outlet: nil, language: language)
        let found = CitationReader(book: book).read(article).citations
        #expect(
            found.contains { $0.outlet == outlet && $0.isCredit == isCredit && $0.isKnown },
            "\(found)"
        )
    }

    @Test(
        arguments: [
            ("uk", "Передрук лише за згодою редакції."),
            ("en", "Reuters is a company with 2500 journalists."),
            ("ru", "Перевод денег занял три дня."),
            ("en", "The ministry said nothing."),
            ("en", "The minister spoke to Jane Porter, Reuters"),
            ("en", "Jane Porter, London"),
        ])
    func `what only looks like a source is none`(language: String, words: String) {
        let article = Samples.article("a", [words], outlet: nil, language: language)
        #expect(CitationReader(book: book).read(article).citations.filter(\.isKnown).isEmpty)
    }

    @Test(
        arguments: [
            ("uk", "Про допомогу він не сказав нічого, пише «Степовий вісник»."),
            ("ru", "Расчёты учились там, по данным издания «Степовий вісник»."),
        ])
    func `a name in quotation marks is taken whole`(language: String, words: String) {
        let article = Samples.article("a", [words], outlet: nil, language: language)
        let found = CitationReader(book: book).read(article).citations
        #expect(found.map(\.name) == ["Степовий вісник"])
        #expect(found.map(\.isKnown) == [false], "until an article of it is at hand")
    }

    @Test func `an article does not cite its own outlet`() {
        let article = Samples.article(
            "a",
            ["As Bloomberg reported, nothing came."],
            outlet: "Bloomberg"
        )
        #expect(CitationReader(book: book).read(article).citations.isEmpty)
    }

    @Test(
        arguments: [
            (["Dmitry Peskov"], Root.Kind.named, "pskf", nil),
            (["Дмитро Пєсков"], .named, "pskf", nil),
            (["речник Кремля Дмитро Пєсков"], .named, "pskf", nil),
            (["Bloomberg", "Venezuelan officials"], .unnamed, "", "Bloomberg"),
            (["NBC", "чиновников"], .unnamed, "", "NBC News"),
            (["diplomat Ivan Petrov"], .named, "ptrf", nil),
            (["ein ranghoher EU-Diplomat"], .unnamed, "", nil),
            (["Bloomberg"], .account, "", "Bloomberg"),
            (["Агентство Reuters"], .account, "", "Reuters"),
            ([], .account, "", nil),
        ] as [([String], Root.Kind, String, String?)]
    )
    func `the innermost voice decides whose word it is`(
        chain: [String],
        kind: Root.Kind,
        voice: String,
        outlet: String?
    ) {
        let article = Samples.article("a", ["Russia sent nothing."])
        let statement = Samples.statement(
            "s",
            in: article,
            "sent nothing",
            speakers: chain.map { Voice(name: $0) }
        )
        let found = VoiceReader(book: book, citations: [], own: nil)
            .testimony(of: statement, citation: nil)
        #expect(found.kind == kind)
        #expect(found.voice == voice)
        #expect(found.outlet == outlet)
    }

    @Test func `an office is its state's, however it is called`() {
        let reader = VoiceReader(book: book, citations: [], own: nil)
        let article = Samples.article("a", ["Russia sent nothing."])
        for name in ["Kremlin", "МИД России", "Außenministerium in Moskau", "Moscow", "він"] {
            let statement = Samples.statement(
                "s",
                in: article,
                "sent nothing",
                speakers: [Voice(name: name, actor: ActorCode("RUS"))]
            )
            #expect(
                reader.testimony(of: statement, citation: nil).voice == "office of RUS",
                "\(name)"
            )
        }
    }
}
