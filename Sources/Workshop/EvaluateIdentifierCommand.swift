import ArgumentParser
import Scoring
import Text
import Training

/// Measures how often the identifier names the right language, and how fast it is.
struct EvaluateIdentifierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identifier",
        abstract: "Scores the language identifier on web sentences and on news.",
        discussion: "Needs the sentences in ../shared; without them it says so and passes."
    )

    @Flag(help: "Print one JSON object instead of tables.")
    var json = false

    func run() throws {
        guard let root = PackageRoot.find(), let shared = SharedFolder.find(root: root) else {
            Messages.print("Skipped: there is no folder ../shared with sentences to measure on.")
            return
        }
        do {
            let tables = try IdentifierTables(shared: shared.url, root: root)
            if json { try printJSON(tables) } else { print(tables.text) }
        } catch let error as UnpackingError {
            Messages.print("\(error)")
            throw ExitCode(2)
        } catch let error as TableError {
            Messages.print("\(error)")
            throw ExitCode(2)
        } catch let error as BinaryError {
            Messages.print("\(error)")
            throw ExitCode(2)
        }
    }
}
