import ArgumentParser
import Scoring

/// Holds the bands of the standing against pairs whose true level is known.
struct EvaluateStandingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standing",
        abstract: "Counts how often the band of a standing holds the truth.",
        discussion: """
            Makes up pairs whose true level is known, the same ones each time. It has no floors: a \
            test holds the share to 85 to 95 %.
            """
    )

    @Flag(help: "Print one JSON object instead of a table.")
    var json = false

    func run() throws {
        let coverage = StandingCoverage()
        if json { try printJSON(coverage) } else { print(ScoreTables.standing(coverage)) }
    }
}
