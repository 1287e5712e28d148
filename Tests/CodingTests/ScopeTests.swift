import Diplomacy
import Testing

@testable import Coding

/// Done or not, and how certain.
struct ScopeTests {
    @Test(arguments: [
        SentenceCase(
            "not",
            "en",
            "China did not support Pakistan.",
            "CHN>PAK support not_done fact"
        ),
        SentenceCase(
            "what governs ends at the semicolon",
            "de",
            "Polen hat die Einfuhr verboten; Kiew verklagte Ungarn.",
            "UKR>HUN accuse done fact"
        ),
        SentenceCase(
            "nobody, far from the verb",
            "en",
            "None of the three ministers in Belgrade has condemned Russia.",
            "SRB>RUS accuse not_done fact"
        ),
        SentenceCase(
            "nobody, far from the verb",
            "de",
            "Kein serbischer Minister aus den Reihen der Koalition verurteilte Russland.",
            "SRB>RUS accuse not_done fact"
        ),
        SentenceCase("not", "uk", "Китай не підтримав Пакистан.", "CHN>PAK support not_done fact"),
        SentenceCase("not", "ru", "Китай не поддержал Пакистан.", "CHN>PAK support not_done fact"),
        SentenceCase(
            "not, behind the verb",
            "de",
            "China unterstützte Pakistan nicht.",
            "CHN>PAK support not_done fact"
        ),
        SentenceCase(
            "a carrying verb",
            "en",
            "Russia did not provide any military help to Armenia.",
            "RUS>ARM aid not_done fact"
        ),
        SentenceCase(
            "a carrying verb",
            "uk",
            "Росія не надала Вірменії жодної військової допомоги.",
            "RUS>ARM aid not_done fact"
        ),
        SentenceCase(
            "a carrying verb",
            "ru",
            "Россия не оказала Армении никакой военной помощи.",
            "RUS>ARM aid not_done fact"
        ),
        SentenceCase(
            "a carrying verb",
            "de",
            "Russland leistete Armenien keine militärische Hilfe.",
            "RUS>ARM aid not_done fact"
        ),
        SentenceCase(
            "a hostile act",
            "en",
            "Hungary did not condemn Russia.",
            "HUN>RUS accuse not_done fact"
        ),
    ])
    func `a negation makes what was expected not done`(_ sentence: SentenceCase) throws {
        try sentence.check()
    }

    @Test(arguments: [
        ("en", "After Russia's attack on Georgia, France refused to supply Russia with ships."),
        ("uk", "Після нападу Росії на Грузію Франція відмовилася постачати Росії кораблі."),
        ("ru", "Швеция прекратила поставки оружия Египту после нападения Египта на Судан."),
        (
            "de",
            "Nach dem Angriff Russlands auf Georgien weigerte sich Frankreich, Russland Schiffe zu liefern."
        ),
    ])
    func `when or why something happened is not denied with it`(
        _ language: String,
        _ text: String
    ) throws {
        let found = try Coder.code(text, language: language).statements
        #expect(found.contains { $0.act == .reject || $0.act == .sanction })
        #expect(found.allSatisfy { $0.polarity == .done }, "\(found.map(\.core))")
    }

    @Test func `what is stopped because of an attack is stopped`() throws {
        let found = try Coder.cores(
            "Sweden stopped supplying Egypt with arms because of Egypt's attack on Sudan."
        )
        #expect(found.contains { $0.hasPrefix("SWE>EGY sanction done") })
    }

    @Test(arguments: [
        SentenceCase(
            "failed to",
            "en",
            "China failed to support Pakistan in the vote.",
            "CHN>PAK support not_done fact"
        ),
        SentenceCase(
            "did not manage",
            "uk",
            "Китаю не вдалося підтримати Пакистан.",
            "CHN>PAK support not_done fact",
            gap: "the dative of an impersonal verb is taken for the target"
        ),
        SentenceCase(
            "in the end did not",
            "uk",
            "Китай так і не підтримав Пакистан.",
            "CHN>PAK support not_done fact"
        ),
        SentenceCase(
            "in the end did not",
            "ru",
            "Китай так и не поддержал Пакистан.",
            "CHN>PAK support not_done fact"
        ),
        SentenceCase(
            "omitted to",
            "de",
            "China versäumte es, Pakistan zu unterstützen.",
            "CHN>PAK support not_done fact"
        ),
        SentenceCase("betrayed", "en", "Norway betrayed Sweden.", "NOR>SWE support not_done fact"),
    ])
    func `a failure is not done`(_ sentence: SentenceCase) throws {
        try sentence.check()
    }

    @Test(arguments: [
        SentenceCase(
            "refused to",
            "en",
            "Chile refused to supply weapons to Bolivia.",
            "CHL>BOL reject done fact"
        ),
        SentenceCase(
            "refused to",
            "uk",
            "Чилі відмовилося постачати зброю Болівії.",
            "CHL>BOL reject done fact"
        ),
        SentenceCase(
            "refused to",
            "ru",
            "Чили отказалась поставлять оружие Боливии.",
            "CHL>BOL reject done fact"
        ),
        SentenceCase(
            "refused to",
            "de",
            "Chile weigerte sich, Bolivien Waffen zu liefern.",
            "CHL>BOL reject done fact"
        ),
    ])
    func `a refusal is a rejection that was done`(_ sentence: SentenceCase) throws {
        try sentence.check()
    }

    @Test func `a refusal that never was is no rejection but help`() throws {
        try SentenceCase(
            "double negation",
            "en",
            "Japan never refused to help Australia.",
            "JPN>AUS support done fact",
            gap: "the negation of a refusal negates the rejection instead of undoing it"
        ).check()
    }

    @Test(arguments: [
        SentenceCase(
            "suspended",
            "en",
            "Finland suspended arms deliveries to Turkey.",
            "FIN>TUR sanction done fact"
        ),
        SentenceCase(
            "suspended",
            "uk",
            "Фінляндія призупинила постачання зброї Туреччині.",
            "FIN>TUR sanction done fact"
        ),
        SentenceCase(
            "suspended",
            "ru",
            "Финляндия приостановила поставки оружия Турции.",
            "FIN>TUR sanction done fact"
        ),
        SentenceCase(
            "stopped",
            "de",
            "Finnland stoppte die Waffenlieferungen an die Türkei.",
            "FIN>TUR sanction done fact"
        ),
    ])
    func `help that is stopped on purpose is a sanction`(_ sentence: SentenceCase) throws {
        try sentence.check()
    }

    @Test(arguments: [
        SentenceCase(
            "will",
            "en",
            "Turkey will send troops to Qatar.",
            "TUR>QAT aid done expected"
        ),
        SentenceCase(
            "will",
            "de",
            "Die Türkei wird Katar Waffen liefern.",
            "TUR>QAT aid done expected"
        ),
        SentenceCase(
            "a future form",
            "uk",
            "Туреччина надасть Катару зброю.",
            "TUR>QAT aid done expected"
        ),
        SentenceCase(
            "a future form",
            "ru",
            "Турция поставит Катару оружие.",
            "TUR>QAT aid done expected"
        ),
        SentenceCase(
            "troops sent to a host",
            "uk",
            "Туреччина надішле війська до Катару.",
            "TUR>QAT aid done expected",
            gap: "troops sent to a friendly host are coded as a mobilization against it"
        ),
        SentenceCase(
            "troops sent to a host",
            "ru",
            "Турция отправит войска в Катар.",
            "TUR>QAT aid done expected",
            gap: "troops sent to a friendly host are coded as a mobilization against it"
        ),
    ])
    func `the future is expected`(_ sentence: SentenceCase) throws {
        try sentence.check()
    }

    @Test(arguments: [
        SentenceCase(
            "would",
            "en",
            "India would support Vietnam.",
            "IND>VNM support done hypothetical"
        ),
        SentenceCase(
            "an if-clause",
            "en",
            "If Vietnam were attacked, India would defend Vietnam.",
            "IND>VNM support done hypothetical"
        ),
        SentenceCase(
            "would",
            "uk",
            "Індія підтримала б В'єтнам.",
            "IND>VNM support done hypothetical"
        ),
        SentenceCase(
            "would",
            "ru",
            "Индия поддержала бы Вьетнам.",
            "IND>VNM support done hypothetical"
        ),
        SentenceCase(
            "would",
            "de",
            "Indien würde Vietnam unterstützen.",
            "IND>VNM support done hypothetical"
        ),
        SentenceCase(
            "an if-clause",
            "de",
            "Sollte Vietnam angegriffen werden, würde Indien Vietnam verteidigen.",
            "IND>VNM support done hypothetical"
        ),
        SentenceCase(
            "an if-clause",
            "uk",
            "Якщо на В'єтнам нападуть, Індія підтримає В'єтнам.",
            "IND>VNM support done hypothetical"
        ),
        SentenceCase(
            "an if-clause",
            "ru",
            "Если на Вьетнам нападут, Индия поддержит Вьетнам.",
            "IND>VNM support done hypothetical"
        ),
        SentenceCase(
            "both halves",
            "en",
            "India would support Vietnam if China attacked Vietnam.",
            "IND>VNM support done hypothetical",
            "CHN>VNM assault done hypothetical"
        ),
    ])
    func `a condition is hypothetical`(_ sentence: SentenceCase) throws {
        try sentence.check()
    }

    @Test func `an English question is known by its auxiliary`() throws {
        let coded = try Coder.code("Did Egypt ever support Sudan?")
        #expect(coded.statements.isEmpty)
        #expect(coded.omissions.map(\.reason) == [.rhetoricalQuestion])
    }

    @Test(arguments: [
        ("en", "When has Egypt supported Sudan?"), ("uk", "Хіба Єгипет колись підтримав Судан?"),
        ("ru", "Разве Египет когда-нибудь поддержал Судан?"),
        ("de", "Hat Ägypten den Sudan jemals unterstützt?"),
    ])
    func `a question that nobody asks is left out with its reason`(
        _ language: String,
        _ text: String
    ) throws {
        let coded = try Coder.code(text, language: language)
        #expect(coded.statements.isEmpty)
        #expect(Set(coded.omissions.map(\.reason)) == [.rhetoricalQuestion])
    }
}
