import ArgumentParser
import Coding
import Foundation
import Reading
import Scoring
import Text

/// Times reading and coding on one core.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
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
        var paths = paths
        if paths.isEmpty {
            guard let root = PackageRoot.find() else {
                Messages.print("The sources that this was built from are gone. Name articles.")
                throw ExitCode(2)
            }
            paths = [root.appending(path: "Examples").path]
        }
        let finder = DocumentFinder()
        var documents: [SourceDocument] = []
        for file in finder.files(at: paths) {
            switch file {
            case .failure(let error): Messages.print("\(error)")
            case .success(let file):
                for found in finder.documents(in: file) {
                    switch found {
                    case .document(let document): documents.append(document)
                    case .failure(let error): Messages.print("\(error)")
                    }
                }
            }
        }
        if documents.isEmpty {
            Messages.print("There is nothing to read.")
            throw ExitCode(2)
        }
        return documents
    }
}
