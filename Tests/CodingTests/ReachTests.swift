import Diplomacy
import Testing

/// Which words reach an act and which tell of something beside it: on sentences of our own.
struct ReachTests {
    @Test(arguments: [
        ("ru", "Кения отозвала посла и выслала суданского дипломата.", "KEN>SDN sanction"),
        ("uk", "Кенія, яка втратила сто громадян, звинувачує Судан у нападі.", "KEN>SDN accuse"),
        ("de", "Kenia hat vom Sudan ein Ende der Angriffe verlangt.", "KEN>SDN request"),
        (
            "en", "Kenya would not recognise the vote, accusing Uganda of fraud.",
            "KEN>UGA accuse"
        ),
        ("en", "Kenya asked Uganda for a no-fly zone over Sudan.", "KEN>UGA request"),
        (
            "uk", "Посол мовчав, поки Кенія не попросила Уганду про посередництво.",
            "KEN>UGA request"
        ),
        (
            "de", "Kenia unterstützt den Sudan im Streit mit dem Tschad, Uganda dagegen nicht.",
            "KEN>SDN support"
        ),
        ("uk", "Президент Кенії завершив візит до Уганди.", "KEN>UGA consult"),
        ("en", "Kenya urged Sudan to stop its air strikes on Chad.", "SDN>TCD assault"),
    ])
    func `what is told beside an act does not undo it`(
        _ language: String,
        _ text: String,
        _ core: String
    ) throws {
        let found = try Coder.cores(text, language)
        #expect(found.contains { $0.hasPrefix("\(core) done") })
        #expect(!found.contains { $0.hasPrefix("\(core) not_done") })
    }

    @Test(arguments: [
        ("uk", "Кенія поки не попросила Уганду про посередництво.", "KEN>UGA request"),
        ("de", "Kenia unterstützt den Sudan im Streit mit dem Tschad nicht.", "KEN>SDN support"),
        ("en", "Kenya received no help from Uganda.", "UGA>KEN support"),
        ("ru", "Кения не будет помогать Судану.", "KEN>SDN support"),
    ])
    func `what denies or governs an act undoes it`(
        _ language: String,
        _ text: String,
        _ core: String
    ) throws {
        let found = try Coder.cores(text, language)
        #expect(!found.contains { $0.hasPrefix("\(core) done") })
    }

    @Test(arguments: [
        ("en", "Uganda no longer supports Sudan. Kenya, left without an ally, closed its schools."),
        (
            "uk",
            "Уганда більше не підтримує Судан. Кенія, залишившись без покровителя, закрила школи."
        ),
    ])
    func `who is left without help is left so by whom the text tells of`(
        _ language: String,
        _ text: String
    ) throws {
        let found = try Coder.cores(text, language)
        #expect(found.contains { $0.hasPrefix("UGA>KEN support not_done") })
        #expect(!found.contains { $0.hasPrefix("KEN>") })
    }
}
