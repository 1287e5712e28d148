import Diplomacy
import Foundation
import GRDB
import Testing

@testable import Ledger

/// What goes wrong outside: clear errors, and nothing lost.
struct FaultTests {
    @Test func `two writers wait for one another, and nothing is lost`() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "LedgerTests-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "news.ledger")
        _ = try LedgerDatabase(at: file)
        // As long as a slow machine with many tests at once may need.
        let patience: Duration = .seconds(60)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 1...2 {
                group.addTask {
                    let ledger = try LedgerDatabase(at: file, busyTimeout: patience)
                    for number in 1...15 {
                        let coded = Samples.iran("w\(writer)-\(number)")
                        _ = try ledger.record(coded, readOn: Samples.today, source: nil)
                        try ledger.decide(
                            Judgement(
                                .accept,
                                coded.statements[0].id,
                                by: "writer \(writer)",
                                on: Samples.today
                            )
                        )
                    }
                }
            }
            try await group.waitForAll()
        }
        let ledger = try LedgerDatabase(at: file)
        #expect(try ledger.counts().articles == 30)
        #expect(try ledger.history().count == 30)
        #expect(try ledger.history().allSatisfy { !$0.isLost })
        #expect(try ledger.check() == [])
    }

    @Test func `a damaged page is said, whatever is asked`() throws {
        try Samples.withFile { file in
            func bytesOfTheLedger() throws -> Data {
                try DatabaseQueue(path: file.path).writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                }
                return try Data(contentsOf: file)
            }
            let ledger = try LedgerDatabase(at: file)
            // The pages of an empty ledger, with which any can be opened, stay whole.
            let empty = try bytesOfTheLedger().count
            for number in 1...30 {
                let coded = Samples.iran("a\(number)")
                _ = try ledger.record(coded, readOn: Samples.today, source: nil)
            }
            let page = 4096
            var bytes = try bytesOfTheLedger()
            for start in stride(from: empty, to: bytes.count, by: page) {
                bytes.replaceSubrange(start..<start + 64, with: Data(repeating: 0xAA, count: 64))
            }
            let copy = file.deletingLastPathComponent().appending(path: "damaged.ledger")
            try bytes.write(to: copy)
            let damaged = try LedgerDatabase(at: copy, readOnly: true)
            let asked: [() throws -> Void] = [
                { _ = try damaged.statements() }, { _ = try damaged.articles() },
                { _ = try damaged.weighed() },
                { _ = try damaged.export(ExportRequest(.csv, version: "0.0")) { _ in } },
            ]
            let kinds = asked.map { question -> LedgerError.Kind? in
                do { try question() } catch { return (error as? LedgerError)?.kind }
                return nil
            }
            #expect(kinds.contains(.damaged))
            #expect(kinds.allSatisfy { $0 == nil || $0 == .damaged }, "\(kinds)")
            let problems = (try? damaged.check()) ?? ["cannot be checked"]
            #expect(!problems.isEmpty)
            // What was not damaged is as it was.
            #expect(try ledger.check() == [])
        }
    }

    @Test func `an import that stops half way is simply begun again`() throws {
        try Samples.withFile { file in
            let lines = (1...20).map {
                """
                {"article":"i\($0)","source":"RUS","target":"IRN","act":"aid","quote":"sent grain \($0)"}
                """
            }
            func take(_ lines: some Collection<String>, into ledger: LedgerDatabase) throws {
                let text = Data(lines.joined(separator: "\n").utf8)
                let read = JSONLines.read(ImportedLine.self, from: text, "s.jsonl")
                    .compactMap { try? $0.get() }
                _ = try ledger.importStatements(read, from: "s.jsonl", readOn: Samples.today)
            }
            let stopped = try LedgerDatabase(at: file)
            try take(lines.prefix(7), into: stopped)
            try take(lines, into: stopped)
            let whole = try LedgerDatabase.inMemory()
            try take(lines, into: whole)
            #expect(try stopped.statements() == whole.statements())
            #expect(try stopped.check() == [])
        }
    }

    @Test func `a decision is there whole, or not at all`() throws {
        let ledger = try Samples.ledger(Samples.iran())
        struct Stop: Error {}
        try ledger.decide(Judgement(.accept, "a1s1", by: "Ana", on: Samples.today))
        let decisions = try ledger.history().map(\.decision)
        let other = try Samples.ledger(Samples.iran())
        try? other.write { database in
            _ = try ReviewWriter(database: database, book: nil).insert(decisions[0])
            throw Stop()
        }
        #expect(try other.history().isEmpty)
        #expect(try other.statements().allSatisfy { $0.review == nil })
    }
}
