import Diplomacy
import Testing

/// Which words stand behind a statement.
struct QuoteTests {
    @Test(arguments: [
        (
            "en",
            "On Monday, after a quarrel of three weeks about who would pay for the winter gas of the eastern towns, "
                + "Poland at last gave Ukraine forty tanks from its own depots, as the ministry in Warsaw had long announced.",
            "Poland at last gave Ukraine forty tanks from its own depots"
        ),
        (
            "de",
            "Am Montag, nach einem Streit von drei Wochen darüber, wer das Gas der östlichen Städte im Winter bezahlen würde, "
                + "lieferte Polen der Ukraine endlich vierzig Panzer aus eigenen Beständen, was das Ministerium in Warschau lange angekündigt hatte.",
            "wer das Gas der östlichen Städte im Winter bezahlen würde, "
                + "lieferte Polen der Ukraine endlich vierzig Panzer aus eigenen Beständen"
        ),
        (
            "uk",
            "У понеділок, після тритижневої суперечки про те, хто платитиме взимку за газ для східних міст, "
                + "Польща нарешті передала Україні сорок танків із власних складів, про що міністерство у Варшаві давно оголошувало.",
            "хто платитиме взимку за газ для східних міст, "
                + "Польща нарешті передала Україні сорок танків із власних складів"
        ),
    ])
    func `a quote runs from one mark of a long sentence to another`(
        language: String,
        sentence: String,
        quote: String
    ) throws {
        let statements = try Coder.code(sentence, language: language).statements
        #expect(statements.map(\.evidence.quote).contains(quote))
    }

    @Test func `a short quote takes the phrase before it`() throws {
        let told = try Coder.code(
            "For all its friendly words over many years, Norway betrayed Sweden."
        ).statements
        #expect(
            told.map(\.evidence.quote) == [
                "For all its friendly words over many years, Norway betrayed Sweden"
            ]
        )
    }

    @Test func `a quotation mark keeps its other half`() throws {
        let statements = try Coder.code(
            "Kazakhstan did not recognise the \"people's republics\". Russia condemned the refusal of Kazakhstan."
        ).statements
        for quote in statements.map(\.evidence.quote) {
            #expect(quote.count { $0 == "\"" } % 2 == 0, "\(quote)")
        }
    }
}
