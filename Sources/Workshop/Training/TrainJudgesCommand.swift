import ArgumentParser
import Coding
import Scoring
import Text
import Training

/// Teaches the judges who says a statement, when it was and how certain it is.
struct TrainJudgesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judges",
        abstract:
            "Trains the judges of voice, date and modality on Evaluation/corpus; the same corpus gives the same bytes.",
        discussion: "Takes a minute or two on one core. Build with '-c release'."
    )

    @OptionGroup var file: ModelFile

    @Flag(help: "Teach the judge of dates too; otherwise the one that ships is kept.")
    var dates = false

    func run() throws {
        let corpus = try Corpus(root: file.root())
        let resources = ResourceFolder()
        let coder = try NewsCoder(resources, learnt: .nothing)
        let shipped = try Judges(resources)
        let passages = corpus.passages.filter { !$0.isHeldOut }
        var lessons = JudgeLessons(passages, coder).lessons
        if dates {
            // Taught with the plain sentences too, dates were worse on four sets of five: nearly all of those
            // have one.
            let dated = JudgeLessons(passages.filter { $0.kind != .plain }, coder).lessons
            lessons[.date] = dated[.date]
        }
        var options = BoostedTreesTrainer.Options()
        // A tenth of the ranker's lessons: smaller trees, so that none learns single passages.
        options.rounds = 150
        options.leaves = 12
        options.leastRows = 20
        var judges: [Judges.Question: Judge] = [:]
        for question in Judges.Question.all {
            if question == .date, !dates {
                judges[question] = shipped[question]
                continue
            }
            let own = lessons[question] ?? []
            Messages.print("\(question): \(own.count) lessons, \(own.count { $0.isRight }) right")
            judges[question] = RankerTrainer(
                own,
                categories: question.categories,
                wordColumns: 0,
                options: options
            ).judge()
        }
        try file.write(Judges(judges).fileBytes(), "judges.model")
    }
}
