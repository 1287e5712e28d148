import ArgumentParser
import Foundation
import Language
import Scoring
import Text
import Training

/// Times the language engine from raw text to trees.
struct MeasureLanguageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language",
        abstract: "Measures how fast text becomes trees, on one core and on two.",
        discussion: """
            The text is the last treebank of others that the language is tuned on. Build with '-c release'. \
            'Scripts/peer LANGUAGE' measures UDPipe 1 on the same text.
            """
    )

    @Argument(help: "The language: en, uk, ru, de.")
    var language = "en"

    @Option(help: "How many runs; the best one counts.")
    var runs = 5

    @Flag(help: "Measure the memory of all four languages in one process instead.")
    var together = false

    @Flag(help: "Print one JSON object instead of a table.")
    var json = false

    func run() throws {
        if together {
            let measurement = try MemoryMeasurement(
                languages: Curriculum.all.flatMap(\.pupils).map(\.language)
            )
            if json { try printJSON(measurement) } else { print(measurement.table) }
            return
        }
        guard let root = PackageRoot.find(), let curriculum = Curriculum.of(language),
            let source = curriculum.measured(of: language)
        else { throw ValidationError("There is no model of '\(language)'. Give en, uk, ru or de.") }
        let files = TreebankFiles(
            root: root,
            shared: root.appending(path: "../shared/data/ud").standardized
        )
        guard let text = try files.treebank(source)?.text else { return }
        let file = try ResourceFolder().url("Models", of: "Language").appending(
            path: language + ".model"
        )
        let measurement = try LanguageMeasurement(model: file, text: text, runs: max(runs, 1))
        if json {
            try printJSON(measurement)
        } else {
            print(measurement.table(of: language))
        }
    }
}

/// How fast one model turns a text into trees.
struct LanguageMeasurement: Encodable {
    let build: String
    let words: Int
    /// All of the best run; the words a second are of computing time, so that a busy machine does not count.
    let loadSeconds: Double
    let wordsPerSecond: Double
    /// Of wall time, with a worker on each of two cores.
    let wordsPerSecondOnTwo: Double
    let peakMemoryBytes: Int?

    private enum CodingKeys: String, CodingKey {
        case build, words
        case loadSeconds = "load_seconds"
        case wordsPerSecond = "words_per_second"
        case wordsPerSecondOnTwo = "words_per_second_two_cores"
        case peakMemoryBytes = "peak_memory_bytes"
    }

    init(model file: URL, text: [UInt8], runs: Int) throws {
        build = Stopwatch.build
        var loads: [Double] = []
        var parses: [Double] = []
        var both: [Double] = []
        let model = try LanguageModel(file)
        // A worker's memory is filled in the first run, as it is after the first articles of a day.
        var worker = try LanguageParser(model)
        words = worker.parse(text).reduce(0) { $0 + $1.count }
        peakMemoryBytes = Stopwatch.peakMemory()
        // Each core takes one of its own.
        nonisolated(unsafe) let pair = try [LanguageParser(model), LanguageParser(model)]
        for _ in 0..<runs {
            loads.append(try Stopwatch.computed { try LanguageModel(file) }.seconds)
            parses.append(Stopwatch.computed { worker.parse(text).count }.seconds)
            both.append(
                Stopwatch.timed {
                    DispatchQueue.concurrentPerform(iterations: 2) { core in
                        // Each of the two is this iteration's alone.
                        nonisolated(unsafe) var worker = pair[core]
                        _ = worker.parse(text)
                    }
                }.seconds
            )
        }
        loadSeconds = loads.min() ?? 0
        wordsPerSecond = Double(words) / (parses.min() ?? 1)
        wordsPerSecondOnTwo = Double(2 * words) / (both.min() ?? 1)
    }

    func table(of language: String) -> String {
        var table = TextTable("measure language \(language) (\(build))", "")
        table.add("loading the model", String(format: "%.1f ms", loadSeconds * 1000))
        table.add("words", "\(words)")
        table.add("words a second, one core", String(format: "%.0f", wordsPerSecond))
        table.add("words a second, two cores", String(format: "%.0f", wordsPerSecondOnTwo))
        table.add(
            "peak memory",
            peakMemoryBytes.map { String(format: "%.1f MB", Double($0) / 1e6) } ?? "-"
        )
        return table.text
    }
}
