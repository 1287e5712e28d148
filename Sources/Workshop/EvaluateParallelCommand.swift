import ArgumentParser
import Coding
import Foundation
import Scoring
import Text

/// Compares what the coder reads out of a text and out of its translations.
struct EvaluateParallelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parallel",
        abstract: "Compares the statements of English texts with those of their translations.",
        discussion:
            "The file holds JSON lines: 'id', and a text under each of 'en', 'uk', 'ru', 'de'."
    )

    @Argument(help: "The file.")
    var file: String

    @Flag(help: "Print one JSON object instead of a table.")
    var json = false

    func run() throws {
        try naming {
            let scores = try ParallelScores(URL(filePath: file), NewsCoder(ResourceFolder()))
            if json { return try printJSON(scores) }
            var table = TextTable("language", "texts", "English", "translated", "shared", "F1")
            for line in scores.languages {
                table.add(
                    line.language,
                    "\(line.texts)",
                    "\(line.english)",
                    "\(line.translated)",
                    "\(line.shared)",
                    String(format: "%.3f", line.f1)
                )
            }
            print(table.text)
        }
    }
}

/// Scores the coder on PLOVER's gold standard records.
struct EvaluatePloverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plover",
        abstract:
            "Scores the coder on PLOVER's gold standard records: kind of event, pair of states, both."
    )

    @Argument(help: "The JSON file of the records.")
    var file: String

    @Flag(help: "Print one JSON object instead of a line.")
    var json = false

    func run() throws {
        try naming {
            let scores = try PloverScores(URL(filePath: file), NewsCoder(ResourceFolder()))
            if json { return try printJSON(scores) }
            print(
                String(
                    format: "F1 on %d sentences: root %.3f, pair of states %.3f, both %.3f",
                    scores.sentences,
                    scores.root,
                    scores.pair,
                    scores.both
                )
            )
        }
    }
}
