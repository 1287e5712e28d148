import Testing

@testable import Language

struct KnownLemmasTests {
    @Test func `what was put in is found, and few other words are`() {
        let filter = KnownLemmas((0..<5000).map { "слово\($0 * 2)" })
        #expect((0..<5000).allSatisfy { filter.contains("слово\($0 * 2)") })
        let wrong = (0..<5000).count { filter.contains("слово\($0 * 2 + 1)") }
        #expect(wrong < 150, "\(wrong) of 5000")
        #expect(filter.contains("СЛОВО42"))
    }

    @Test func `a filter of nothing knows nothing`() {
        #expect(KnownLemmas([]).isEmpty)
        #expect(!KnownLemmas([]).contains("мир"))
        #expect(!KnownLemmas(bits: []).contains(""))
    }
}
