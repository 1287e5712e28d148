import ArgumentParser
import Coding
import Foundation
import Scoring
import Text

/// Runs the coder on everything that has gold and prints the figures.
struct EvaluateCommand: AsyncParsableCommand {
    enum Part: String, CaseIterable, ExpressibleByArgument {
        case coding, standing
    }

    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract:
            "Scores the reading wing on articles that people have coded, or the standing's bands.",
        discussion: """
            'standing' makes up pairs whose true level is known and counts how often the band holds it. \
            The sets and the figures are described in Evaluation/README.md. Without ../shared only \
            the examples of this repository are scored.
            """
    )

    @Argument(help: "What to score.")
    var part = Part.coding

    @Flag(help: "Print one JSON object instead of tables.")
    var json = false

    @Flag(help: "Fail with exit code 1 where a figure lies below Evaluation/floors.json.")
    var check = false

    @Flag(help: "Raise the floors to today's figures.")
    var update = false

    @Flag(help: "Let --update lower a floor.")
    var allowRegression = false

    @Flag(help: "Print what was found for each entry of the acceptance list.")
    var findings = false

    @Option(help: "The folder that holds Package.swift, where it is not the one built from.")
    var root: String?

    func validate() throws {
        if check, update { throw ValidationError("Give either --check or --update.") }
        if part == .standing, check || update || findings {
            throw ValidationError("'standing' has no floors: its tests hold it to 85 to 95 %.")
        }
        if allowRegression, !update {
            throw ValidationError("--allow-regression goes with --update.")
        }
    }

    func run() async throws {
        if part == .standing {
            let coverage = StandingCoverage()
            if json { try printJSON(coverage) } else { print(ScoreTables.standing(coverage)) }
            return
        }
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
            try compare(evaluation, root.appending(path: "Evaluation/floors.json"))
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

    private func compare(_ evaluation: Evaluation, _ file: URL) throws {
        guard check || update else { return }
        let pinned = try Floors(file)
        let today = Floors(of: evaluation)
        if update {
            let floors = try pinned.updated(to: today, allowingRegression: allowRegression)
            try floors.write(to: file)
            Messages.print(floors == pinned ? "The floors stay." : "Pinned in \(file.path).")
            return
        }
        let complaints = pinned.complaints(about: today)
        for complaint in complaints { Messages.print(complaint) }
        for name in pinned.parts.keys.sorted() where today.parts[name] == nil {
            Messages.print("\(name) was not checked: it is not there.")
        }
        if !complaints.isEmpty { throw ExitCode(1) }
        Messages.print("No figure lies below its floor.")
    }
}
