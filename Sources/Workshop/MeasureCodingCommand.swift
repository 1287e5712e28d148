import ArgumentParser
import Coding
import Foundation
import Reading
import Scoring
import Text

/// Times reading and coding on one core.
struct MeasureCodingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coding",
        abstract: "Measures how fast articles are read and coded, on one core.",
        discussion: "Build with '-c release': a debug build says nothing about speed."
    )

    @Argument(help: "Articles to read; by default the examples of this repository.")
    var paths: [String] = []

    @Option(help: "How many runs; the best one counts.")
    var runs = 5

    @Flag(help: "Print one JSON object instead of a table.")
    var json = false

    func validate() throws {
        if runs < 1 { throw ValidationError("--runs needs at least 1.") }
    }

    func run() async throws {
        let documents = try self.documents()
        let measurement = try SpeedMeasurement(documents, runs: runs)
        if measurement.build == "debug" {
            Messages.print("This is a debug build; build with '-c release' for speed.")
        }
        if json {
            try printJSON(measurement)
        } else {
            print(measurement.table)
        }
        guard measurement.answersAgree else {
            Messages.print("The runs gave different answers: the coder is not deterministic.")
            throw ExitCode(1)
        }
    }

    private func documents() throws -> [SourceDocument] {
        let documents = paths.isEmpty ? try examples() : named()
        if documents.isEmpty {
            Messages.print("There is nothing to read.")
            throw ExitCode(2)
        }
        return documents
    }

    private func examples() throws -> [SourceDocument] {
        guard let root = PackageRoot.find() else {
            Messages.print("The sources that this was built from are gone. Name articles.")
            throw ExitCode(2)
        }
        return try GoldSet(.examples, root: root, shared: nil)?.documents ?? []
    }

    private func named() -> [SourceDocument] {
        let finder = DocumentFinder()
        var documents: [SourceDocument] = []
        for file in finder.files(at: paths) {
            let found =
                switch file {
                case .success(let file): finder.documents(in: file)
                case .failure(let error): [DocumentFinder.Found.failure(error)]
                }
            for found in found {
                switch found {
                case .document(let document): documents.append(document)
                case .failure(let error): Messages.print("\(error)")
                }
            }
        }
        return documents
    }
}
