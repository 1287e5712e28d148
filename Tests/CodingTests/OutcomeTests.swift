import Diplomacy
import Testing

@testable import Coding

/// Whom help reached where what came of it says so, and what somebody is blamed for: on sentences of our own.
struct OutcomeTests {
    @Test(arguments: [
        (
            "uk", "Без допомоги Кенії Судан зазнав поразки.", "KEN>SDN support not_done fact"
        ),
        (
            "ru", "Без помощи Кении Судан потерпел поражение.", "KEN>SDN support not_done fact"
        ),
        (
            "de", "Dank der Hilfe Kenias konnte sich der Sudan behaupten.",
            "KEN>SDN support done fact"
        ),
    ])
    func `help was for whom its outcome is told of`(
        _ language: String,
        _ text: String,
        _ core: String
    ) throws {
        #expect(try Coder.cores(text, language).contains(core))
    }

    @Test func `help without which somebody would have fallen was for him, in English too`() throws
    {
        let found = try Coder.cores("Thanks to Kenya's help, Sudan survived the siege.")
        #expect(found.contains("KEN>SDN support done fact"))
    }

    @Test(arguments: [
        ("uk", "Без допомоги Кенії Судан зазнав поразки."),
        ("ru", "Без помощи Кении Судан потерпел поражение."),
    ])
    func `that help stayed away is inferred from a defeat`(
        _ language: String,
        _ text: String
    ) throws {
        let statement = try Coder.statement(text, language: language)
        #expect(statement.marks.contains(.assessment))
        #expect(statement.date != nil)
    }

    @Test(arguments: [
        ("en", "The president of Sudan fled to Cairo after Kenyan support had weakened."),
        ("uk", "Президент Судану втік до Каїра після того, як кенійська підтримка ослабла."),
    ])
    func `who fled after support had weakened did without it`(
        _ language: String,
        _ text: String
    ) throws {
        #expect(try Coder.cores(text, language).contains("KEN>SDN support not_done fact"))
    }

    @Test(arguments: [
        ("en", "Kenya has repeatedly accused Uganda of inaction in the border region of Sudan."),
        ("ru", "Кения обвинила Уганду в бездействии."),
    ])
    func `what somebody is accused of is claimed`(_ language: String, _ text: String) throws {
        let found = try Coder.cores(text, language)
        #expect(found.contains("KEN>UGA accuse done fact"))
        #expect(found.contains("UGA>KEN support not_done claim"))
        #expect(!found.contains("UGA>KEN support not_done fact"))
    }

    @Test(arguments: [
        ("uk", "Кенійські посадовці були обурені тим, що Уганда продовжила операцію."),
        ("uk", "Кенійські офіційні особи скаржаться, що Уганда не захистила кордон."),
        ("en", "Officials in Nairobi complain that Ugandan troops failed to protect the border."),
    ])
    func `who does what is complained of is blamed`(_ language: String, _ text: String) throws {
        #expect(try Coder.cores(text, language).contains("KEN>UGA accuse done fact"))
    }

    @Test func `troops that do too little help too little`() throws {
        let text =
            "Kenya's government complains about Uganda. "
            + "Ugandan troops are not doing enough to clear the road."
        #expect(try Coder.cores(text).contains { $0.hasPrefix("UGA>KEN support not_done") })
    }

    @Test(arguments: [
        (
            "en", "Contrary to the popular version, Kenya was not informed of Sudan's plans.",
            "SDN>KEN consult done denied"
        ),
        (
            "uk", "Всупереч поширеній думці, Кенія не підтримала Судан.",
            "KEN>SDN support done denied"
        ),
        (
            "ru", "Вопреки распространённому мнению, Кения не поддержала Судан.",
            "KEN>SDN support done denied"
        ),
        (
            "de", "Entgegen der landläufigen Meinung unterstützte Kenia den Sudan nicht.",
            "KEN>SDN support done denied"
        ),
    ])
    func `a version that is contradicted is denied`(
        _ language: String,
        _ text: String,
        _ core: String
    ) throws {
        #expect(try Coder.cores(text, language).contains(core))
    }

    @Test(arguments: [
        ("en", "French and German officials condemned Uganda."),
        ("uk", "Французькі та німецькі чиновники засудили Уганду."),
        ("ru", "Французские и немецкие дипломаты осудили Уганду."),
    ])
    func `two adjectives share a noun`(_ language: String, _ text: String) throws {
        #expect(
            try Coder.cores(text, language) == [
                "FRA>UGA accuse done fact", "DEU>UGA accuse done fact",
            ]
        )
    }

    @Test(arguments: [
        ("en", "Kenya no longer has the means to support Sudan."),
        ("de", "Kenia hat nicht mehr die Kraft, den Sudan zu unterstützen."),
    ])
    func `who lacks the power to help does not help`(_ language: String, _ text: String) throws {
        let statement = try Coder.statement(text, language: language)
        #expect(statement.core == "KEN>SDN support not_done fact")
        #expect(statement.marks.contains(.noCapacity))
    }

    @Test(arguments: [
        (
            "en",
            "Kenya and Uganda signed a treaty, which includes a commitment to mutual defence in case of attack."
        )
    ])
    func `what is mutual is owed by both`(_ language: String, _ text: String) throws {
        #expect(
            try Coder.cores(text, language).isSuperset(of: [
                "KEN>UGA aid done hypothetical", "UGA>KEN aid done hypothetical",
            ])
        )
    }

    @Test func `what is mutual is owed by both, in Russian too`() throws {
        let found = try Coder.cores(
            "Кения и Уганда подписали договор о взаимной помощи в случае нападения.",
            "ru"
        )
        #expect(found.contains("UGA>KEN aid done hypothetical"))
        withKnownIssue("of one direction the reading has 0.24, where 0.25 is asked") {
            #expect(found.contains("KEN>UGA aid done hypothetical"))
        }
    }

    @Test func `a clause that is added has the date of its sentence`() throws {
        func dates(_ text: String) throws -> [String?] {
            try Coder.code(text, language: "uk").statements.map { $0.date?.edtf }
        }
        let told = try dates("У 2020 році Кенія покинула Судан, який програв війну з Ефіопією.")
        #expect(told.count == 2 && Set(told) == ["2020"])
        let betrayed = try dates("У 2020 році Кенія зрадила Судан, який програв війну з Ефіопією.")
        #expect(betrayed.count == 2 && Set(betrayed) == ["2020"])
    }

    @Test(arguments: [
        ("en", "Here is Bashar al-Assad coming to Kenya."), ("ru", "Башар Асад прилетел в Кению."),
    ])
    func `a fallen leader who comes is given refuge`(_ language: String, _ text: String) throws {
        let found = try Coder.code(text, language: language, published: "2025-06-10").statements
        #expect(found.map(\.core) == ["KEN>SYR aid done fact"])
        #expect(found.first?.kind == .asylum)
    }

    @Test func `who is named in what is refused is refused`() throws {
        let text =
            "\"We do not consider it useful to hold joint exercises with Sudan,\" "
            + "Kenyan President William Ruto said on Monday."
        #expect(try Coder.cores(text).contains("KEN>SDN reject done fact"))
    }

    @Test func `who defeats an army stands behind it`() throws {
        let found = try Coder.cores("Kenya's troops were routed by the army of Sudan.")
        #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix("SDN>KEN assault done") })
    }

    @Test func `weapons that prove poor are help that failed`() throws {
        let text = "Der Krieg zeigte Mängel der chinesischen Raketen für Kenia."
        let statement = try Coder.statement(text, language: "de")
        #expect(statement.core == "CHN>KEN aid not_done fact")
        #expect(statement.kind == .arms)
    }

    @Test func `a reason after what was too little is not too little itself`() throws {
        let text =
            "The help of Uganda was insufficient, because Ethiopian attacks on Kenya cut off the power."
        #expect(try Coder.cores(text).contains("ETH>KEN assault done fact"))
    }
}
