import ArgumentParser
import Coding
import Foundation
import Scoring
import Text

/// Runs the coder on everything that has gold and prints the figures.
struct EvaluateCodingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coding",
        abstract: "Scores the reading wing on articles that people have coded.",
        discussion: """
            The sets and the figures are described in Evaluation/README.md. Without ../shared only \
            the examples of this repository are scored.
            """
    )

    @Flag(help: "Print one JSON object instead of tables.")
    var json = false

    @OptionGroup var floors: FloorOptions

    @Flag(help: "Print what was found for each entry of the acceptance list.")
    var findings = false

    @Option(help: "The folder that holds Package.swift, where it is not the one built from.")
    var root: String?

    func run() async throws {
        guard let root = root.map({ URL(filePath: $0) }) ?? PackageRoot.find() else {
            Messages.print("The sources that this was built from are gone. Name them with --root.")
            throw ExitCode(2)
        }
        do {
            let evaluation = try Evaluation(
                root: root,
                shared: SharedFolder.find(root: root),
                coder: NewsCoder(ResourceFolder())
            )
            for problem in evaluation.problems { Messages.print(problem) }
            try show(evaluation, KnownGaps(root: root))
            try floors.apply(Floors(of: evaluation), root: root) {
                !$0.hasPrefix(LanguageReport.floorPrefix)
            }
        } catch let error as ScoringError {
            Messages.print("\(error)")
            throw ExitCode(2)
        } catch let error as TableError {
            Messages.print("\(error)")
            throw ExitCode(2)
        }
    }

    private func show(_ evaluation: Evaluation, _ gaps: KnownGaps) throws {
        if json {
            try printJSON(evaluation.report)
        } else {
            let tables = ScoreTables(evaluation: evaluation, gaps: gaps)
            print(findings ? tables.findings : tables.text)
        }
    }
}
