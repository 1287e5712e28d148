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
        try ledger.keepAnswers(since: count, now: { 0 }) { keep in
            try keep([answer("one")])
            #expect(try shown(ledger) == nil)
        }
        #expect(try shown(ledger) == "one")
        #expect(throws: Stopped.self) {
            try ledger.keepAnswers(since: count, now: { 0 }) { keep in
                try keep([answer("two")])
                throw Stopped()
            }
        }
        #expect(try shown(ledger) == "one")
        try ledger.keepAnswers(since: count, now: { 0 }) { keep in try keep([answer("three")]) }
        #expect(try shown(ledger) == "three")
        #expect(try ledger.keptSince() == count)
    }

    @Test func `reading and deciding are counted, and keeping is not`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let first = try ledger.changeCount()
        try ledger.keepAnswers(since: first, now: { 0 }) { keep in try keep([answer("one")]) }
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

    /// What each of the processes that made answers at once ended with.
    private func kindOfError(_ work: () throws -> Void) -> LedgerError? {
        #expect(throws: LedgerError.self, performing: work)
    }

    @Test func `of two that make answers at once the second is told by whom and since when`() throws
    {
        let ledger = try Samples.ledger(Samples.iran())
        let count = try ledger.changeCount()
        try ledger.keepAnswers(since: count, now: { 100 }) { keep in
            try keep([answer("one")])
            let error = kindOfError {
                try ledger.keepAnswers(since: count, now: { 130 }) { _ in }
            }
            #expect(error?.kind == .locked)
            let own = RunningProcess.own.number
            #expect(
                error?.description == """
                    the ledger in memory: is having its answers made by process \(own), which last \
                    wrote 30 seconds ago. Wait until that has ended, or end it and run 'casus keep' \
                    again; what is shown meanwhile are the last answers.
                    """
            )
            try keep([KeptAnswer(kind: "text", name: "other", bytes: Data())])
        }
        #expect(try shown(ledger) == "one")
    }

    /// An ended process, and a silent one; each loses its claim, and can do no harm when it wakes up.
    @Test(
        arguments: [
            (RunningProcess(number: RunningProcess.own.number, started: -1), 1),
            (RunningProcess.own, KeeperClaim.longestSilence + 1),
        ]
    )
    func `who has ended or fallen silent is taken over from`(
        holder: RunningProcess,
        silence: Int
    ) throws {
        let ledger = try Samples.ledger(Samples.iran())
        let count = try ledger.changeCount()
        let error = kindOfError {
            try ledger.keepAnswers(since: count, by: holder, now: { 100 }) { keep in
                try keep([answer("one")])
                try ledger.keepAnswers(since: count, now: { 100 + silence }) { keep in
                    try keep([answer("two")])
                }
                try keep([answer("three")])
            }
        }
        #expect(error?.problem == "was silent for long, and another process makes its answers now")
        #expect(try shown(ledger) == "two")
        // And the ledger is free again.
        try ledger.keepAnswers(since: count, now: { 100 }) { keep in try keep([answer("four")]) }
        #expect(try shown(ledger) == "four")
    }

    @Test func `a process runs until it has ended, and a number given again is another`() throws {
        #expect(RunningProcess.own.runs)
        #expect(!RunningProcess(number: RunningProcess.own.number, started: -1).runs)
        let child = try Process.run(URL(filePath: "/bin/true"), arguments: [])
        child.waitUntilExit()
        #expect(!RunningProcess(number: Int(child.processIdentifier), started: 1).runs)
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
