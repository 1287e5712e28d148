import ArgumentParser
import Foundation
import Language
import Scoring
import Training

/// Teaches the model of one language.
struct TrainLanguageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language",
        abstract: "Trains the model of a language on the treebanks of ../shared and our own.",
        discussion: """
            Where the curriculum asks for teachers, they are trained first, by the seeds after this one; \
            '--teacher' takes those of earlier trainings instead.
            """
    )

    @Argument(help: "The language: en, uk, ru, de.")
    var language: String

    @Option(help: "Where randomness begins.")
    var seed: UInt64 = 1

    @Option(help: "Epochs, where fewer or more than the curriculum's are wanted.")
    var epochs: Int?

    @Option(help: "The folder to write to.")
    var output: String?

    @Option(help: "A folder with the models of an earlier training that teach; may be repeated.")
    var teacher: [String] = []

    @Option(help: "A folder with the models that the training goes on from, at a slower pace.")
    var from: String?

    @Flag(help: "Learn what is of the named language alone, and write its model alone.")
    var only = false

    @Flag(help: "Train without teachers, as a teacher is trained.")
    var alone = false

    func run() throws {
        guard let curriculum = Curriculum.of(language), let root = PackageRoot.find() else {
            throw ValidationError(
                "There is no curriculum for '\(language)'. Give en, uk, ru or de."
            )
        }
        let files = TreebankFiles(
            root: root,
            shared: root.appending(path: "../shared/data/ud").standardized
        )
        let classroom = try Classroom(curriculum, reader: files)
        let inventory = classroom.inventory
        Messages.print(
            "\(classroom.words.rows) words, \(classroom.pieces.rows) pieces, "
                + "\(inventory.tags) tags, \(inventory.rules.count) rules, "
                + "\(inventory.relations.count) relations"
        )
        let lesson = Schooling(
            curriculum: curriculum,
            classroom: classroom,
            epochs: epochs,
            language: only ? language : nil
        )
        var teachers = try teacher.flatMap { try models(of: curriculum, in: $0) }
        let known = try from.map { try models(of: curriculum, in: $0) } ?? []
        if teachers.isEmpty, !alone {
            for number in 0..<UInt64(curriculum.teachers) {
                Messages.print("Teacher \(number + 1)")
                teachers += try lesson.models(seed: seed + 1 + number)
            }
        }
        let readings =
            teachers.isEmpty
            ? .none : try classroom.readings(of: curriculum, by: teachers, files: files)
        if !teachers.isEmpty {
            Messages.print(
                "\(readings.words) words read, "
                    + String(format: "%.3f of their heads alike", readings.agreement)
            )
        }
        let folder =
            output.map { URL(filePath: $0) } ?? root.appending(path: "Sources/Language/Models")
        for model in try lesson.models(seed: seed, readings: readings, from: known) {
            let file = folder.appending(path: "\(model.language).model")
            let segmenter = try SegmenterCurriculum.of(model.language)?.segmenter(
                files,
                root: root,
                seed: seed
            )
            let whole = model.with(segmenter: segmenter?.bytes() ?? [])
            try Data(whole.fileBytes()).write(to: file)
            Messages.print("Wrote \(file.path).")
        }
    }

    private func models(of curriculum: Curriculum, in folder: String) throws -> [LanguageModel] {
        try curriculum.pupils.map { pupil in
            try LanguageModel(URL(filePath: folder).appending(path: pupil.language + ".model"))
        }
    }
}

/// One training from its first epoch to its models.
private struct Schooling {
    let curriculum: Curriculum
    let classroom: Classroom
    let epochs: Int?
    /// The one language that is learnt, where not all of the curriculum are.
    let language: String?

    private var pupils: [Curriculum.Pupil] {
        curriculum.pupils.filter { language == nil || $0.language == language }
    }

    /// A model for each pupil, without a segmenter; prints the figures of each epoch.
    func models(
        seed: UInt64,
        readings: Readings = .none,
        from known: [LanguageModel] = []
    ) throws -> [LanguageModel] {
        var trainer = Trainer(curriculum, classroom, seed: seed)
        try trainer.goOn(from: known)
        let start = Date()
        trainer.run(epochs: epochs ?? curriculum.epochs, readings: readings, only: language) {
            epoch,
            losses,
            trainer in
            let rounded = losses.map { String(format: "%.3f", $0) }.joined(separator: " ")
            Messages.print(
                "epoch \(epoch), \(Int(Date().timeIntervalSince(start))) s: loss \(rounded)"
            )
            for pupil in pupils {
                let model = trainer.model(of: pupil)
                for group in classroom.tuning where group.source.isOf(pupil.language) {
                    Messages.print("  " + Report(group, model).line)
                }
            }
        }
        return pupils.map(trainer.model)
    }
}

/// How well a model repeats the trees of a group, given its words.
struct Report {
    let line: String

    init(_ group: Classroom.Group, _ model: LanguageModel) {
        var analyst = Analyst(model)
        let started = clock()
        let parsed = analyst.analyse(group.sentences.map(\.words))
        let seconds = Double(clock() - started) / Double(CLOCKS_PER_SEC)
        var (words, tags, lemmas, heads, relations) = (0, 0, 0, 0, 0)
        for (gold, found) in zip(group.sentences, parsed) {
            for index in gold.forms.indices {
                words += 1
                if gold.tags[index] == found.tags[index] { tags += 1 }
                if gold.lemmas[index] == found.lemmas[index] { lemmas += 1 }
                guard gold.heads[index] == found.heads[index] else { continue }
                heads += 1
                let bare = { (name: String) in name.prefix { $0 != ":" } }
                if bare(gold.relations[index]) == bare(found.relations[index]) { relations += 1 }
            }
        }
        let share = { (count: Int) in
            String(format: "%.2f", 100 * Double(count) / Double(max(words, 1)))
        }
        line =
            "\(group.source.treebank): UPOS \(share(tags)) lemma \(share(lemmas)) UAS \(share(heads)) LAS \(share(relations)) (\(Int(Double(words) / seconds)) words a second)"
    }
}
