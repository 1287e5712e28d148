import ArgumentParser
import Diplomacy
import Foundation
import Ledger
import Text

/// `casus export`: the ledger for other programs.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write statements, the graph of actors, or the articles for other programs.",
        discussion: """
            The same ledger and the same options make the same bytes. Beside a FILE stands \
            FILE.manifest.json: versions, options, the hashes of what was read, the number of lines and \
            the SHA-256 of the file. Documentation/exports.md describes every column.
            """
    )

    @Option(help: "jsonl, csv, plover, gexf, graphml, bibtex or cff.")
    var format: ExportFormat

    @Option(
        help: ArgumentHelp(
            "Where to write; '-' is standard output.",
            discussion: "The file is there when it is whole, or as it was before.",
            valueName: "file"
        )
    )
    var output = "-"

    @Option(help: ArgumentHelp("Who hands the data on: for cff.", valueName: "name"))
    var author: [String] = []

    @OptionGroup var filterOptions: FilterOptions
    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    mutating func run() async throws {
        let ledger = try ledgerOptions.forReading()
        let request = ExportRequest(
            format,
            filter: filterOptions.filter(clockOptions.clocks),
            version: Release.version,
            authors: author,
            name: ActorDirectory.called
        )
        let report =
            output == "-"
            ? try Self.print(request, of: ledger) : try save(request, of: ledger)
        if let sentence = report.sentence {
            StandardError.write("casus: \(sentence): \(format.rawValue) cannot say it.")
        }
        if report.written == 0 {
            StandardError.write(
                "casus: nothing fits. Leave a filter out, or see 'casus statements' for what is there."
            )
            throw ExitCode.nothingFound
        }
    }

    private static func print(
        _ request: ExportRequest,
        of ledger: LedgerDatabase
    ) throws -> ExportReport {
        var output = StandardOutput()
        let report = try ledger.export(request) { try output.write($0) }
        try output.flush()
        return report
    }

    private func save(_ request: ExportRequest, of ledger: LedgerDatabase) throws -> ExportReport {
        var file = try FileOutput(URL(filePath: output))
        var hash = ContentHash.Running()
        let report = try ledger.export(request) { piece in
            hash.update(piece)
            try file.write(piece)
        }
        let manifest = try ledger.manifest(
            of: request,
            options: options,
            report,
            sha256: hash.digits
        )
        var beside = try FileOutput(URL(filePath: output + ".manifest.json"))
        try beside.write(try JSON.page(manifest))
        try beside.finish()
        try file.finish()
        return report
    }

    private var options: [String: String] {
        var options = filterOptions.given
        options["format"] = format.rawValue
        options["on"] = clockOptions.on?.description
        options["known-by"] = clockOptions.knownBy?.description
        if !author.isEmpty { options["author"] = author.joined(separator: "; ") }
        return options
    }
}

extension ExportFormat: ExpressibleByArgument {}
