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
            Then come the people whom it names with a role, as objects with type "person" and the keys \
            doc, name, role, title, party, former, date, start, end, quote. With --mentions, each place \
            that names a party follows with type "mention" and the keys doc, party, how, start, end, quote. \
            The order is that of the articles and of the words in them, whatever the number of cores.
            """
    )

    @Argument(
        help: "Files and folders; '-' or nothing is standard input.",
        completion: .file()
    )
    var paths: [String] = ["-"]

    @Flag(help: "Add each place that names a party, whether or not anything is coded of it.")
    var mentions = false

    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let coder = try NewsCoder(dataOptions.resources)
        var output = StandardOutput()
        let mentions = mentions
        var (statements, skipped) = (0, 0)
        try await inOrder(DocumentFeed(paths).found) { found -> Result<[String], any Error> in
            Result { try Self.lines(found, coder, mentions: mentions) }
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
        _ coder: NewsCoder,
        mentions: Bool
    ) throws -> [String] {
        switch found {
        case .failure(let error): throw error
        case .document(let document):
            let name = document.name
            let coded = try coder.code(document)
            let named = mentions ? try coder.mentions(in: document) : []
            return try coded.statements.map {
                try JSON.line(StatementRow(statement: $0, document: name))
            }
                + coded.ties.map { try JSON.line(TieRow(tie: $0, document: name)) }
                + coded.people.map { try JSON.line(PersonRow(person: $0, document: name)) }
                + named.map { try JSON.line(MentionRow(mention: $0, document: name)) }
        }
    }
}
