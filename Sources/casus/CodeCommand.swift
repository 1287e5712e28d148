import ArgumentParser
import Coding
import Diplomacy
import Foundation
import Reading

/// `casus code`: the pure filter, articles in, statements out; no ledger.
struct CodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Turn articles into statements, one JSON line each; no ledger is touched.",
        discussion: """
            Reads files, folders, JSON lines or standard input; writes one object a line with the \
            keys doc, source, target, act, mode, kind, polarity, modality, speaker (a list, the \
            outermost voice first; "author" where the text names nobody), date (EDTF or null), start \
            and end (Unicode scalars of the given text, end exclusive), quote, confidence, marks. \
            A tie follows its article's statements as an object with type "tie" and the keys doc, \
            kind, holder, other, detail, modality, speaker, date, start, end, quote, confidence. \
            The order is that of the articles and of the words in them, whatever the number of cores.
            """
    )

    @Argument(
        help: "Files and folders; '-' or nothing is standard input.",
        completion: .file()
    )
    var paths: [String] = ["-"]

    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let coder = try NewsCoder(dataOptions.resources)
        var output = StandardOutput()
        var (statements, skipped) = (0, 0)
        try await inOrder(DocumentFeed(paths).found) { found -> Result<[String], any Error> in
            Result { try Self.lines(found, coder) }
        } hand: { result in
            switch result {
            case .success(let lines):
                statements += lines.count
                for line in lines { try output.line(line) }
            case .failure(let error):
                skipped += 1
                StandardError.write("casus: skipped \(error)")
            }
        }
        try output.flush()
        if skipped > 0 { throw ExitCode.troubled }
        if statements == 0 { throw ExitCode.nothingFound }
    }

    private static func lines(
        _ found: DocumentFinder.Found,
        _ coder: NewsCoder
    ) throws -> [String] {
        switch found {
        case .failure(let error): throw error
        case .document(let document):
            let coded = try coder.code(document)
            return try coded.statements.map {
                try JSON.line(StatementRow(statement: $0, document: document.name))
            }
                + coded.ties.map { try JSON.line(TieRow(tie: $0, document: document.name)) }
        }
    }
}
