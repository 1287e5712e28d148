import Testing
import Text

struct EachOnceTests {
    @Test func `each stands once, where it came first`() {
        #expect(["b", "a", "b", "c", "a"].eachOnce == ["b", "a", "c"])
        #expect([String]().eachOnce == [])
    }

    @Test func `of those with one key the first stands`() {
        let words = ["an", "apple", "and", "bread", "by"]
        #expect(words.eachOnce { $0.first } == ["an", "bread"])
    }
}
