import ArgumentParser
import Coding
import Foundation
import Scoring
import Text

/// Scores the classifier of relations on a table that anyone may bring.
struct EvaluateRelationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relation",
        abstract: "Scores what one actor directs at another, on a table of sentences.",
        discussion: """
            The table is tab-separated, under a line of names: sentence, source, target, gold_root. The \
            roots are PLOVER's; concede and retreat count as yield. Printed are the macro F1 at 2 labels \
            (cooperation, conflict), at 4 (words or deeds of each) and at 15.
            """
    )

    @Argument(help: "The table.")
    var file: String

    @Option(help: "The language of the sentences: en, uk, ru or de.")
    var lang = "en"

    @Flag(help: "Print one JSON object instead of a table.")
    var json = false

    func run() throws {
        try naming {
            let table = try RelationTable(URL(filePath: file), root: "gold_root")
            let coder = try NewsCoder(ResourceFolder(), learnt: .relations)
            var pairs: [(gold: EventRoot, found: EventRoot)] = []
            for row in table.rows {
                guard let gold = EventRoot(name: row.root) else {
                    throw ScoringError(
                        place: "\(file):\(row.line)",
                        problem: "has the root '\(row.root)'",
                        cure: "Write one of: "
                            + EventRoot.allCases.map(\.rawValue).joined(separator: ", ") + "."
                    )
                }
                let shares = try coder.relationShares(
                    row.sentence,
                    source: row.source,
                    target: row.target,
                    language: lang
                )
                pairs.append((gold, EventRoot.likeliest(shares)))
            }
            try show(RelationScores(pairs))
        }
    }

    private func show(_ scores: RelationScores) throws {
        if json { return try printJSON(scores) }
        var table = TextTable("root", "gold", "P", "R", "F1")
        func share(_ value: Double) -> String { String(format: "%.3f", value) }
        for root in scores.roots {
            table.add(
                root.root,
                "\(root.gold)",
                share(root.precision),
                share(root.recall),
                share(root.f1)
            )
        }
        print(table.text)
        print(
            "\nmacro F1: \(share(scores.binaryMacroF1)) at 2 labels, \(share(scores.quadMacroF1)) at 4, "
                + "\(share(scores.rootMacroF1)) at 15; \(share(scores.accuracy)) of \(scores.rows) rows right"
        )
    }
}
