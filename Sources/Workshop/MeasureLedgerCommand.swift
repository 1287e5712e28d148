import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger
import Scoring
import Site
import Text

/// Times what is asked of a ledger: the pages of its site, and how often they can be asked.
struct MeasureLedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Measures how long the pages of a ledger's site take.",
        discussion: """
            Each kind of page is asked of many parties, pairs, articles, words, each address once, so nothing \
            of the answer is kept from before. 'Workshop generate' makes ledgers. Build with '-c release'.
            """
    )

    @Argument(help: "The ledger's file.")
    var ledger: String

    @Option(help: "How many addresses of each kind are asked.")
    var visits = 20

    @Flag(help: "First make what the ledger keeps of its answers, and say how long that took.")
    var keep = false

    @Flag(help: "Print one JSON object instead of a table.")
    var json = false

    func validate() throws {
        if visits < 1 { throw ValidationError("--visits needs at least 1.") }
    }

    func run() async throws {
        if keep { try makeAnswers() }
        let store = try LedgerDatabase(at: URL(filePath: ledger), readOnly: true)
        let last = try store.lastDay(.unset) ?? Day(number: 0)
        let router = try SiteRouter(ledger: store, names: .codes, today: { last })
        let visit = Visit(router)
        var lines: [PageTimes] = []
        for (name, addresses) in try MeasuredPages(store, count: visits).all {
            var (seconds, computed): ([Double], [Double]) = ([], [])
            var largest = 0
            for address in addresses {
                let (start, before) = (ContinuousClock.now, Stopwatch.processorTime())
                let answer = try await visit.get(address)
                seconds.append((ContinuousClock.now - start) / .seconds(1))
                computed.append(Stopwatch.processorTime() - before)
                largest = max(largest, answer.bytes)
                if answer.status != 200 { Messages.print("\(answer.status) \(address)") }
            }
            lines.append(PageTimes(name, seconds, computed, largestBytes: largest))
        }
        let counts = try store.counts()
        let report = LedgerTimes(
            build: Stopwatch.build,
            statements: counts.statements,
            articles: counts.articles,
            pages: lines,
            peakMemoryBytes: Stopwatch.peakMemory()
        )
        if json { try printJSON(report) } else { print(report.table) }
    }
}

extension MeasureLedgerCommand {
    private func makeAnswers() throws {
        let store = try LedgerDatabase(at: URL(filePath: ledger))
        let keeper = try AnswerKeeper(
            store,
            names: .codes,
            called: \.rawValue,
            today: { Day(number: 0) },
            now: { Int(Date().timeIntervalSince1970) }
        )
        let before = Stopwatch.processorTime()
        let (count, seconds) = try Stopwatch.timed { try keeper.renew() }
        let computed = Stopwatch.processorTime() - before
        let file = try FileManager.default.attributesOfItem(atPath: ledger)[.size] as? NSNumber
        print(
            String(
                format: "%d answers kept in %.1f s (%.1f s of processor time); %@, file %.0f MB",
                count,
                seconds,
                computed,
                "peak memory \(Stopwatch.megabytes(Stopwatch.peakMemory()))",
                Double(file?.intValue ?? 0) / 1e6
            )
        )
    }
}

/// The times of the pages of one kind, in milliseconds.
struct PageTimes: Encodable {
    let page: String
    let visits: Int
    /// The very first one: what it makes may help the others.
    let first: Double
    let median: Double
    let p95: Double
    /// The same of what the processor computed for them: what others do on the machine does not count.
    let computedFirst: Double
    let computedMedian: Double
    let computedP95: Double
    let largestBytes: Int

    init(_ page: String, _ seconds: [Double], _ computed: [Double], largestBytes: Int) {
        self.page = page
        visits = seconds.count
        (first, median, p95) = Self.summary(seconds)
        (computedFirst, computedMedian, computedP95) = Self.summary(computed)
        self.largestBytes = largestBytes
    }

    /// In milliseconds: the first, and the middle and the 95th percentile of the rest.
    private static func summary(_ seconds: [Double]) -> (Double, Double, Double) {
        let times = seconds.map { $0 * 1000 }
        let (first, later) = (times.first ?? 0, times.dropFirst().sorted())
        return (first, quantile(0.5, of: later) ?? first, quantile(0.95, of: later) ?? first)
    }

    /// Of values in order; nil where there are none.
    private static func quantile(_ share: Double, of ordered: [Double]) -> Double? {
        ordered.isEmpty
            ? nil : ordered[min(ordered.count - 1, Int(Double(ordered.count) * share))]
    }
}

struct LedgerTimes: Encodable {
    let build: String
    let statements: Int
    let articles: Int
    let pages: [PageTimes]
    let peakMemoryBytes: Int?

    var table: String {
        var table = TextTable(
            "page, ms (\(build))",
            "visits",
            "first",
            "p50",
            "p95",
            "of processor: first",
            "p50",
            "p95",
            "kB"
        )
        for line in pages {
            table.add(
                line.page,
                "\(line.visits)",
                String(format: "%.1f", line.first),
                String(format: "%.1f", line.median),
                String(format: "%.1f", line.p95),
                String(format: "%.1f", line.computedFirst),
                String(format: "%.1f", line.computedMedian),
                String(format: "%.1f", line.computedP95),
                String(format: "%.1f", Double(line.largestBytes) / 1000)
            )
        }
        return """
            \(statements) statements in \(articles) articles, peak memory \(Stopwatch.megabytes(peakMemoryBytes))
            \(table.text)
            """
    }
}

/// The addresses that are asked, by the kind of page.
struct MeasuredPages {
    let all: [(name: String, addresses: [String])]

    /// `count` addresses of each kind, spread over the ledger, the parties of which most is told first.
    init(_ store: LedgerDatabase, count: Int) throws {
        let parties = try store.partyCounts(.unset).sorted {
            ($1.statements, $0.actor) < ($0.statements, $1.actor)
        }
        .map(\.actor.rawValue)
        let articles = try store.articles().map(\.id)
        let shown = stride(from: 0, to: articles.count, by: max(1, articles.count / count))
            .prefix(count).map { articles[$0] }
        let statements = try shown.compactMap { try store.statements(ofArticle: $0).first }
        let words = try shown.compactMap { id in
            // The last word of a title is mostly a rare one, the first of another a common one.
            try store.article(id)?.title?.split(separator: " ").randomlySpread(id)
        }
        let top = parties.prefix(count)
        // The greatest with the others, then smaller ones.
        let pairs = zip(parties.cycled(count, step: 1), parties.cycled(count, step: 3))
            .filter { $0 != $1 }
        func each<Values: Sequence>(
            _ values: Values,
            _ make: (Values.Element) -> String
        ) -> [String] {
            values.map(make)
        }
        all = [
            ("overview /", ["/"]),
            ("overview of a party", each(top) { "/?actor=\($0)" }),
            ("brief of a party", each(top) { "/brief?actor=\($0)" }),
            ("pair", each(pairs) { "/pair/\($0.0)/\($0.1)" }),
            ("cases", ["/cases"] + each(top) { "/cases?actor=\($0)" }),
            ("disagreements", each(top) { "/disagreements?actor=\($0)" }),
            ("commitments", each(top) { "/commitments?actor=\($0)" }),
            ("sources", ["/sources", "/sources?lang=uk"]),
            ("outlook", ["/outlook", "/outlook?lang=uk"]),
            ("articles", ["/articles", "/articles?lang=uk"]),
            ("article", each(shown) { "/article/\($0)" }),
            ("statement", each(statements) { "/statement/\($0.id)" }),
            ("search, a word", each(words) { "/search?q=\($0)" }),
            ("search, a party", each(top) { "/search?actor=\($0)&polarity=not_done" }),
            ("review", each(0..<count) { "/review?skip=\($0)" }),
            ("about", ["/about", "/about?lang=uk"]),
            ("api statements", each(top) { "/api/v1/statements?actor=\($0)" }),
            ("feed", each(top) { "/feed.atom?actor=\($0)" }),
        ]
    }
}

extension Array where Element == String {
    /// `count` of them from the first on, taken around as often as needed.
    fileprivate func cycled(_ count: Int, step: Int) -> [String] {
        isEmpty ? [] : (0..<count).map { self[($0 * step + step / 2) % self.count] }
    }
}

extension Array where Element == Substring {
    /// One of the words, another for each id.
    fileprivate func randomlySpread(_ id: String) -> String? {
        isEmpty ? nil : String(self[Int(id.utf8.reduce(0) { $0 &+ Int($1) }) % count])
    }
}
