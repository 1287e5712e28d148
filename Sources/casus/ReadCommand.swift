import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger
import Site

/// `casus read`: articles into the ledger.
struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read articles into the ledger.",
        discussion: """
            Reads text, HTML and JSON lines (a row an article: id, text or html, and if known lang, \
            published, title, outlet, url), from files, folders or standard input ('-').

            The same article twice changes nothing, so a reading that was stopped is simply begun \
            again. An article that cannot be read is skipped with its reason; the rest goes on.

            At the end the watches are looked at (casus watch), and what they ask to be told of is \
            said on standard error.
            """
    )

    @Argument(help: "Files and folders; '-' is standard input.", completion: .file())
    var paths: [String]

    @Flag(help: "Read again what was read before.")
    var again = false

    @Flag(help: "Print the counts as JSON.")
    var json = false

    @OptionGroup var alertOptions: AlertOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let start = ContinuousClock.now
        try alertOptions.check()
        let ledger = try ledgerOptions.forWriting(dataOptions.resources)
        let feed = DocumentFeed(paths)
        let room = ReadingRoom(
            ledger: ledger,
            coder: LazyCoder(dataOptions.resources),
            day: today(),
            readsAgain: again
        )
        var tally = ReadTally()
        var bytes = 0
        var progress = Progress(totalBytes: feed.totalBytes)
        try await room.read(feed.found) { outcome, length in
            bytes += length
            tally.add(outcome)
            if case .skipped(_, let reason) = outcome {
                progress.clear()
                StandardError.write("casus: skipped \(reason)")
            }
            progress.show(bytes: bytes, articles: tally.articles, skipped: tally.skipped)
        }
        progress.clear()
        tally.seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
        let counts = try ledger.counts()
        try StandardOutput.answer(
            json ? JSON.page(tally) : tally.text(ledger: ledgerOptions.file.path, counts)
        )
        let lost = try ledger.lostDecisionCount()
        if lost > 0 {
            StandardError.write(
                "casus: \(counted(lost, "decision")) of reviewers no longer find their statements and "
                    + "are kept; 'casus review history --lost' lists them."
            )
        }
        _ = try LedgerWatches.check(
            ledger,
            assessor: Assessor(dataOptions.resources),
            today: room.day
        )
        let alerts = try ledger.hear(AlertLines.listener)
        if !alerts.isEmpty { StandardError.raw("\n" + AlertLines.text(alerts)) }
        try alertOptions.handOn(ledger)
        if tally.skipped > 0 { throw ExitCode.troubled }
        if tally.articles + tally.known == 0 { throw ExitCode.nothingFound }
    }
}

/// What a reading did.
struct ReadTally: Encodable {
    /// Read in this run.
    var articles = 0
    /// Of these, not in the ledger before.
    var new = 0
    /// Passed over because the same bytes were read before.
    var known = 0
    var skipped = 0
    var statements = 0
    /// Of these, of polarity `not_done`.
    var notDone = 0
    /// Passages with an act that were left out.
    var leftOut = 0
    var seconds = 0.0

    mutating func add(_ outcome: ReadingRoom.Outcome) {
        switch outcome {
        case .known: known += 1
        case .skipped: skipped += 1
        case .read(let coded, let recorded): add(coded, isNew: recorded == .added)
        }
    }

    private mutating func add(_ coded: CodedArticle, isNew: Bool) {
        articles += 1
        new += isNew ? 1 : 0
        statements += coded.statements.count
        notDone += coded.statements.count { $0.polarity == .notDone }
        leftOut += coded.omissions.count
    }

    func text(ledger: String, _ counts: LedgerCounts) -> String {
        var page = TextLayout()
        if articles > 0 {
            let time = String(format: "%.1f s", seconds)
            page.paragraph(
                "\(counted(articles, "article")) read in \(time): \(counted(statements, "statement")), "
                    + "\(notDone) of them of what was not done; "
                    + "\(counted(leftOut, "passage")) with an act left out, with reasons."
            )
        } else {
            page.paragraph("Nothing new was read.")
        }
        if articles > new {
            page.paragraph("\(articles - new) of them the same as an article that the ledger had.")
        }
        if known > 0 {
            page.paragraph(
                "\(counted(known, "source")) passed over: read before (--again reads again)."
            )
        }
        if skipped > 0 {
            page.paragraph("\(counted(skipped, "source")) skipped, see standard error.")
        }
        page.paragraph(
            "The ledger \(ledger) holds \(counted(counts.articles, "article")) and "
                + "\(counted(counts.statements, "statement")). Next: casus brief"
        )
        return page.text
    }
}
