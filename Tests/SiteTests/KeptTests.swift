import Foundation
import Hummingbird
import Synchronization
import Testing
import Text

@testable import Site

/// What is made once and given again.
@Suite struct KeptTests {
    /// How often something was made.
    private final class Tally: Sendable {
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    @Test func `a value is made once, until the ledger changes`() throws {
        let kept = Kept<String, Int>(mostWeight: 10)
        let tally = Tally()
        #expect(try kept.value("a", "one", tally.next) == 1)
        #expect(try kept.value("a", "one", tally.next) == 1)
        #expect(try kept.value("a", "two", tally.next) == 2)
        #expect(kept.value("a", "one") == nil)
    }

    @Test func `who asks while it is being made waits for the same`() async throws {
        let kept = Kept<String, Int>(mostWeight: 10)
        let tally = Tally()
        let values = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try kept.value("a", "s", tally.next) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(values == [Int](repeating: 1, count: 8))
    }

    @Test func `a value too many lets the others go`() throws {
        let kept = Kept<Int, Int>(mostWeight: 10, weight: { $0 })
        _ = try kept.value(1, "s") { 6 }
        _ = try kept.value(2, "s") { 4 }
        #expect(kept.value(1, "s") == 6)
        _ = try kept.value(3, "s") { 1 }
        #expect(kept.value(1, "s") == nil && kept.value(3, "s") == 1)
    }

    @Test func `what could not be made is asked for again`() throws {
        struct Failed: Error {}
        let kept = Kept<Int, Int>(mostWeight: 10)
        #expect(throws: Failed.self) { try kept.value(1, "s") { throw Failed() } }
        #expect(try kept.value(1, "s") { 5 } == 5)
    }

    @Test func `an answer that was kept knows the browser that has it`() throws {
        let reply = Reply(type: "text/plain", bytes: Array("words".utf8))
        let answer = ReadyAnswer(reply, name: "abc", .gzip)
        #expect(answer.weight == 5)
        #expect(answer.response(unless: nil).status.code == 200)
        #expect(answer.response(unless: "\"abc-gzip\"").status.code == 304)
        #expect(answer.response(unless: "\"other\"").status.code == 200)
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
    ])
    func `the moment of an answer is written as HTTP asks`(second: Int, text: String) {
        #expect(HTTPDate(now: { second }).text == text)
    }

    @Test func `a long list says how much is not on the page`() throws {
        let phrases = try PhraseBook(ResourceFolder())["en"]
        let names = Tongue(phrases, .codes)
        let list = LongList(Array(0..<250), most: 3, names: names, style: "findings") {
            "<li>\($0)</li>"
        }
        #expect(list.html.markup.components(separatedBy: "<li>").count - 1 == LongList.mostOnPage)
        #expect(list.html.markup.contains("and 150 more"))
        let short = LongList(Array(0..<5), most: 3, names: names, style: "findings") {
            "<li>\($0)</li>"
        }
        #expect(!short.html.markup.contains("class=\"hint\""))
    }
}
