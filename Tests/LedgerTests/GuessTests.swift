import Diplomacy
import GRDB
import Testing

@testable import Ledger

/// Only guesses stand in the order of doubt, and acts in none.
struct GuessTests {
    private func indexes(_ ledger: LedgerDatabase) throws -> [String] {
        try ledger.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_schema
                    WHERE type = 'index' AND tbl_name = 'statement' AND sql IS NOT NULL ORDER BY name
                    """
            )
        }
    }

    @Test func `a ledger of the time before keeps its statements, and its desk the order`() throws {
        try Samples.withFile { file in
            let before = try LedgerDatabase(at: file)
            var random = SplitMix(seed: 33)
            for (coded, source) in KeptWeighingTests.news(&random) {
                _ = try before.record(coded, readOn: Samples.today, source: source)
            }
            try before.weighWhatIsLeft()
            let (queue, aid) = (
                try before.reviewQueue(), try before.statements(StatementFilter(act: .aid))
            )
            try before.write { database in
                try database.execute(
                    sql: """
                        DROP INDEX statementByGuess;
                        CREATE INDEX statementByDoubt ON statement(polarity, confidence);
                        CREATE INDEX statementByAct ON statement(act, polarity, trueFrom);
                        DELETE FROM grdb_migrations WHERE identifier = '19 guesses';
                        """
                )
            }
            let after = try LedgerDatabase(at: file)
            #expect(
                try indexes(after) == [
                    "statementByGuess", "statementBySource", "statementByTarget",
                ]
            )
            #expect(try after.reviewQueue() == queue && !queue.isEmpty)
            #expect(try after.statements(StatementFilter(act: .aid)) == aid && !aid.isEmpty)
        }
    }

    @Test func `the index of guesses holds what the desk calls a guess`() {
        #expect(Schema.isGuess == "confidence < \(Doubt.guess.confidence.upperBound)")
    }
}

/// Phrases are passed over only where they do not stand.
struct ByteTwosTests {
    @Test func `a text has the twos of everything that stands in it`() {
        var random = SplitMix(seed: 3)
        for _ in 0..<200 {
            let text = (0..<random.below(80)).map { _ in UInt8(random.below(256)) }
            let start = random.below(text.count + 1)
            let part = Array(text[start..<start + random.below(text.count - start + 1)])
            #expect(ByteTwos(text).contains(ByteTwos(part)))
        }
    }

    @Test func `a text of other letters has not`() {
        let text = ByteTwos(Array("the troops left the town at dawn".utf8))
        #expect(!text.contains(ByteTwos(Array("as reported by".utf8))))
    }
}
