import Diplomacy
import Testing

@testable import Coding

/// Words that mean several parties at once.
struct GroupTests {
    private func parties(_ word: String, in text: String, _ language: String) throws -> Set<String>
    {
        let mentions = try Coder.shared.get().mentions(
            in: Coder.document(text, language: language)
        )
        return Set(mentions.filter { $0.evidence.quote == word }.map(\.party.rawValue))
    }

    @Test(arguments: [
        ("en", "Poland and the Baltic states asked NATO for troops.", "Baltic states"),
        ("de", "Russland drohte am Montag den baltischen Staaten.", "baltischen Staaten"),
        ("uk", "Росія у понеділок погрожувала країнам Балтії.", "країнам Балтії"),
        ("ru", "Россия в понедельник угрожала странам Балтии.", "странам Балтии"),
    ])
    func `the Baltic states are three parties`(
        _ language: String,
        _ text: String,
        _ words: String
    ) throws {
        #expect(try parties(words, in: text, language) == ["EST", "LVA", "LTU"])
    }

    @Test func `the Baltic Sea is no party`() throws {
        let text = "Russia sent a frigate to the Baltic Sea."
        #expect(try parties("Baltic", in: text, "en").isEmpty)
        #expect(try parties("Baltic Sea", in: text, "en").isEmpty)
    }

    @Test(arguments: [
        (
            "en", "From Tripoli and Caracas to Minsk, clients learnt that help was lacking.",
            "clients"
        ),
        (
            "uk", "Від Триполі та Каракаса до Мінська союзники дізналися, що допомоги бракує.",
            "союзники"
        ),
        (
            "ru", "От Триполи и Каракаса до Минска союзники узнали, что помощи не хватает.",
            "союзники"
        ),
        (
            "de",
            "Von Tripolis und Caracas bis Minsk lernten viele Klientelstaaten, dass Hilfe fehlt.",
            "Klientelstaaten"
        ),
    ])
    func `what a sentence spans is taken up by what it says they are`(
        _ language: String,
        _ text: String,
        _ word: String
    ) throws {
        #expect(try parties(word, in: text, language) == ["LBY", "VEN", "BLR"])
    }

    @Test func `a way from one place to another is no list`() throws {
        let text = "He flew from Tripoli to Minsk, and allies were told of it."
        #expect(try parties("allies", in: text, "en").isEmpty)
    }
}
