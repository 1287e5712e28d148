import Diplomacy
import Foundation
import Testing

@testable import Ledger

/// The ledger keeps answers by kind and name, shows whole generations, and counts what may change them.
struct KeptAnswerTests {
    private struct Stopped: Error {}

    private func answer(_ words: String) -> KeptAnswer {
        KeptAnswer(kind: "text", name: "brief", bytes: Data(words.utf8))
    }

    private func shown(_ ledger: LedgerDatabase) throws -> String? {
        try ledger.keptAnswer("text", "brief").map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `a generation is shown when all of it is there, and no sooner`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let count = try ledger.changeCount()
        try ledger.keepAnswers(since: count) { keep in
            try keep([answer("one")])
            #expect(try shown(ledger) == nil)
        }
        #expect(try shown(ledger) == "one")
        #expect(throws: Stopped.self) {
            try ledger.keepAnswers(since: count) { keep in
                try keep([answer("two")])
                throw Stopped()
            }
        }
        #expect(try shown(ledger) == "one")
        try ledger.keepAnswers(since: count) { keep in try keep([answer("three")]) }
        #expect(try shown(ledger) == "three")
        #expect(try ledger.keptSince() == count)
    }

    @Test func `reading and deciding are counted, and keeping is not`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let first = try ledger.changeCount()
        try ledger.keepAnswers(since: first) { keep in try keep([answer("one")]) }
        #expect(try ledger.changeCount() == first)
        _ = try ledger.record(
            Samples.iran("a9", document: "b.txt"),
            readOn: Samples.today,
            source: nil
        )
        let second = try ledger.changeCount()
        #expect(second.articles == first.articles + 1)
        let id = try #require(try ledger.statements().first?.id)
        try ledger.decide(Judgement(.reject, id, by: "Ana", on: Samples.today, words: "a rumour"))
        let third = try ledger.changeCount()
        #expect(third.number > second.number && third.articles == second.articles)
    }

    @Test func `what is frozen stays as it was`() throws {
        try Samples.withFile { file in
            let ledger = try LedgerDatabase(at: file)
            _ = try ledger.record(Samples.iran(), readOn: Samples.today, source: nil)
            let frozen = try ledger.frozen()
            _ = try ledger.record(
                Samples.iran("a9", document: "b.txt"),
                readOn: Samples.today,
                source: nil
            )
            #expect(try frozen.articles().count == 1)
            #expect(try ledger.articles().count == 2)
        }
    }
}
