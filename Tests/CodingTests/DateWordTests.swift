import Diplomacy
import Testing

@testable import Coding

/// Words of time that count from elsewhere: half units, decades, parts of a year, what goes on, the end of a rule.
struct DateWordTests {
    /// The dates that the reader finds in a text published on a Monday, in its order.
    private static func dates(_ text: String, _ language: String) throws -> [String] {
        let document = Coder.document(text, language: language)
        let (article, _, passages) = try Coder.shared.get().read(document)
        return DateReader(published: article.publication.interval).dates(in: passages)
            .flatMap { $0.map(\.interval.edtf) }
    }

    @Test(arguments: [
        ("en", "Canada attacked Kenya a week and a half ago."),
        ("de", "Kanada griff Kenia vor anderthalb Wochen an."),
        ("ru", "Канада атаковала Кению полторы недели назад."),
        ("uk", "Канада атакувала Кенію півтора тижня тому."),
    ])
    func `a week and a half ago is about ten days ago`(_ language: String, _ text: String) throws {
        #expect(try Self.dates(text, language) == ["2024-05-28~/2024-06-03~"])
    }

    @Test(arguments: [
        ("en", "Canada attacked Kenya more than three decades ago."),
        ("de", "Kanada griff Kenia vor mehr als drei Jahrzehnten an."),
        ("ru", "Канада атаковала Кению более трёх десятилетий назад."),
        ("uk", "Канада атакувала Кенію понад три десятиліття тому."),
    ])
    func `three decades ago is about that year`(_ language: String, _ text: String) throws {
        #expect(try Self.dates(text, language) == ["1994~"])
    }

    @Test(arguments: [
        ("en", "Canada attacked Kenya at the end of last year."),
        ("de", "Kanada griff Kenia Ende 2023 an."),
        ("ru", "Канада атаковала Кению в конце прошлого года."),
        ("uk", "Канада атакувала Кенію наприкінці минулого року."),
    ])
    func `the end of a year is its last month`(_ language: String, _ text: String) throws {
        #expect(try Self.dates(text, language) == ["2023-12~"])
    }

    @Test(arguments: [
        ("en", "The protests that began in Kenya in 2023 continue to this day."),
        ("de", "Die Proteste, die 2023 begannen und bis heute andauern, schwächten Kenia."),
        ("ru", "Протесты, которые начались в 2023 году и продолжаются до сих пор, ослабили Кению."),
        ("uk", "Протести, які почалися у 2023 році і тривають досі, послабили Кенію."),
    ])
    func `what goes on lasts to the day of publication`(_ language: String, _ text: String) throws {
        #expect(try Self.dates(text, language) == ["2023-01-01/2024-06-10"])
    }

    @Test(arguments: [
        ("en", "Canada condoled with Iran after the death of Iranian President Ebrahim Raisi."),
        (
            "de",
            "Kanada kondolierte dem Iran nach dem Tod des iranischen Präsidenten Ebrahim Raisi."
        ),
        ("ru", "Канада выразила соболезнования Ирану после гибели президента Эбрахима Раиси."),
        ("uk", "Канада висловила співчуття Ірану після загибелі президента Ебрагіма Раїсі."),
    ])
    func `the death of a president is the end of their term`(
        _ language: String,
        _ text: String
    ) throws {
        #expect(try Self.dates(text, language) == ["2024-05-19"])
    }

    @Test func `the death of a former president, or of somebody without an office, ends no term`()
        throws
    {
        let former = "Canada mourned the death of former Soviet President Mikhail Gorbachev."
        #expect(try Self.dates(former, "en").isEmpty)
        #expect(try Self.dates("Canada mourned the death of Mikhail Gorbachev.", "en").isEmpty)
    }
}
