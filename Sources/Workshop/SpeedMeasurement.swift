import Coding
import Diplomacy
import Foundation
import Reading
import Text

/// How fast the articles were read and coded, and whether each run gave the same answer.
struct SpeedMeasurement: Encodable {
    let build: String
    let runs: Int
    let articles: Int
    /// UTF-8 bytes of the documents, clutter included.
    let bytes: Int
    let statements: Int
    /// Names all statements of the first run: two builds with the same answer have the same one.
    let answer: String
    let answersAgree: Bool
    /// Of the best run.
    let loadSeconds: Double
    let codingSeconds: Double
    let articlesPerSecond: Double
    let bytesPerSecond: Double
    /// After one load and one run, as a first user of the command has it.
    ///
    /// Nil where the system does not tell.
    let peakMemoryBytes: Int?

    private enum CodingKeys: String, CodingKey {
        case build, runs, articles, bytes, statements, answer
        case answersAgree = "answers_agree"
        case loadSeconds = "load_seconds"
        case codingSeconds = "coding_seconds"
        case articlesPerSecond = "articles_per_second"
        case bytesPerSecond = "bytes_per_second"
        case peakMemoryBytes = "peak_memory_bytes"
    }

    init(_ documents: [SourceDocument], runs: Int) throws {
        var loads: [Double] = []
        var codings: [Double] = []
        let (coder, firstLoad) = try Stopwatch.timed { try NewsCoder(ResourceFolder()) }
        let (first, firstCoding) = try Stopwatch.timed { try Self.code(documents, coder) }
        peakMemoryBytes = Stopwatch.peakMemory()
        loads.append(firstLoad)
        codings.append(firstCoding)
        var agree = true
        for _ in 1..<max(runs, 2) {
            loads.append(try Stopwatch.timed { try NewsCoder(ResourceFolder()) }.seconds)
            let (coded, seconds) = try Stopwatch.timed { try Self.code(documents, coder) }
            codings.append(seconds)
            agree = agree && coded == first
        }
        let best = codings.min() ?? 0
        build = Stopwatch.build
        self.runs = codings.count
        articles = first.count
        bytes = documents.reduce(0) { $0 + $1.text.utf8.count }
        statements = first.reduce(0) { $0 + $1.statements.count }
        let ids = first.flatMap(\.statements).map(\.id).joined(separator: " ")
        answer = String(ContentHash.full(of: Array(ids.utf8)).prefix(16))
        answersAgree = agree
        loadSeconds = loads.min() ?? 0
        codingSeconds = best
        articlesPerSecond = Double(articles) / best
        bytesPerSecond = Double(bytes) / best
    }

    /// What cannot be coded is passed over: it is no work of the coder.
    private static func code(
        _ documents: [SourceDocument],
        _ coder: NewsCoder
    ) throws -> [CodedArticle] {
        try documents.compactMap { document in
            do {
                return try coder.code(document)
            } catch let error as ReadingError {
                Messages.print("\(error)")
                return nil
            }
        }
    }

    var table: String {
        var table = TextTable("measure (\(build), best of \(runs))", "")
        table.add("loading the lexicons", String(format: "%.3f s", loadSeconds))
        table.add("reading and coding", String(format: "%.3f s", codingSeconds))
        table.add("articles", "\(articles)")
        table.add("articles a second", String(format: "%.1f", articlesPerSecond))
        table.add("kilobytes a second", String(format: "%.1f", bytesPerSecond / 1000))
        table.add(
            "peak memory",
            peakMemoryBytes.map { String(format: "%.1f MB", Double($0) / 1e6) } ?? "-"
        )
        table.add("statements", "\(statements)")
        table.add("answer", answersAgree ? answer : "differs between runs")
        return table.text
    }
}
