import ArgumentParser
import Assessment
import Diplomacy
import Ledger
import Site

/// `casus disagreements`: where what was read disagrees, and of what kind it is.
struct DisagreementsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disagreements",
        abstract:
            "Where what was read disagrees: real conflict, echo, superseded, other scope or party."
    )

    @Argument(help: "A party to both sides of which the list keeps: RUS, Russia, NATO.")
    var actor: Party?

    @Option(help: "conflict, echo, superseded, other-scope or other-party.")
    var kind: Disagreement.Kind?

    @Flag(help: "Print everything, however long.")
    var all = false

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    private static let nothing = "casus: nothing that was read disagrees so."

    mutating func run() async throws {
        let ledger = try ledgerOptions.forReading()
        let isUsual = !json && !all && kind == nil && clockOptions.clocks == .unset
        if isUsual,
            let kept = try KeptAnswers(ledger, dataOptions.resources),
            let text = try kept.text("disagreements\(actor.map { " \($0.code.rawValue)" } ?? "")")
        {
            try StandardOutput.answer(text)
            StandardError.sayAge(kept)
            return
        }
        let made =
            try json || all
            ? nil : MadeText(.disagreements(actor?.code, kind), ledger, clockOptions, dataOptions)
        if let made { return try StandardOutput.answer(made, otherwise: Self.nothing) }
        if let keeper = try AnswerKeeper(ofLarge: ledger, dataOptions.resources) {
            var output = StandardOutput()
            let isFound = try keeper.writeDisagreements(
                of: actor?.code,
                kind,
                clockOptions.clocks,
                as: json ? .json : .text(scope: clockOptions.sentence)
            ) { try output.write($0) }
            try output.flush()
            if !isFound { throw nothing }
            return
        }
        let material = try LedgerMaterial.read(ledger, clockOptions.clocks)
        let register = try CommitmentRegister(dataOptions.resources)
        let found = Brief(of: material, actor: actor?.code, register: register)
            .disagreements.only(kind)
        if json {
            var output = StandardOutput()
            for disagreement in found.held { try output.line(try JSON.line(disagreement)) }
            try output.flush()
        } else if !found.isEmpty {
            try DisagreementText.write(
                found,
                articles: material.articles,
                naming: Naming(articles: material.articles, party: ActorDirectory.called),
                scope: clockOptions.sentence,
                all: all,
                to: StandardOutput.answer
            )
        }
        if found.isEmpty { throw nothing }
    }

    private var nothing: ExitCode {
        StandardError.write(Self.nothing)
        return .nothingFound
    }
}

extension Disagreement.Kind: ExpressibleByArgument {}
