import ArgumentParser
import Foundation
import Language
import Scoring
import Text
import Training

/// Teaches the identifier which language a text is in.
struct TrainIdentifierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identifier",
        abstract: "Trains the language identifier; the same sentences give the same bytes.",
        discussion: "Takes half a minute on one core. Build with '-c release'."
    )

    @Option(help: "The file to write; by default the one of the repository.")
    var output: String?

    func run() throws {
        guard let root = PackageRoot.find(), let shared = SharedFolder.find(root: root) else {
            Messages.print("There is no folder ../shared beside the sources to learn from.")
            throw ExitCode(2)
        }
        do {
            let parts = try IdentifierSources.parts(shared.url, root: root)
            Messages.print("\(parts.learnt.count) languages and scripts")
            let model = IdentifierTrainer().model(of: parts.learnt, heldOut: parts.heldOut)
            let file =
                output.map { URL(filePath: $0) }
                ?? root.appending(path: "Sources/Language/Models/identifier.model")
            let bytes = model.fileBytes
            try Data(bytes).write(to: file)
            Messages.print(
                "Wrote \(file.path): \(model.groupCount) groups, \(model.entryCount) entries, "
                    + "\(bytes.count) bytes."
            )
        } catch let error as TableError {
            Messages.print("\(error)")
            throw ExitCode(2)
        } catch let error as UnpackingError {
            Messages.print("\(error)")
            throw ExitCode(2)
        }
    }
}
