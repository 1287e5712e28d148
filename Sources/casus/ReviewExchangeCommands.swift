import ArgumentParser
import Assessment
import Foundation
import Ledger

/// `casus review export`: decisions for a colleague.
struct ReviewExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all decisions as JSON lines, in the order in which they were made."
    )

    @OptionGroup var ledgerOptions: LedgerOptions

    mutating func run() async throws {
        let entries = try ledgerOptions.forReading().history()
        var output = StandardOutput()
        for entry in entries { try output.line(try JSON.line(entry.decision)) }
        try output.flush()
        if entries.isEmpty {
            StandardError.write("casus: nothing was decided.")
            throw ExitCode.nothingFound
        }
    }
}

/// `casus review import`: decisions of a colleague.
struct ReviewImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Take in decisions that 'casus review export' wrote; the same again changes nothing.",
        discussion: """
            A decision whose statement is not in this ledger is kept and waits for it. A line that \
            cannot be read is named with its cure, and the rest is taken in.
            """
    )

    @Argument(help: "Files; '-' is standard input.", completion: .file())
    var files: [String]

    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let ledger = try ledgerOptions.forWriting(dataOptions.resources)
        var decisions: [ReviewDecision] = []
        var skipped = 0
        for file in files {
            for line in try JSONLines.read(ReviewDecision.self, from: InputFile.bytes(file), file) {
                switch line {
                case .success(let line): decisions.append(line.value)
                case .failure(let error):
                    skipped += 1
                    StandardError.write("casus: skipped \(error)")
                }
            }
        }
        let done = try ledger.importDecisions(decisions)
        var page = TextLayout()
        page.paragraph(
            "\(counted(done.new, "decision")) taken in, \(done.known) known before."
                + (done.lost == 0
                    ? "" : " \(done.lost) of the new ones wait for their statements.")
        )
        try StandardOutput.answer(page.text)
        if skipped > 0 { throw ExitCode.troubled }
        if decisions.isEmpty { throw ExitCode.nothingFound }
    }
}

/// A file as a command names it.
enum InputFile {
    /// All bytes of the file; of standard input for '-'.
    static func bytes(_ name: String) throws -> Data {
        if name == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
        do {
            return try Data(contentsOf: URL(filePath: name))
        } catch {
            throw InputFileError(name: name, reason: error.localizedDescription)
        }
    }
}

/// A file that cannot be read.
struct InputFileError: Error, CustomStringConvertible {
    let name: String
    let reason: String

    var description: String {
        "\(name): cannot be read (\(reason)). Name a file that is there and that you may read."
    }
}
