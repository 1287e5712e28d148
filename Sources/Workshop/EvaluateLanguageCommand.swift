import ArgumentParser
import Foundation
import Language
import Scoring
import Text
import Training

/// Scores the language engine on treebanks, from raw text and from gold tokens.
struct EvaluateLanguageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language",
        abstract: "Scores the language engine with the metric of the CoNLL 2018 shared task.",
        discussion: """
            The treebanks are listed in Evaluation/treebanks.tsv; most lie in ../shared/data/ud. \
            'raw' starts from the text alone, 'gold' from the right words. Without --final only \
            what may be looked at while building is scored.
            """
    )

    @Argument(help: "The languages to score; all of the list where none is named.")
    var languages: [String] = []

    @Flag(help: "Score the final files instead, which are looked at once.")
    var final = false

    @Flag(help: "Print one JSON object instead of a table.")
    var json = false

    @OptionGroup var floors: FloorOptions

    @Option(help: "The folder with the models, where it is not the shipped one.")
    var models: String?

    @Option(help: "The folder with the treebanks, where it is not ../shared/data/ud.")
    var data: String?

    func run() async throws {
        guard let root = PackageRoot.find() else {
            Messages.print("The sources that this was built from are gone.")
            throw ExitCode(2)
        }
        let shared = data.map { URL(filePath: $0) } ?? root.appending(path: "../shared/data/ud")
        let folder =
            models.map { URL(filePath: $0) } ?? root.appending(path: "Sources/Language/Models")
        let entries = try TreebankList(root: root).entries.filter {
            $0.role == (final ? .final : .dev)
                && (languages.isEmpty || languages.contains($0.language))
        }
        var desk = LanguageDesk(
            models: folder,
            files: TreebankFiles(root: root, shared: shared.standardized)
        )
        var report = LanguageReport()
        for entry in entries {
            do {
                report.scores.append(try desk.score(entry))
            } catch {
                Messages.print("\(entry.language) \(entry.name) is not scored: \(error)")
                report.absent.append("\(entry.language) \(entry.name)")
            }
        }
        if json { try printJSON(report) } else { print(report.table) }
        if report.scores.isEmpty { throw ExitCode(2) }
        try naming {
            try floors.apply(report.floors, root: root) { $0.hasPrefix(LanguageReport.floorPrefix) }
        }
    }
}

/// Opens models and treebanks as they are asked for.
private struct LanguageDesk {
    private let models: URL
    private let files: TreebankFiles
    /// Of each language: its parser, once it has been loaded.
    private var parsers: [String: LanguageParser] = [:]

    init(models: URL, files: TreebankFiles) {
        self.models = models
        self.files = files
    }

    mutating func score(_ entry: TreebankList.Entry) throws -> LanguageReport.Line {
        guard let bytes = try files.bytes(of: entry.file) else {
            throw ScoringError(
                place: entry.file,
                problem: "is not there",
                cure: "Get the whole repository."
            )
        }
        let treebank = try ConlluReader.read(bytes, name: entry.file) { number, _, _ in
            entry.part.contains(number)
        }
        var parser =
            try parsers[entry.language]
            ?? LanguageParser(
                LanguageModel(models.appending(path: "\(entry.language).model"))
            )
        let raw = parser.parse(treebank.text)
        let gold = parser.parse(treebank.sentences.map(\.words))
        parsers[entry.language] = parser
        return LanguageReport.Line(
            language: entry.language,
            treebank: entry.name,
            genre: entry.genre,
            digest: String(ContentHash.full(of: bytes).prefix(16)),
            words: treebank.words,
            raw: ConllScore(gold: treebank.sentences, found: raw),
            gold: ConllScore(gold: treebank.sentences, found: gold)
        )
    }
}
