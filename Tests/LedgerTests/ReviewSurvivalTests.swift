import Diplomacy
import Foundation
import GRDB
import Testing

@testable import Ledger

/// What persons decided outlives new readings and new codings.
struct ReviewSurvivalTests {
    private let day = Samples.day("2026-03-01")

    /// The same report, as another version of the reader and the coder makes it.
    private func reread(
        _ id: String,
        lead: String = "A new first line.",
        source: String = "RUS",
        quote: String = "did not send troops to Iran"
    ) -> CodedArticle {
        let article = Samples.article(
            id,
            [
                lead,
                "Russia did not send troops to Iran, Kremlin spokesman Dmitry Peskov said.",
                "Moscow condemned the strikes. “Israel attacked Iran”, it added.",
            ],
            published: "2025-06-14"
        )
        return Samples.coded(
            article,
            [
                Samples.statement(
                    "\(id)-new",
                    in: article,
                    quote,
                    source: source,
                    polarity: .notDone,
                    modality: .fact,
                    date: "2025-06-13"
                )
            ]
        )
    }

    private func ledger() throws -> LedgerDatabase {
        let ledger = try LedgerDatabase.inMemory()
        _ = try ledger.record(
            Samples.iran(),
            readOn: Samples.today,
            source: Samples.stamp("h", version: "1")
        )
        return ledger
    }

    @Test func `a decision finds its words in the text that replaces the old one`() throws {
        let ledger = try ledger()
        try ledger.decide(Judgement(.reject, "a1s1", by: "Ana", on: day, words: "a rumour"))
        for (number, version) in ["2", "3", "4"].enumerated() {
            let outcome = try ledger.record(
                reread("b\(number)", lead: "Line \(number)."),
                readOn: Samples.today,
                source: Samples.stamp("h", version: version)
            )
            #expect(outcome == .replaced)
            #expect(try ledger.articles().map(\.id) == ["b\(number)"])
            #expect(try ledger.statements().isEmpty)
            #expect(try ledger.history().map(\.statement) == ["b\(number)-new"])
        }
        #expect(try ledger.history().map(\.decision.statement) == ["a1s1"])
    }

    @Test func `the same article coded anew keeps its decisions, and what nobody can find waits`()
        throws
    {
        let ledger = try Samples.ledger(Samples.iran())
        try ledger.decide(Judgement(.reject, "a1s1", by: "Ana", on: day, words: "a rumour"))
        try ledger.decide(Judgement(.accept, "a1s2", by: "Ana", on: day))
        let before = Samples.iran()
        let fewer = Samples.coded(before.article, [before.statements[1]])
        _ = try ledger.record(fewer, readOn: Samples.today, source: nil)
        #expect(try ledger.history().map(\.isLost) == [true, false])
        #expect(try ledger.lostDecisionCount() == 1)
        #expect(try ledger.statements().map(\.review?.state) == [.accepted])
        _ = try ledger.record(before, readOn: Samples.today, source: nil)
        #expect(try ledger.history().map(\.isLost) == [false, false])
        #expect(try ledger.statements().map(\.id) == ["a1s2"])
    }

    @Test func `a coder that has learnt what the reviewer said is no stranger`() throws {
        let ledger = try ledger()
        var core = StatementCore(Samples.iran().statements[0])
        core.source = ActorCode("CHN")
        try ledger.decide(Judgement(.correct, "a1s1", by: "Ana", on: day, readings: [core]))
        _ = try ledger.record(
            reread("b", source: "CHN"),
            readOn: Samples.today,
            source: Samples.stamp("h", version: "2")
        )
        #expect(try ledger.statements().map(\.statement.source.rawValue) == ["CHN"])
        #expect(try ledger.history().map(\.isLost) == [false])
        // What the coder makes of the words in a third way is neither, and stands as coded.
        _ = try ledger.record(
            reread("c", source: "TUR"),
            readOn: Samples.today,
            source: Samples.stamp("h", version: "3")
        )
        #expect(try ledger.statements().map(\.statement.source.rawValue) == ["TUR"])
        #expect(try ledger.history().map(\.isLost) == [true])
    }

    @Test func `of two places with the same words the one with the same surroundings is meant`() {
        let text = "He said no to Iran. Then he said no to Syria."
        let first = TextAnchor(text.range("said no", 0), in: text)
        let second = TextAnchor(text.range("said no", 20), in: text)
        let moved = "Breaking: " + text
        #expect(first.place(in: moved) == text.range("said no", 0).shifted(by: 10))
        #expect(second.place(in: moved) == text.range("said no", 20).shifted(by: 10))
        #expect(second.place(in: "He was silent.") == nil)
        #expect(second.prefix.count <= 32 && second.suffix.count <= 32)
        let flags = String(repeating: "🇺🇦", count: 40) + "x" + String(repeating: "é", count: 40)
        let flagged = TextAnchor(flags.range("x", 0), in: flags)
        #expect(flagged.prefix == String(repeating: "🇺🇦", count: 32))
        #expect(flagged.place(in: flags) == flags.range("x", 0))
    }

    @Test func `decisions that go to another ledger and back are the same`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        let accepted = try ledger.decide(Judgement(.accept, "a1s1", by: "Ana", on: day))
        try ledger.undo(accepted.id, by: "Ana", on: day)
        try ledger.decide(Judgement(.reject, "a1s1", by: "Ana", on: day, words: "a rumour"))
        try ledger.decide(Judgement(.note, "a1s2", by: "Ben", on: day, words: "see page 2"))
        let decisions = try ledger.history().map(\.decision)
        let text = try decisions.map { try Columns.json($0) }.joined(separator: "\n") + "\n{\"id\":"
        let lines = JSONLines.read(ReviewDecision.self, from: Data(text.utf8), "d.jsonl")
        let read = lines.compactMap { try? $0.get().value }
        #expect(read == decisions)
        #expect(
            lines.compactMap { line -> String? in
                if case .failure(let error) = line { return error.description }
                return nil
            } == [
                "d.jsonl:5: is cut off: it is no whole JSON object. Write the file again, to its end; "
                    + "the lines before are not affected."
            ]
        )
        let other = try LedgerDatabase.inMemory()
        #expect(try other.importDecisions(read) == ReviewImport(new: 4, known: 0, lost: 4))
        _ = try other.record(Samples.iran(), readOn: Samples.today, source: nil)
        #expect(try other.statements().map(\.id) == ["a1s2"])
        #expect(try other.history() == ledger.history())
        #expect(try other.importDecisions(read) == ReviewImport(new: 0, known: 4, lost: 0))
    }

    @Test func `a ledger of the time before review is brought up to date and keeps what it holds`()
        throws
    {
        try Samples.withFile { file in
            _ = try LedgerDatabase(at: file).record(
                Samples.iran(),
                readOn: Samples.today,
                source: nil
            )
            let ledger = try LedgerDatabase(at: file)
            try ledger.write { database in
                try Samples.forgetWeighing(database)
                for table in ["reviewedStatement", "reviewMatch", "reviewDecision"] {
                    try database.execute(sql: "DROP TABLE \(table)")
                }
                try database.execute(
                    sql: """
                        ALTER TABLE statement DROP COLUMN reviewedFrom;
                        DELETE FROM grdb_migrations
                        WHERE identifier IN ('3 review', '7 batches of decisions', '24 speakers',
                            '26 marks');
                        """
                )
            }
            let newer = try LedgerDatabase(at: file)
            #expect(try newer.statements().map(\.statement) == Samples.iran().statements)
            try newer.decide(Judgement(.accept, "a1s1", by: "Ana", on: day))
            #expect(try newer.check() == [])
        }
    }
}

extension String {
    /// The bytes of the first place of `words` from byte `start` on.
    fileprivate func range(_ words: String, _ start: Int) -> ByteRange {
        let (text, needle) = (Array(utf8), Array(words.utf8))
        for place in start...(text.count - needle.count)
        where Array(text[place..<place + needle.count]) == needle {
            return place..<place + needle.count
        }
        fatalError("no '\(words)'")
    }
}

extension ByteRange {
    fileprivate func shifted(by bytes: Int) -> ByteRange {
        lowerBound + bytes..<upperBound + bytes
    }
}
