import ArgumentParser
import Assessment
import Diplomacy
import Ledger
import Site

/// `casus commitments`: the register, and beside it what articles tell of.
struct CommitmentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commitments",
        abstract: "The register of commitments: who owes what to whom, and since when.",
        discussion: """
            With a party, those to which it is or was one; with --on, those that bound it on that day. \
            The register is shipped with Casus and needs no ledger; 'not certain' names the fields that \
            need a second source. With --found or --ledger those follow that the articles of a ledger \
            tell of, with the sentences; they are marked as found, and bind nobody in a verdict.
            """
    )

    @Argument(help: "A party: ARM, Armenia.")
    var actor: Party?

    @Flag(help: "Add what the articles of the ledger tell of.")
    var found = false

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let assessor = try Assessor(dataOptions.resources)
        let registered = assessor.register.commitments(of: actor?.code, on: clockOptions.on)
        let told = try told(assessor)
        var output = StandardOutput()
        if json {
            for commitment in registered { try output.line(try JSON.line(commitment)) }
            for commitment in told { try output.line(try JSON.line(commitment)) }
        } else {
            let naming = Naming(articles: [], party: ActorDirectory.called)
            for commitment in registered {
                var page = TextLayout()
                commitment.write(to: &page, naming)
                try output.write(page.text + "\n")
            }
            for commitment in told {
                var page = TextLayout()
                commitment.write(to: &page, naming)
                try output.write(page.text + "\n")
            }
        }
        try output.flush()
        if registered.isEmpty, told.isEmpty {
            StandardError.write("casus: the register has no commitment that fits.")
            throw ExitCode.nothingFound
        }
    }

    /// Those found in the ledger, where it is asked for.
    private func told(_ assessor: Assessor) throws -> [FoundCommitment] {
        guard found || ledgerOptions.ledger != nil else { return [] }
        let ledger = try ledgerOptions.forReading()
        let filter = StatementFilter(clocks: clockOptions.clocks, party: actor?.code)
        return assessor.foundCommitments(
            in: try LedgerMaterial.statements(ledger, filter),
            of: actor?.code
        )
    }
}
