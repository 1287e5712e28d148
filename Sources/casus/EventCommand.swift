import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger
import Text

/// `casus event`: the happening that a statement tells of, and a person's word on it.
struct EventCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event",
        abstract: "Show the happening that a statement tells of; join or part statements by hand.",
        discussion: """
            With one id, shows all statements of the happening, with their roots. --with and \
            --apart write down that two statements tell of one happening or of two; the word \
            survives a new reading, and --undo takes it back.
            """
    )

    @Argument(help: "The id of a statement, or its first letters.")
    var id: String

    @Option(help: ArgumentHelp("Keep it together with this statement.", valueName: "id"))
    var with: String?

    @Option(help: ArgumentHelp("Keep it apart from this statement.", valueName: "id"))
    var apart: String?

    @Option(help: ArgumentHelp("Take back the word on it and this statement.", valueName: "id"))
    var undo: String?

    @Option(help: ArgumentHelp("Why, for those who read it later.", valueName: "words"))
    var reason = ""

    @Flag(help: "Print the happening as JSON.")
    var json = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        if [with, apart, undo].compactMap(\.self).count > 1 {
            throw ValidationError("Give only one of --with, --apart and --undo.")
        }
    }

    mutating func run() async throws {
        let decides = with ?? apart ?? undo
        let ledger =
            decides == nil
            ? try ledgerOptions.forReading() : try ledgerOptions.forWriting(dataOptions.resources)
        let recorded = try statement(id, in: ledger)
        if let decides {
            let other = try statement(decides, in: ledger)
            guard recorded.id != other.id else {
                throw ValidationError("'\(id)' and '\(decides)' are one statement.")
            }
            if undo != nil {
                guard try ledger.undoDecision(recorded.id, other.id) else {
                    StandardError.write("casus: nothing was decided on these two.")
                    throw ExitCode.nothingFound
                }
            } else {
                try ledger.decide(
                    EventDecision(
                        recorded.id,
                        other.id,
                        isTogether: with != nil,
                        decidedOn: today(),
                        reason: reason
                    )
                )
            }
        }
        let account = try EventAccount(of: recorded, in: ledger, clockOptions.clocks)
        try StandardOutput.answer(json ? try JSON.page(account.event) : account.text)
    }

    private func statement(_ id: String, in ledger: LedgerDatabase) throws -> RecordedStatement {
        if let recorded = try ledger.statement(id) { return recorded }
        StandardError.write(
            "casus: '\(id)' is no statement of \(ledgerOptions.file.path). "
                + "'casus statements' lists the ids."
        )
        throw ExitCode.nothingFound
    }
}
