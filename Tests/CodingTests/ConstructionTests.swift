import Diplomacy
import Testing

@testable import Coding

/// Constructions of news prose that no single word tells: on sentences of our own.
struct ConstructionTests {
    @Test(arguments: [
        ("en", "A Kenyan diplomat, who agreed to talk to the BBC, feared Sudan."),
        ("uk", "Кенійський дипломат, з яким говорила «Гаванська пошта», боїться за Судан."),
        (
            "ru",
            "Кенийский дипломат, согласившийся поговорить с «Гаванской почтой», боится за Судан."
        ),
        ("de", "Ein kenianischer Diplomat, mit dem Reuters gesprochen hat, kommt aus dem Sudan."),
    ])
    func `who speaks with an outlet speaks with no state`(_ language: String, _ text: String) throws
    {
        let acts = try Coder.code(text, language: language).statements.map(\.act)
        #expect(!acts.contains(.consult) && !acts.contains(.agree))
    }

    @Test(arguments: [
        ("en", "A Kenyan official, who asked us to withhold his name, feared Sudan."),
        ("uk", "Кенійський чиновник, який попросив не називати його імені, боїться за Судан."),
        ("ru", "Кенийский чиновник, попросивший не называть его имени, боится за Судан."),
        (
            "de",
            "Ein kenianischer Beamter, der darum bat, nicht genannt zu werden, stammt aus dem Sudan."
        ),
    ])
    func `who asks not to be named asks no state`(_ language: String, _ text: String) throws {
        let acts = try Coder.code(text, language: language).statements.map(\.act)
        #expect(!acts.contains(.request) && !acts.contains(.reject))
    }

    @Test(arguments: [
        (
            "en",
            "Kenyan President William Ruto has allowed Uganda to station its missiles in the country."
        ),
        ("ru", "Кения разрешила Уганде разместить свои ракеты на своей территории."),
        ("uk", "Кенія дозволила Уганді розмістити свої ракети на своїй території."),
        ("de", "Kenia hat Uganda die Stationierung von Raketen erlaubt."),
    ])
    func `who lets another's weapons in works with them`(_ language: String, _ text: String) throws
    {
        let statement = try #require(
            try Coder.code(text, language: language).statements.first { $0.act == .cooperate }
        )
        #expect(statement.core == "KEN>UGA cooperate done fact")
        #expect(statement.kind == .arms)
    }

    @Test(arguments: [
        (
            "en",
            "Diplomats flew to the Kenyan summit, to which the neighbour, Sudan, was not invited."
        ),
        ("uk", "На саміт у Найробі Судан не запросили."),
        ("de", "Zum Gipfel in Nairobi wurde der Sudan nicht eingeladen."),
    ])
    func `who holds a meeting did not invite`(_ language: String, _ text: String) throws {
        #expect(try Coder.cores(text, language).contains("KEN>SDN consult not_done fact"))
    }

    @Test func `an absence is from the meeting told of before`() throws {
        let text =
            "Kenya opened a conference in Nairobi on Monday. The absence of Sudan was notable there."
        #expect(try Coder.cores(text).contains("SDN>KEN consult not_done fact"))
        #expect(
            try Coder.cores("Kenya was calm on Monday. The absence of Sudan was notable there.")
                .isEmpty
        )
    }

    @Test(arguments: [
        ("en", "There is no sign that Sudan is ready to take part in talks with Kenya."),
        ("uk", "Немає жодних ознак того, що Судан готовий брати участь у переговорах з Кенією."),
        (
            "ru",
            "Нет никаких признаков того, что Судан готов принять участие в переговорах с Кенией."
        ),
    ])
    func `no sign of readiness denies what hangs on it`(_ language: String, _ text: String) throws {
        #expect(try Coder.cores(text, language).contains("SDN>KEN consult not_done expected"))
    }

    @Test(arguments: [
        (
            "en",
            "Kenya may publicly back Uganda, but is hardly likely to take an active part in the provision of aid to Kampala."
        ),
        (
            "ru",
            "Кения может публично поддерживать Уганду, но вряд ли будет активно участвовать в оказании помощи Кампале."
        ),
        (
            "uk",
            "Кенія може публічно підтримувати Уганду, але навряд чи буде активно брати участь у наданні допомоги Кампалі."
        ),
    ])
    func `what governs the verb that carries an act governs the act, and one negation denies once`(
        _ language: String,
        _ text: String
    ) throws {
        let told = try Coder.code(text, language: language).statements
        #expect(
            told.contains {
                $0.source.rawValue == "KEN" && $0.target?.rawValue == "UGA"
                    && $0.polarity == .notDone && $0.modality == .expected
            }
        )
    }

    @Test func `who is unlike the subject did not, though another sentence named the subject too`()
        throws
    {
        let text = "Sudan, unlike Ethiopia, voted against the resolution condemning Kenya."
        let found = try Coder.cores(text)
        #expect(found.contains("SDN>KEN support done fact"))
        #expect(found.contains("ETH>KEN support not_done fact"))
        #expect(!found.contains { $0.hasPrefix("SDN>UGA") || $0.hasPrefix("ETH>UGA") })
    }

    @Test func `what contradicts is what was said, and so who said it`() throws {
        let text =
            "The Kenyans last week said that Uganda should stay at the table, "
            + "which contradicts Sudan's position."
        #expect(try Coder.cores(text).contains("KEN>SDN reject done fact"))
    }

    @Test(arguments: [
        ("en", "Kenya is an unreliable ally."),
        ("de", "Kenia ist ein unzuverlässiger Verbündeter."),
        ("uk", "Кенія є ненадійним союзником."), ("ru", "Кения является ненадёжным союзником."),
    ])
    func `a verdict on an ally names nobody and has no day`(
        _ language: String,
        _ text: String
    ) throws {
        let statement = try Coder.statement(text, language: language)
        #expect(statement.core == "KEN>? support not_done fact")
        #expect(statement.marks.contains(.assessment))
        #expect(statement.date == nil)
    }

    @Test func `a declared partnership is words`() throws {
        let statement = try Coder.statement(
            "Kenya declared an \"eternal\" partnership with Uganda."
        )
        #expect(statement.core == "KEN>UGA agree done fact")
        #expect(statement.kind == .words)
    }

    @Test func `a promise of closer ties is for whom they are with`() throws {
        let text = "William Ruto promised that cooperation with Uganda would grow."
        #expect(try Coder.cores(text).contains { $0.hasPrefix("KEN>UGA support done") })
    }

    @Test func `a list of destinations is a list of visits`() throws {
        let found = try Coder.cores("Ruto's destinations were Uganda, Ethiopia and now Chad.")
        #expect(found.count == 3)
        #expect(found.contains("KEN>UGA consult done fact"))
    }

    @Test func `buying with more reserve is buying less`() throws {
        let text = "Kenya relies on Uganda. It is becoming more selective in buying Ugandan goods."
        #expect(try Coder.cores(text).contains("KEN>UGA cooperate not_done fact"))
    }

    @Test(arguments: [
        ("en", "Unlike Kenya, Chad supported Sudan."),
        ("de", "Anders als Kenia unterstützte der Tschad den Sudan."),
    ])
    func `who is unlike the subject did not`(_ language: String, _ text: String) throws {
        #expect(
            try Coder.cores(text, language).isSuperset(of: [
                "TCD>SDN support done fact", "KEN>SDN support not_done fact",
            ])
        )
    }

    @Test func `a vote against what accuses somebody is for them`() throws {
        let text =
            "Whenever the assembly debates motions that condemn Sudan, Chad, unlike Kenya, "
            + "votes against them."
        let statement = try #require(try Coder.code(text).statements.first)
        #expect(statement.core == "TCD>SDN support done fact")
        #expect(statement.kind == .vote)
    }

    @Test func `a name in quotes divides no clause, and what is announced is expected`() throws {
        let text =
            "The Kenyan army announced on Monday that the African Union would hold its "
            + "\"Desert Shield - 2024\" exercise in Chad."
        #expect(try Coder.cores(text).contains("IGO:AU>TCD cooperate done expected"))
    }

    @Test func `it would seem is no condition`() throws {
        let text = "And, it would seem, Kenya signed a treaty with Uganda."
        let statement = try Coder.statement(text)
        #expect(statement.modality == .fact)
        #expect(statement.marks.contains(.hearsay))
    }

    @Test func `who needs help has not received it`() throws {
        let text = "Kenya needs any military help it can get, and Uganda is a neighbour."
        #expect(try !Coder.cores(text).contains("UGA>KEN aid done fact"))
    }

    @Test func `who lends its soil for an attack aids who attacks`() throws {
        let text =
            "Kenya has troops on the soil of Chad, which was one of the launchpads for the invasion of Sudan."
        #expect(try Coder.cores(text).contains("TCD>KEN aid done fact"))
    }

    @Test func `they and it are not one party`() throws {
        let text = "Sudan accused Kenya. They did not condemn it."
        #expect(try Coder.cores(text).contains("SDN>KEN accuse not_done fact"))
    }
}
