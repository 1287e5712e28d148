import ArgumentParser
import Diplomacy
import Foundation
import Ledger
import Site

/// `casus serve`: the same answers for a browser on this machine.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show the ledger in a browser, for this machine only."
    )

    @Option(help: ArgumentHelp("Where to listen; 0 takes any free port.", valueName: "number"))
    var port = 8080

    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("'--port \(port)' is no port: they go from 0 to 65535.")
        }
    }

    mutating func run() async throws {
        let file = ledgerOptions.file.path
        let server = try SiteServer(
            ledger: try ledgerOptions.forReading(),
            port: port,
            names: ActorNames { ActorDirectory.name($0) },
            today: { today() },
            resources: dataOptions.resources,
            whenReady: { address in
                StandardError.write("Showing \(file) at \(address) (Ctrl-C ends it)")
            }
        )
        try await server.run()
    }
}
