import ArgumentParser
import Assessment
import Coding
import Diplomacy
import Foundation
import Ledger
import Reading

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
            """
    )

    @Argument(help: "Files and folders; '-' is standard input.", completion: .file())
    var paths: [String]

    @Flag(help: "Read again what was read before.")
    var again = false

    @Flag(help: "Print the counts as JSON.")
    var json = false

    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    /// What became of one source.
    private enum Outcome: Sendable {
        case coded(CodedArticle, SourceStamp)
        case known
        case skipped(SourceStamp?, place: String, reason: String)
        case absent(ReadingError)
    }

    private struct Done: Sendable {
        let outcome: Outcome
        let bytes: Int
    }

    mutating func run() async throws {
        let start = ContinuousClock.now
        let ledger = try ledgerOptions.forWriting(dataOptions.resources)
        let coder = LazyCoder(dataOptions.resources)
        let feed = DocumentFeed(paths)
        let day = today()
        let readsAgain = again
        var tally = ReadTally()
        var bytes = 0
        var progress = Progress(totalBytes: feed.totalBytes)
        try await inOrder(feed.found) { found in
            Result { try Self.work(found, coder, ledger, readsAgain) }
        } hand: { result in
            let done = try result.get()
            bytes += done.bytes
            try Self.record(done.outcome, in: ledger, on: day, &tally) { sentence in
                progress.clear()
                StandardError.write("casus: skipped \(sentence)")
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
        if tally.skipped > 0 { throw ExitCode.troubled }
        if tally.articles + tally.known == 0 { throw ExitCode.nothingFound }
    }

    /// Codes one source; on any thread.
    ///
    /// Throws only where all sources would fail: for a ledger that
    /// cannot be asked, or lexicons that cannot be loaded.
    private static func work(
        _ found: DocumentFinder.Found,
        _ coder: LazyCoder,
        _ ledger: LedgerDatabase,
        _ again: Bool
    ) throws -> Done {
        switch found {
        case .failure(let error) where [.missing, .emptyFolder].contains(error.kind):
            return Done(outcome: .absent(error), bytes: 0)
        case .failure(let error):
            return Done(outcome: .skipped(nil, place: error.place, reason: "\(error)"), bytes: 0)
        case .document(let document):
            let bytes = document.text.utf8.count
            let stamp = SourceStamp(
                hash: document.contentHash,
                place: document.place,
                coderVersion: NewsCoder.version
            )
            if !again, try ledger.hasRead(stamp) { return Done(outcome: .known, bytes: bytes) }
            let coder = try coder.loaded()
            do {
                return Done(outcome: .coded(try coder.code(document), stamp), bytes: bytes)
            } catch {
                return Done(
                    outcome: .skipped(stamp, place: document.place, reason: "\(error)"),
                    bytes: bytes
                )
            }
        }
    }

    private static func record(
        _ outcome: Outcome,
        in ledger: LedgerDatabase,
        on day: Day,
        _ tally: inout ReadTally,
        report: (String) -> Void
    ) throws {
        switch outcome {
        case .known: tally.known += 1
        case .skipped(let stamp, let place, let reason):
            try ledger.recordSkip(stamp, place: place, reason: reason, readOn: day)
            tally.skipped += 1
            report(reason)
        case .absent(let error):
            // A slip of the keyboard is no source, so the ledger does not keep it.
            tally.skipped += 1
            report("\(error)")
        case .coded(let coded, let stamp):
            do {
                let outcome = try ledger.record(coded, readOn: day, source: stamp)
                tally.add(coded, isNew: outcome == .added)
            } catch let error as LedgerError where error.kind == .refused {
                // One article that contradicts itself does not stop the others.
                tally.skipped += 1
                report("\(stamp.place): \(error)")
            }
        }
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

    mutating func add(_ coded: CodedArticle, isNew: Bool) {
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
