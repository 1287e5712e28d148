import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger

/// `casus why`: how one statement was read, or what an article told and what was left out.
struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Show how a statement was read, what an article told, or what moved a standing.",
        discussion: """
            With the id of a statement or a tie, or its first letters: its words in place, its parties, act, \
            speakers and date, and how each was found. With the id of an article or the name of its \
            file: its date with the reasons, what was coded, and what was left out. With two parties and a \
            day, RUS/ARM/2023-09-19: the standing on that day, and the sentences that moved it.
            """
    )

    @Argument(
        help: "The id of a statement or an article, its first letters, a file's name, or A/B/DAY."
    )
    var id: String

    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let ledger = try ledgerOptions.forReading()
        if let point = StandingPoint(id) {
            let assessor = try Assessor(dataOptions.resources)
            try StandardOutput.answer(try point.account(ledger, assessor))
        } else if let article = try Self.article(named: id, in: ledger) {
            try StandardOutput.answer(ArticleAccount(of: article, in: ledger).text)
        } else if let recorded = try ledger.statement(id),
            let article = try ledger.article(recorded.article.id)
        {
            try StandardOutput.answer(
                StatementAccount(
                    statement: recorded.statement,
                    article: article,
                    event: try EventAccount(of: recorded, in: ledger)
                ).text
            )
        } else if let recorded = try ledger.tie(id),
            let article = try ledger.article(recorded.article.id)
        {
            try StandardOutput.answer(TieAccount(tie: recorded.tie, article: article).text)
        } else if let article = try ledger.article(id) {
            try StandardOutput.answer(ArticleAccount(of: article, in: ledger).text)
        } else {
            StandardError.write(
                "casus: '\(id)' is no statement, no tie and no article of \(ledgerOptions.file.path). "
                    + "'casus statements' and 'casus articles' list the ids."
            )
            throw ExitCode.nothingFound
        }
    }

    /// The article that was read from a file or row of this name.
    private static func article(named name: String, in ledger: LedgerDatabase) throws -> Article? {
        let base = URL(filePath: name).deletingPathExtension().lastPathComponent
        let named = try ledger.articles().first { $0.document == name || $0.document == base }
        return try named.flatMap { try ledger.article($0.id) }
    }
}
