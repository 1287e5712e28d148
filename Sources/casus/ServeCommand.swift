import ArgumentParser
import Coding
import Diplomacy
import Foundation
import Ledger
import Site
import Text

/// `casus serve`: the same answers for a browser on this machine.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show the ledger in a browser, for this machine only unless told otherwise."
    )

    @Option(help: ArgumentHelp("Where to listen; 0 takes any free port.", valueName: "number"))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "Listen on this address, for other machines too; needs --token-file.",
            valueName: "address"
        )
    )
    var host: String?

    @Option(
        help: ArgumentHelp(
            "A name under which it may be asked; may be given several times.",
            valueName: "name"
        )
    )
    var name: [String] = []

    @Option(
        help: ArgumentHelp(
            "The first line of this file is the token that every request needs.",
            valueName: "file"
        )
    )
    var tokenFile: String?

    @Flag(help: "Only show: nothing can be decided, watched, or dropped into the inbox.")
    var readOnly = false

    @OptionGroup var reviewerOptions: ReviewerOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("'--port \(port)' is no port: they go from 0 to 65535.")
        }
        guard host == nil || tokenFile != nil else {
            throw ValidationError(
                "'--host' lets other machines in, so it needs '--token-file' with a token."
            )
        }
    }

    private func admission() throws -> Admission {
        guard let tokenFile else { return .thisMachine }
        guard let text = try? String(contentsOfFile: tokenFile, encoding: .utf8) else {
            throw ValidationError(
                "'\(tokenFile)' cannot be read. Write a token of \(Admission.shortestToken) letters into it."
            )
        }
        let token = text.prefix { !$0.isNewline }.trimmingCharacters(in: .whitespaces)
        let names = name + (host.map { [$0] } ?? [])
        guard let admission = Admission(names: names, token: token) else {
            throw ValidationError(
                "The token in '\(tokenFile)' is too short: it needs \(Admission.shortestToken) letters."
            )
        }
        return admission
    }

    /// A ledger that is not there yet is not made by looking at it.
    private func openLedger() throws -> LedgerDatabase {
        let isThere = FileManager.default.fileExists(atPath: ledgerOptions.file.path)
        return readOnly || !isThere
            ? try ledgerOptions.forReading() : try ledgerOptions.forWriting(dataOptions.resources)
    }

    private var reviewer: Reviewer {
        var random = SystemRandomNumberGenerator()
        // 128 bits: a page of another site cannot guess what the forms of this one hold.
        let secret = "\(random.next()) \(random.next())"
        return Reviewer(name: reviewerOptions.name, secret: secret)
    }

    /// The models that are shipped, each with the beginning of its hash.
    private var models: [String] {
        get throws {
            let folder = try dataOptions.resources.url("Models", of: "Language")
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                .filter { $0.hasSuffix(".model") }
                .map { name in
                    let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
                    return "\(name) \(ContentHash.full(of: bytes).prefix(8))"
                }
        }
    }

    /// Nil for a ledger that is only read.
    private func keeper(_ ledger: LedgerDatabase) throws -> AnswerKeeper? {
        ledger.isReadOnly ? nil : try AnswerKeeper(ledger, dataOptions.resources)
    }

    mutating func run() async throws {
        let inherited = try InheritedSocket.handedOn()
        let file = ledgerOptions.file.path
        let start = ContinuousClock.now
        let ledger = try openLedger()
        let inbox = InboxReader(ledger, LazyCoder(dataOptions.resources))
        let parties = LazyPartyBook(dataOptions.resources)
        let server = try SiteServer(
            ledger: ledger,
            host: host ?? SiteServer.loopback,
            port: port,
            inherited: inherited,
            names: ActorNames { ActorDirectory.name($0, in: $1) },
            parties: { try parties.loaded() },
            today: { today() },
            resources: dataOptions.resources,
            admission: try admission(),
            program: Program(
                name: "casus \(Release.version), coder \(NewsCoder.version)",
                models: try models
            ),
            reviewer: readOnly ? nil : reviewer,
            inbox: readOnly ? nil : inbox,
            keeper: readOnly ? nil : try keeper(ledger),
            elapsed: { ContinuousClock.now - start },
            now: { Int(Date().timeIntervalSince1970) },
            whenReady: { address in
                StandardError.write("Showing \(file) at \(address) (Ctrl-C ends it)")
            }
        )
        try await server.run()
    }
}
