import Diplomacy
import Testing

@testable import Site

@Suite struct PartyBookTests {
    private let book = Samples.parties

    @Test(arguments: [
        ("ukr", "UKR"), ("Ukraine", "UKR"), ("україна", "UKR"), ("  the  United States ", "USA"),
        ("NATO", "IGO:NATO"), ("igo:nato", "IGO:NATO"), ("Україна ", "UKR"), ("Syrien", "SYR"),
    ])
    func `a party is known by its code and by its names`(text: String, code: String) {
        #expect(book.code(text) == ActorCode(code))
    }

    @Test(arguments: ["Atlantis", "XYZ", "", "UKRAINEE"])
    func `nothing else is a party`(text: String) {
        #expect(book.code(text) == nil)
    }

    @Test func `the nearest names are offered, each party once`() {
        #expect(book.near("Ukrane").first == "Ukraine (UKR)")
        #expect(book.near("unit") == ["United States (USA)"])
        #expect(book.near("Atlantis").isEmpty)
    }

    @Test func `the beginning of a name finds those who bear it, the exact name first`() {
        #expect(book.beginning("ір").isEmpty)
        #expect(book.beginning("Ukr") == [ActorCode("UKR")])
        #expect(book.beginning("Сир") == [ActorCode("SYR")])
        #expect(book.beginning("rus").first == ActorCode("RUS"))
        #expect(book.beginning(" ").isEmpty)
    }
}
