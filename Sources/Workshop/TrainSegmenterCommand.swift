import ArgumentParser
import Foundation
import Language
import Scoring
import Text
import Training

/// Teaches the segmenter of one language and says how well it cuts what it has not learnt.
struct TrainSegmenterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-segmenter",
        abstract: "Trains where words and sentences of a language end; takes seconds.",
        discussion:
            "The training of a model does the same; this is for whoever changes the segmenter."
    )

    @Argument(help: "The language: en, uk, ru, de.")
    var language: String

    @Option(help: "The folder with the treebanks, where it is not ../shared/data/ud.")
    var data: String?

    @Option(help: "Where randomness begins.")
    var seed: UInt64 = 1

    @Option(help: "The model file whose segmenter is replaced by this one.")
    var into: String?

    func run() throws {
        guard let curriculum = SegmenterCurriculum.of(language), let root = PackageRoot.find()
        else {
            throw ValidationError(
                "There is no curriculum for '\(language)'. Give en, uk, ru or de."
            )
        }
        let shared = data.map { URL(filePath: $0) } ?? root.appending(path: "../shared/data/ud")
        let files = TreebankFiles(root: root, shared: shared.standardized)
        let segmenter = try curriculum.segmenter(files, root: root, seed: seed)
        var table = TextTable("dev", "tokens", "words", "sentences")
        for source in curriculum.tuning {
            guard let treebank = try files.treebank(source) else { continue }
            let score = ConllScore(
                gold: treebank.sentences.map(\.words),
                found: segmenter.segment(treebank.text)
            )
            let cells = [.tokens, .words, .sentences].map { (metric: ConllScore.Metric) in
                score.counts[metric]?.f1.map { String(format: "%.2f", 100 * $0) } ?? "-"
            }
            table.add(source.treebank, cells[0], cells[1], cells[2])
        }
        print(table.text)
        if let into {
            let file = URL(filePath: into)
            let model = try LanguageModel(file).with(segmenter: segmenter.bytes())
            try Data(model.fileBytes()).write(to: file)
            Messages.print("Wrote \(into).")
        }
    }
}
