import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger
import Site
import Text

/// `casus keep`: what pages and commands show of a large ledger, made ahead.
struct KeepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep",
        abstract: "Make ahead what a large ledger answers, so that nobody waits for it.",
        discussion: """
            From \(AnswerKeeper.leastStatements) statements on a ledger keeps its answers: pages, briefs and cases, \
            which then come at once. They take some ten minutes for a million statements, so 'casus read' and \
            'casus import' do not make them anew; run this after them, or let 'casus serve' do it while it \
            runs. Until then what is shown says how much was read since. With --on or --known-by, and as JSON, \
            everything is made when it is asked for.
            """
    )

    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let ledger = try ledgerOptions.forWriting(dataOptions.resources)
        let keeper = try AnswerKeeper(ledger, dataOptions.resources)
        guard try keeper.isLarge else {
            try StandardOutput.answer(
                "This ledger is small: what it answers is made when it is asked for.\n"
            )
            return
        }
        guard try keeper.isBehind else {
            try StandardOutput.answer("What this ledger keeps is as new as it is.\n")
            return
        }
        let count = try keeper.renew()
        try StandardOutput.answer("\(counted(count, "answer")) kept.\n")
    }
}

extension AnswerKeeper {
    /// Nil for a small ledger, of which everything fits into memory.
    init?(ofLarge ledger: LedgerDatabase, _ resources: ResourceFolder) throws {
        guard try ledger.statementNumber() >= Self.leastStatements else { return nil }
        try self.init(ledger, resources)
    }

    /// With the names that commands give.
    init(_ ledger: LedgerDatabase, _ resources: ResourceFolder) throws {
        try self.init(
            ledger,
            names: ActorNames { ActorDirectory.name($0, in: $1) },
            called: ActorDirectory.called,
            today: { today() },
            now: { Int(Date().timeIntervalSince1970) },
            resources: resources
        )
    }
}

extension StandardError {
    /// Says how old kept answers are that were just given, if they are older than the ledger.
    static func sayAge(_ kept: KeptAnswers) {
        if let sentence = kept.sentence { write("casus: \(sentence)") }
    }
}

extension MadeText {
    /// What a command prints of a large ledger where it is not kept; nil for a small one, of which everything fits into
    /// memory.
    init?(
        _ question: Question,
        _ ledger: LedgerDatabase,
        _ clockOptions: ClockOptions,
        _ dataOptions: DataOptions
    ) throws {
        guard let keeper = try AnswerKeeper(ofLarge: ledger, dataOptions.resources) else {
            return nil
        }
        self = try keeper.text(question, clockOptions.clocks, scope: clockOptions.sentence)
    }
}

extension StandardOutput {
    /// Prints what was made; where nothing was found it says so with its exit code, and with the words of `otherwise`.
    static func answer(_ made: MadeText, otherwise: String? = nil) throws {
        if let text = made.text { try answer(text) }
        guard made.isEmpty else { return }
        if let otherwise { StandardError.write(otherwise) }
        throw ExitCode.nothingFound
    }
}
