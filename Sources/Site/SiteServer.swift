package import Diplomacy
import Hummingbird
package import Ledger
import Logging
package import Text

/// Shows a ledger to a person with a browser: pages, and the same as JSON.
///
/// Pages are made on the server from values, work without a script, and are safe to open over hostile
/// articles: text cannot become markup (`HTML`), the browser is told to run only the site's own scripts
/// (`SafetyHeaders`), and nobody but this machine is answered (`HostGuard`, and the address it listens on)
/// unless with a token (`TokenGuard`). A framework
/// of templates and a front end with a build step were rejected: both would have to be installed,
/// updated and trusted on a closed network.
///
/// From below: `HTML` makes markup, `Words` turn codes into English, `Evidence` lights the sentences
/// of an article, `Pages` put them together, `API` says the same to programs, `Serving` answers
/// requests. Only `Serving`, `Layout` and this file know Hummingbird.
package struct SiteServer: Sendable {
    /// Connections from other machines are not taken unless somebody says so.
    package static let loopback = "127.0.0.1"

    private let router: SiteRouter
    private let host: String
    private let port: Int
    private let whenReady: @Sendable (String) -> Void

    /// - Parameters:
    ///   - ledger: What is shown. It is only read, unless there is a reviewer.
    ///   - host: The address to listen on; any but the loopback one needs an admission with a token.
    ///   - port: Where to listen; 0 takes any free port. The default is 8080.
    ///   - names: The name of an actor in a language.
    ///   - today: Gives the day on which a page is asked for.
    ///   - resources: Where styles are found.
    ///   - admission: Who is answered.
    ///   - program: What shows it, by name and version.
    ///   - reviewer: Who decides from the review desk; nil: the site only shows.
    ///   - inbox: Reads what is dropped into the inbox; nil: nothing can be.
    ///   - elapsed: The time since any fixed moment.
    ///   - whenReady: Called once, with the address to open, when the server takes requests.
    /// - Throws: `TableError` where the styles are not to be found.
    package init(
        ledger: LedgerDatabase,
        host: String = loopback,
        port: Int = 8080,
        names: ActorNames = .codes,
        today: @escaping @Sendable () -> Day,
        resources: ResourceFolder = ResourceFolder(),
        admission: Admission = .thisMachine,
        program: Program = Program(name: "casus"),
        reviewer: Reviewer? = nil,
        inbox: InboxReader? = nil,
        elapsed: @escaping @Sendable () -> Duration = { .zero },
        whenReady: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        precondition(
            host == Self.loopback || admission.token != nil,
            "a site that other machines reach needs a token"
        )
        router = try SiteRouter(
            ledger: ledger,
            names: names,
            today: today,
            resources: resources,
            admission: admission,
            program: program,
            reviewer: reviewer,
            inbox: inbox,
            elapsed: elapsed
        )
        self.host = host
        self.port = port
        self.whenReady = whenReady
    }

    /// Answers requests until the process gets SIGTERM or SIGINT.
    ///
    /// Requests under way are finished first. Throws `ServingError` where the port cannot be had.
    package func run() async throws {
        let (whenReady, host, port, router) = (whenReady, host, port, router)
        let ready = ReadyFlag()
        let application = Application(
            responder: router.responder(),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in
                ready.raise()
                let name = host == Self.loopback ? "localhost" : host
                whenReady("http://\(name):\(channel.localAddress?.port ?? port)/")
                Task { router.warm() }
            },
            logger: Logger(label: "casus.site") { _ in SwiftLogNoOpLogHandler() }
        )
        do {
            try await application.runService()
        } catch  where !ready.isRaised {
            throw ServingError(port: port, cause: "\(error)")
        }
    }
}

/// The server could not begin to listen.
package struct ServingError: Error, Hashable, Sendable, CustomStringConvertible {
    package let port: Int
    package let cause: String

    package var description: String {
        "port \(port): cannot be listened on (\(cause)). Choose another with --port, or stop the "
            + "program that uses it."
    }
}
