import ArgumentParser
import Foundation
import Scoring

/// Scores how the ledger relates two articles of one story.
struct EvaluateRelaysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relays",
        abstract:
            "Counts reprints, translations, echoes and independent articles that are seen so.",
        discussion: """
            The pairs stand in Evaluation/ledger/pairs.jsonl; a third of them, 'unseen', is for figures \
            alone. It has no floors: a test holds them.
            """
    )

    @Flag(help: "Print one JSON object instead of a table.")
    var json = false

    @Option(help: "The folder that holds Package.swift, where it is not the one built from.")
    var root: String?

    func run() throws {
        guard let root = root.map({ URL(filePath: $0) }) ?? PackageRoot.find() else {
            Messages.print("The sources that this was built from are gone. Name them with --root.")
            throw ExitCode(2)
        }
        try naming {
            let scores = try RelayScores(root: root)
            if json { try printJSON(scores) } else { print(ScoreTables.relays(scores)) }
        }
    }
}
