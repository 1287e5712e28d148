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

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    mutating func run() async throws {
        let material = try LedgerMaterial.read(ledgerOptions.forReading(), clockOptions.clocks)
        let found = Brief(of: material, actor: actor?.code).disagreements
            .filter { kind == nil || $0.kind == kind }
        if json {
            var output = StandardOutput()
            for disagreement in found { try output.line(try JSON.line(disagreement)) }
            try output.flush()
        } else if !found.isEmpty {
            try StandardOutput.answer(
                DisagreementText.text(
                    found,
                    of: material,
                    scope: clockOptions.sentence,
                    name: ActorDirectory.called
                )
            )
        }
        if found.isEmpty {
            StandardError.write("casus: nothing that was read disagrees so.")
            throw ExitCode.nothingFound
        }
    }
}

extension Disagreement.Kind: ExpressibleByArgument {}
