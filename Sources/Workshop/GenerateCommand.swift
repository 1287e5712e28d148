import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger
import Scoring
import Text

/// Fills a ledger with news that was made up, to measure large ones.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Writes a ledger of made-up news, the same for the same options.",
        discussion: "Prints how fast it was written. Build with '-c release'."
    )

    @Option(help: "How many statements; ten stand in an article.")
    var statements = 10_000

    @Option(help: ArgumentHelp("Where the ledger goes; nothing may be there.", valueName: "file"))
    var ledger: String

    @Option(help: "Another number makes other news.")
    var seed: UInt64 = 1

    /// A million statements came at 19,200 a second by 2,500 articles, at 20,200 by these, and 5,000 took half a gigabyte.
    @Option(help: "How many articles are written down in one transaction.")
    var together = 4000

    /// So many transactions are made up before the clock runs: making them up is no part of loading.
    private static let madeAhead = 4

    func validate() throws {
        if statements < 1 { throw ValidationError("--statements needs at least 1.") }
        if together < 1 { throw ValidationError("--together needs at least 1.") }
        if FileManager.default.fileExists(atPath: ledger) {
            throw ValidationError("'\(ledger)' is there already. Name another file.")
        }
    }

    func run() throws {
        let news = MadeUpNews(statements: statements, parties: try parties(), seed: seed)
        let store = try LedgerDatabase(at: URL(filePath: ledger))
        var (writing, computing) = (0.0, 0.0)
        for start in stride(from: 0, to: news.count, by: Self.madeAhead * together) {
            let part = (start..<min(start + Self.madeAhead * together, news.count)).map { number in
                let coded = news.article(number)
                return (coded: coded, readOn: coded.article.publication.interval?.last ?? .epoch)
            }
            let before = Stopwatch.processorTime()
            writing += try Stopwatch.timed { try store.record(part, together: together) }.seconds
            computing += Stopwatch.processorTime() - before
        }
        let before = Stopwatch.processorTime()
        let weighing = try Stopwatch.timed { try store.weighWhatIsLeft() }.seconds
        let weighed = Stopwatch.processorTime() - before
        let counts = try store.counts()
        var table = TextTable("made up (\(Stopwatch.build))", "")
        table.add("articles", "\(counts.articles)")
        table.add("statements", "\(counts.statements)")
        table.add("seconds of writing", String(format: "%.1f", writing))
        table.add("seconds of weighing", String(format: "%.1f", weighing))
        let rates = [
            ("", writing + weighing), (" of processor time", computing + weighed),
            (" of it, unweighed", computing),
        ]
        for (name, seconds) in rates {
            let rate = Double(counts.statements) / max(seconds, 1e-9)
            table.add("statements a second" + name, String(format: "%.0f", rate))
        }
        table.add("megabytes", String(format: "%.0f", try Self.megabytes(of: ledger)))
        table.add("peak memory", Stopwatch.megabytes(Stopwatch.peakMemory()))
        print(table.text)
    }

    private static func megabytes(of file: String) throws -> Double {
        let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber
        return Double(size?.intValue ?? 0) / 1e6
    }

    /// Those with most commitments first, as they are told of most; so the news has cases.
    private func parties() throws -> [ActorCode] {
        let commitments = try CommitmentRegister(ResourceFolder()).commitments
        let counts = commitments.flatMap(\.parties).reduce(into: [ActorCode: Int]()) {
            $0[$1.actor, default: 0] += 1
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
}

extension Day {
    /// 1970-01-01, for what has no day.
    fileprivate static let epoch = Day(number: 0)
}
