import ArgumentParser
import Foundation
import Scoring

/// Where a model of the coder is written.
struct ModelFile: ParsableArguments {
    @Option(help: "The file to write; by default the one of the repository.")
    var output: String?

    /// The folder that holds Package.swift; exits with 2 where it is gone.
    func root() throws -> URL {
        guard let root = PackageRoot.find() else {
            Messages.print("The sources that this was built from are gone.")
            throw ExitCode(2)
        }
        return root
    }

    /// Writes `bytes` to the file that was named, or to `name` among the models of the coder, and says so.
    func write(_ bytes: [UInt8], _ name: String) throws {
        let file =
            try output.map { URL(filePath: $0) }
            ?? root().appending(path: "Sources/Coding/Rankers/\(name)")
        try Data(bytes).write(to: file)
        Messages.print("Wrote \(file.path): \(bytes.count) bytes.")
    }
}
