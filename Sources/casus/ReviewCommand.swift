import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger

/// `casus review`: a person's word on statements.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract:
            "Accept, reject or correct statements; what was decided, and how far people agree.",
        discussion: """
            A decision stands on the words of the article, so it survives a new reading and a new \
            coding; nothing that was decided is ever deleted. A rejected statement does not count any \
            more, a corrected one counts as corrected, from the day of the decision on: --known-by an \
            earlier day shows what was known then. The last word counts.
            """,
        subcommands: [
            ReviewList.self, ReviewAccept.self, ReviewReject.self, ReviewCorrect.self,
            ReviewSplit.self, ReviewNote.self, ReviewUndo.self, ReviewHistoryCommand.self,
            ReviewAgreementCommand.self, ReviewExport.self, ReviewImportCommand.self,
        ],
        defaultSubcommand: ReviewList.self
    )
}

/// Who decides.
struct ReviewerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Who decides.",
            discussion: "Without it, your user's name on this machine.",
            valueName: "name"
        )
    )
    var reviewer: String?

    var name: String { reviewer ?? NSUserName() }
}

/// `casus review list`: what to look at next.
struct ReviewList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What you have not judged yet, the most doubtful first.",
        discussion: """
            What a colleague has judged waits for you too, as the coder read it, so that two come to the \
            same statements. The order: guesses (below 50 of 100), then what is not sure (below 75), then the rest; among \
            these what rests on one root first, because nothing else would show the mistake; then what \
            did not happen; then the lower confidence. Without --limit, twenty.
            """
    )

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var reviewerOptions: ReviewerOptions
    @OptionGroup var filterOptions: FilterOptions
    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    /// About two screens.
    private static let usualLimit = 20

    mutating func run() async throws {
        var filter = filterOptions.filter(clockOptions.clocks)
        filter.limit = nil
        let items = try ledgerOptions.forReading()
            .reviewQueue(
                filter,
                for: reviewerOptions.name,
                limit: filterOptions.limit ?? Self.usualLimit
            )
        let naming = Naming(articles: [], party: ActorDirectory.called)
        var output = StandardOutput()
        for item in items {
            if json {
                try output.line(try JSON.line(ReviewRow(item)))
            } else {
                var page = TextLayout()
                page.paragraph(item.reasons.joined(separator: ", "), indent: 10)
                try output.write(StatementLines(item.recorded, naming).text + page.text)
            }
        }
        try output.flush()
        if items.isEmpty {
            StandardError.write("casus: nothing waits for review.")
            throw ExitCode.nothingFound
        }
    }

    private struct ReviewRow: Encodable {
        let statement: StatementRow
        let id: String
        let roots: Int
        let reasons: [String]

        init(_ item: ReviewItem) {
            let recorded = item.recorded
            statement = StatementRow(
                statement: recorded.statement,
                document: recorded.article.document
            )
            (id, roots, reasons) = (item.id, item.roots, item.reasons)
        }
    }
}

/// `casus review history`: what was decided.
struct ReviewHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "What was decided on a statement, or at all; what was undone, and what is lost.",
        discussion: """
            A decision is lost where its words, or what was read from them, are not in the ledger any \
            more; it is kept and found again when they are.
            """
    )

    @Argument(help: "The id of a statement, or its first letters.")
    var id: String?

    @Flag(help: "Only decisions whose statement is not there any more.")
    var lost = false

    @OptionGroup var ledgerOptions: LedgerOptions

    mutating func run() async throws {
        let entries = try ledgerOptions.forReading().history(of: id).filter { !lost || $0.isLost }
        var output = StandardOutput()
        for entry in entries {
            var page = TextLayout()
            let decision = entry.decision
            let marks = [entry.isUndone ? "undone" : nil, entry.isLost ? "lost" : nil]
                .compactMap(\.self)
            let state = marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
            let words = decision.words.isEmpty ? "" : ": \(decision.words)"
            page.row(
                String(decision.id.prefix(Naming.idLength)),
                "\(decision.decidedOn) \(decision.reviewer): \(decision.kind.rawValue) "
                    + "\(decision.statement.prefix(Naming.idLength))\(state)\(words)",
                column: 10
            )
            page.paragraph("“\(decision.anchor.exact)”", indent: 10, hanging: 1)
            try output.write(page.text)
        }
        try output.flush()
        if entries.isEmpty {
            StandardError.write("casus: nothing was decided\(lost ? " that is lost" : "").")
            throw ExitCode.nothingFound
        }
    }
}

/// `casus review agreement`: how far reviewers agree beyond chance.
struct ReviewAgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Krippendorff's alpha (nominal) over the last words of two or more reviewers.",
        discussion: """
            1 is perfect agreement, 0 what chance would give. 'overall' compares source, target, act and \
            polarity together, or that the statement was rejected; 'kept' only whether it was; the fields \
            compare what both kept.
            """
    )

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var ledgerOptions: LedgerOptions

    mutating func run() async throws {
        let agreement = try ledgerOptions.forReading().reviewAgreement()
        let isJudged = agreement.fields.contains { $0.alpha.units > 0 }
        if json {
            try StandardOutput.answer(try JSON.page(agreement))
        } else if isJudged {
            var page = TextLayout()
            page.paragraph("Reviewers: \(agreement.reviewers.joined(separator: ", ")).")
            for field in agreement.fields {
                page.row(field.name, Self.text(field.alpha), column: 10)
            }
            try StandardOutput.answer(page.text)
        }
        if !isJudged {
            StandardError.write(
                "casus: no two reviewers have judged the same statement. "
                    + "'casus review accept ID --reviewer NAME' begins."
            )
            throw ExitCode.nothingFound
        }
    }

    private static func text(_ alpha: KrippendorffAlpha) -> String {
        let value = alpha.alpha.map { String(format: "%+.3f", $0) } ?? "not defined"
        let observed =
            alpha.observed.map { String(format: ", the same in %.0f %%", $0 * 100) } ?? ""
        return "alpha \(value)\(observed), \(counted(alpha.units, "statement")), "
            + counted(alpha.judgements, "judgement")
    }
}
