import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger

/// `casus import`: statements and commitments of other programs.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in statements as JSON lines, or your own copy of ATOP's tables.",
        discussion: """
            FILE.jsonl (or '-') holds one statement a line, with the keys of 'casus export --format \
            jsonl'; source, act, quote, and article or doc are needed. FILE.csv is a table of ATOP 5, of \
            alliances or of members; its commitments go into your own register, which stands beside the \
            shipped one. The same again changes nothing; a line that cannot be used is named with its \
            cure, and the rest is taken in.
            """
    )

    @Argument(help: "Files; '-' is standard input.", completion: .file())
    var files: [String]

    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        var skipped = 0
        var found = 0
        for file in files {
            let bytes = try InputFile.bytes(file)
            let (count, refused) =
                file.lowercased().hasSuffix(".csv")
                ? try takeAlliances(bytes, file) : try takeStatements(bytes, file)
            for error in refused { StandardError.write("casus: skipped \(error)") }
            skipped += refused.count
            found += count
        }
        if skipped > 0 { throw ExitCode.troubled }
        if found == 0 { throw ExitCode.nothingFound }
    }

    private func takeStatements(
        _ bytes: Data,
        _ file: String
    ) throws -> (count: Int, refused: [LineError]) {
        let ledger = try ledgerOptions.forWriting(dataOptions.resources)
        var lines: [JSONLines.Line<ImportedLine>] = []
        var refused: [LineError] = []
        for line in JSONLines.read(ImportedLine.self, from: bytes, file) {
            switch line {
            case .success(let line): lines.append(line)
            case .failure(let error): refused.append(error)
            }
        }
        let (done, more) = try ledger.importStatements(lines, from: file, readOn: today())
        var page = TextLayout()
        page.paragraph(
            "\(file): \(counted(done.statements, "statement")) taken in, "
                + "\(counted(done.articles, "new article")); \(done.known) known before."
        )
        try StandardOutput.answer(page.text)
        return (done.statements + done.known, refused + more)
    }

    private func takeAlliances(
        _ bytes: Data,
        _ file: String
    ) throws -> (count: Int, refused: [LineError]) {
        let table = try ATOPTable(bytes, file: file, codes: COWCodes(dataOptions.resources))
        let register = OwnFolder.url.appending(path: RegisterFile.name)
        try RegisterFile(register).put(table.rows, replacing: ATOPTable.idPrefix)
        var page = TextLayout()
        page.paragraph(
            "\(file): \(counted(table.rows.count, "alliance")) taken into \(register.path), which "
                + "stands beside the shipped register from now on."
        )
        for (reason, count) in table.leftOut.sorted(by: { $0.key < $1.key }) {
            page.paragraph("\(count) left out: \(reason).")
        }
        try StandardOutput.answer(page.text)
        let refused = table.problems.map {
            LineError(file: file, line: $0.line, problem: $0.problem, cure: $0.cure)
        }
        return (table.rows.count, refused)
    }
}
