import ArgumentParser
import Assessment
import Diplomacy
import Ledger
import Site

/// `casus commitments`: the register.
struct CommitmentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commitments",
        abstract: "The register of commitments: who owes what to whom, and since when.",
        discussion: """
            With a party, those to which it is or was one; with --on, those that bound it on that day. \
            The register is shipped with Casus and needs no ledger; 'not certain' names the fields that \
            need a second source.
            """
    )

    @Argument(help: "A party: ARM, Armenia.")
    var actor: Party?

    @Option(
        help: ArgumentHelp("In force on this day.", valueName: "day"),
        transform: ClockOptions.day
    )
    var on: Day?

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let register = try CommitmentRegister(dataOptions.resources)
        let found = register.commitments(of: actor?.code, on: on)
        var output = StandardOutput()
        if json {
            for commitment in found { try output.line(try JSON.line(commitment)) }
        } else {
            let naming = Naming(articles: [], party: ActorDirectory.called)
            for commitment in found {
                var page = TextLayout()
                commitment.write(to: &page, naming)
                try output.write(page.text + "\n")
            }
        }
        try output.flush()
        if found.isEmpty {
            StandardError.write("casus: the register has no commitment that fits.")
            throw ExitCode.nothingFound
        }
    }
}
