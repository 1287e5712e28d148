import Diplomacy
import Testing

@testable import Coding

/// How parties stand to each other, where no act is told.
struct TieTests {
    /// A sentence of our own with the ties that a careful reader would code.
    struct Case: CustomTestStringConvertible {
        let language: String
        let text: String
        /// `SYR ally RUS fact`, with the detail in brackets where the tie has one.
        let expected: Set<String>

        var testDescription: String { "\(language): \(text)" }

        init(_ language: String, _ text: String, _ expected: String...) {
            self.language = language
            self.text = text
            self.expected = Set(expected)
        }

        func check() throws {
            let found = try Coder.code(text, language: language).ties.map(\.core)
            #expect(Set(found) == expected)
        }
    }

    @Test(arguments: [
        Case("en", "Syria is an ally of Russia.", "SYR ally RUS fact"),
        Case("en", "Russia's ally Syria was silent.", "SYR ally RUS fact"),
        Case("en", "Belarus, Russia's oldest ally, was silent.", "BLR ally RUS fact"),
        Case("uk", "Сирія є союзником Росії.", "SYR ally RUS fact"),
        Case("uk", "Сирія — союзник Росії.", "SYR ally RUS fact"),
        Case("ru", "Сирия является союзником России.", "SYR ally RUS fact"),
        Case("ru", "Союзник России Сирия молчит.", "SYR ally RUS fact"),
        Case("de", "Syrien ist ein Verbündeter Russlands.", "SYR ally RUS fact"),
    ])
    func `a noun is said of a subject, of a name beside it, or of one before it`(
        _ sentence: Case
    ) throws {
        try sentence.check()
    }

    @Test(arguments: [
        Case("en", "Jordan depends on Israel for gas.", "JOR dependence ISR (energy) fact"),
        Case("uk", "Монголія залежить від Китаю.", "MNG dependence CHN fact"),
        Case("ru", "Монголия зависит от Китая.", "MNG dependence CHN fact"),
        Case("de", "Moldau ist von Russland abhängig.", "MDA dependence RUS fact"),
        Case(
            "en",
            "China, Mongolia's main trading partner, was silent.",
            "MNG dependence CHN (trade) fact"
        ),
        Case("ru", "Крупнейший кредитор Киргизии — Китай.", "KGZ dependence CHN (money) fact"),
    ])
    func `a dependence has its holder, its other party and its channel`(
        _ sentence: Case
    ) throws {
        try sentence.check()
    }

    @Test(arguments: [
        Case("en", "Armenia is a member of the CSTO.", "ARM member IGO:CSTO fact"),
        Case("en", "Armenia is not a member of NATO.", "ARM member IGO:NATO denied"),
        Case("uk", "Вірменія не входить до НАТО.", "ARM member IGO:NATO denied"),
        Case("ru", "Армения входит в ОДКБ.", "ARM member IGO:CSTO fact"),
        Case("de", "Ungarn ist Mitglied der Nato.", "HUN member IGO:NATO fact"),
    ])
    func `a member has an organisation, and a negation denies it`(_ sentence: Case) throws {
        try sentence.check()
    }

    @Test(arguments: [
        Case("en", "A Turkish military base in Qatar was closed.", "TUR presence QAT (base) fact"),
        Case("ru", "В Абхазии размещены российские войска.", "RUS presence ABKHAZIA (troops) fact"),
        Case(
            "en",
            "Relations between Armenia and Turkey have cooled.",
            "ARM trend TUR (cooled) fact"
        ),
        Case(
            "uk",
            "Відносини між Вірменією і Туреччиною погіршилися.",
            "ARM trend TUR (cooled) fact"
        ),
        Case(
            "en",
            "Karabakh, which is recognised as part of Azerbaijan, was quiet.",
            "NKR territory AZE fact"
        ),
        Case("uk", "Куба лишилася без покровителя.", "? protector CUB denied"),
    ])
    func `bases, trends, territories and protectors have their own words`(
        _ sentence: Case
    ) throws {
        try sentence.check()
    }

    @Test func `two parties that one phrase names are a pair, whatever stands before them`() throws
    {
        let text = "Poland and Hungary met. Both countries' relations have cooled."
        #expect(try Coder.code(text).ties.allSatisfy { $0.holder != $0.other })
    }

    @Test func `parties that one subject lists stand so to each other`() throws {
        for (text, core) in [
            ("Poland and Lithuania are partners.", "POL partner LTU fact"),
            ("Poland and Lithuania are allies.", "POL ally LTU fact"),
        ] {
            #expect(try Coder.code(text).ties.map(\.core) == [core])
        }
    }

    @Test func `what is seen as a partner against a third makes a stance of both`() throws {
        let ties = try Coder.code("China sees Russia as a partner to counter the United States.")
            .ties
        #expect(
            Set(ties.map(\.core)) == [
                "RUS partner CHN claim", "CHN stance USA (against) claim",
                "RUS stance USA (against) claim",
            ]
        )
    }

    @Test func `what is asked, hoped for or conditional is no state yet`() throws {
        for text in [
            "Is Syria an ally of Russia?", "Ukraine would be a member of NATO.",
            "If Serbia were a member of the EU, it would vote.",
        ] {
            #expect(try Coder.code(text).ties.map(\.core) == [], "\(text)")
        }
    }

    @Test func `a tie that somebody tells is a claim of theirs`() throws {
        let ties = try Coder.code("Dmitry Peskov said that Armenia is a partner of Russia.").ties
        let tie = try #require(ties.first)
        #expect(tie.core == "ARM partner RUS claim")
        #expect(tie.speakers.map(\.name) == ["Dmitry Peskov"])
        #expect(tie.trail.first == "'partner': partner")
    }

    @Test func `this was emphasised by X reaches over a sentence in which somebody else speaks`()
        throws
    {
        let text = """
            Moscow is an ally of Syria. Dmitry Peskov said that nothing had changed.

            This was emphasised by analyst John Smith.
            """
        let tie = try #require(try Coder.code(text).ties.first)
        #expect(tie.core == "RUS ally SYR claim")
        #expect(tie.speakers.map(\.name) == ["analyst John Smith"])
    }

    @Test func `one tie told twice is one line`() throws {
        let ties = try Coder.code("Syria is an ally of Russia. Russia's ally Syria was silent.")
            .ties
        #expect(ties.map(\.core) == ["SYR ally RUS fact"])
    }
}

extension Tie {
    /// `BLR dependence RUS (energy) fact`.
    fileprivate var core: String {
        "\(holder?.rawValue ?? "?") \(kind.rawValue) \(other?.rawValue ?? "?") "
            + (detail.map { "(\($0)) " } ?? "") + modality.rawValue
    }
}
