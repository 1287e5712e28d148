import Diplomacy
import Testing

/// Who is blamed for what, who has a part in it, and which word a negation denies: on sentences of our own.
struct BlameTests {
    @Test(arguments: [
        ("en", "Chad condemned the bombing of Sudan.", "SDN"),
        ("de", "Der Tschad hat die Luftangriffe auf den Sudan verurteilt.", "SDN"),
        ("de", "Kenia verurteilte den Einmarsch in den Sudan.", "SDN"),
        ("uk", "Кенія засудила бомбардування Судану.", "SDN"),
        ("ru", "Кения осудила удар по больнице в Судане.", "SDN"),
    ])
    func `who suffers what is condemned is not blamed`(
        _ language: String,
        _ text: String,
        _ sufferer: String
    ) throws {
        let found = try Coder.code(text, language: language).statements
        #expect(!found.contains { $0.act == .accuse && $0.target?.rawValue == sufferer })
    }

    @Test(arguments: [
        ("ru", "Кения осудила признание Южной Осетии Москвой.", "KEN>RUS accuse done fact"),
        ("en", "Kenya condemned the Ethiopian raid on Sudan.", "KEN>ETH accuse done fact"),
    ])
    func `who did what is condemned is blamed`(
        _ language: String,
        _ text: String,
        _ core: String
    ) throws {
        #expect(try Coder.cores(text, language).contains(core))
    }

    @Test(arguments: [
        (
            "en", "Kenya and Uganda held joint exercises without Sudan.",
            "KEN>UGA cooperate done fact"
        ),
        (
            "ru", "Кения разорвала отношения с Суданом, Уганда и Танзания отозвали послов.",
            "KEN>SDN sanction done fact"
        ),
        (
            "en", "Chad was not aware of Sudan's plans to launch a large-scale invasion of Kenya.",
            "SDN>KEN assault done expected"
        ),
    ])
    func `who has a part in it stands in the clause and in the list of the word`(
        _ language: String,
        _ text: String,
        _ core: String
    ) throws {
        let found = try Coder.cores(text, language)
        #expect(found.contains(core))
        #expect(!found.contains { $0.hasPrefix("KEN>SDN cooperate") })
        #expect(!found.contains { $0.hasPrefix("KEN>UGA sanction") })
    }

    @Test func `a town before the comma has no part in what is told after it`() throws {
        let found = try Coder.cores(
            "Before the vote in Cairo, Kenya, Uganda and Chad held secret talks."
        )
        #expect(found.contains("UGA>TCD consult done fact"))
        withKnownIssue("Egypt is taken into the list: the classifier hears talks of the four") {
            #expect(!found.contains { $0.hasPrefix("KEN>EGY") || $0.hasPrefix("EGY>KEN") })
        }
    }

    @Test(arguments: [
        (
            "de", "Kenia lieferte dem Sudan trotz aller Bitten keine Raketen.",
            "KEN>SDN aid not_done fact"
        ),
        (
            "de", "Kenias Präsident hatte Uganda vergeblich um Truppen gebeten.",
            "KEN>UGA request done fact"
        ),
        (
            "en", "Kenya asked Uganda not to open its airspace to Sudan.",
            "KEN>UGA request done fact"
        ),
        (
            "en", "It is unlikely that Kenya will send soldiers to Sudan.",
            "KEN>SDN aid not_done expected"
        ),
        ("en", "Support from Kenya for Sudan remained faint.", "KEN>SDN support not_done fact"),
    ])
    func `a negation denies what it is said of`(
        _ language: String,
        _ text: String,
        _ core: String
    ) throws {
        #expect(try Coder.cores(text, language).contains(core))
    }

    @Test(arguments: [
        ("ru", "Кения предупредила угандийцев заранее.", "KEN>UGA aid done fact"),
        ("ru", "Первые солдаты Кении прибыли в Судан.", "KEN>SDN aid done fact"),
        ("uk", "Кенійські військові прибули до Судану.", "KEN>SDN aid done fact"),
        ("ru", "Кения отправила в Судан корабль с гуманитарным грузом.", "KEN>SDN aid done fact"),
    ])
    func `soldiers who arrive and a warning in time are help`(
        _ language: String,
        _ text: String,
        _ core: String
    ) throws {
        #expect(try Coder.cores(text, language).contains(core))
    }

    @Test
    func `who speaks a quotation of several sentences speaks what others in it are said to show`()
        throws
    {
        let text = """
            "Kenya shows that Sudan is no friend. They sent Uganda no help. Kenya is showing that it is tired of \
            Sudan," the political scientist Anna Berger said.
            """
        let statement = try #require(
            Coder.code(text).statements.first { $0.target?.rawValue == "UGA" }
        )
        #expect(statement.speakers.first?.name.contains("Berger") == true)
    }
}
