import Foundation
import Language
import Testing

@testable import Training

struct TrainerTests {
    /// Four sentences in a folder of their own, and a curriculum that learns them by heart.
    private func desk() throws -> (Curriculum, TreebankFiles) {
        let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let folder = root.appending(path: TreebankSource.ownFolder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var text = ""
        for (subject, object) in [("Kyiv", "Berlin"), ("Oslo", "Rome"), ("Rome", "Kyiv")] {
            for (verb, lemma) in [("asked", "ask"), ("warned", "warn")] {
                text += """
                    # text = \(subject) \(verb) \(object).
                    1\t\(subject)\t\(subject)\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\t_
                    2\t\(verb)\t\(lemma)\tVERB\t_\tTense=Past\t0\troot\t_\t_
                    3\t\(object)\t\(object)\tPROPN\t_\tNumber=Sing\t2\tobj\t_\tSpaceAfter=No
                    4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_


                    """
            }
        }
        try Data(text.utf8).write(to: folder.appending(path: "tiny.conllu"))
        let source = TreebankSource(
            treebank: "casus-tiny",
            file: TreebankSource.ownFolder + "tiny.conllu",
            weight: 20
        )
        let curriculum = Curriculum(
            pupils: [Curriculum.Pupil(language: "tiny", habit: "casus-tiny")],
            sources: [source],
            tuning: [source],
            sizes: Curriculum.Sizes(
                word: 16,
                piece: 16,
                width: 16,
                layers: 1,
                arc: 16,
                label: 8,
                lemma: 16
            ),
            batchWords: 60,
            epochs: 60
        )
        return (curriculum, TreebankFiles(root: root, shared: root))
    }

    private func trained(_ epochs: Int, seed: UInt64) throws -> (LanguageModel, Classroom) {
        let (curriculum, files) = try desk()
        let classroom = try Classroom(curriculum, reader: files)
        var trainer = Trainer(curriculum, classroom, seed: seed)
        trainer.run(epochs: epochs) { _, _, _ in }
        return (trainer.model(of: curriculum.pupils[0]), classroom)
    }

    @Test func `what was shown often enough is repeated without a fault`() throws {
        let (model, classroom) = try trained(60, seed: 1)
        var analyst = Analyst(model)
        for gold in classroom.tuning[0].sentences {
            let found = analyst.analyse([gold.words])[0]
            #expect(found.tags == gold.tags)
            #expect(found.features == gold.features)
            #expect(found.lemmas == gold.lemmas)
            #expect(found.heads == gold.heads)
            #expect(found.relations == gold.relations)
        }
    }

    @Test func `one seed makes one model, another seed another`() throws {
        let first = try trained(2, seed: 7).0.fileBytes()
        #expect(try trained(2, seed: 7).0.fileBytes() == first)
        #expect(try trained(2, seed: 8).0.fileBytes() != first)
    }

    @Test func `a training goes on from what an earlier one learnt, and ends in a mean`() throws {
        let (curriculum, files) = try desk()
        let classroom = try Classroom(curriculum, reader: files)
        let (before, _) = try trained(60, seed: 1)
        var trainer = Trainer(curriculum, classroom, seed: 2)
        try trainer.goOn(from: [before])
        var losses: [Float] = []
        trainer.run(epochs: 4) { _, all, _ in losses.append(all[0]) }
        // A network that begins anew has a loss of several nats a word.
        #expect(losses[0] < 0.5)
        var analyst = Analyst(trainer.model(of: curriculum.pupils[0]))
        for gold in classroom.tuning[0].sentences {
            #expect(analyst.analyse([gold.words])[0].heads == gold.heads)
        }
    }

    @Test func `a training does not go on from a model of other sizes`() throws {
        var (wider, _) = try desk()
        let (before, classroom) = try trained(1, seed: 1)
        wider.sizes.width = 24
        var trainer = Trainer(wider, classroom, seed: 1)
        #expect(throws: TrainingError.self) { try trainer.goOn(from: [before]) }
    }

    @Test func `the mean of weights is each one's share`() {
        func parts(_ value: Float) -> MeanWeights.Parts {
            .init(weights: [value], words: [2 * value], pieces: [], habits: [0])
        }
        let mean = MeanWeights().with(parts(1)).with(parts(2)).with(parts(6)).mean
        #expect(mean?.weights == [3])
        #expect(mean?.words == [6])
    }

    @Test func `every curriculum keeps what it is measured on apart from what it learns`() {
        for curriculum in Curriculum.all {
            for kept in curriculum.tuning {
                for learnt in curriculum.sources where learnt.file == kept.file {
                    let both = (0..<1000).filter { learnt.part($0) && kept.part($0) }
                    #expect(both.isEmpty, "\(kept.file)")
                }
            }
        }
    }

    @Test func `no final test file is learnt or tuned on`() {
        for source in Curriculum.all.flatMap({ $0.sources + $0.tuning }) {
            // Belarusian has no part in the final scores, and German PUD is free to learn.
            let isFree = source.file.hasPrefix("be/") || source.file.contains("de_pud")
            #expect(isFree || !source.file.contains("test"), "\(source.file)")
            #expect(!source.file.contains("grameval"))
        }
        #expect(!Curriculum.all.flatMap(\.sources).contains { $0.file.hasPrefix("uk-nc/") })
    }
}
