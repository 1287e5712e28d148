package import Diplomacy
import Hummingbird
import HummingbirdCore
package import Ledger
import Logging
import ServiceLifecycle
package import Text
import UnixSignals

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
/// Its server is replaced by `Listener`, for the sake of sockets that are handed on.
package struct SiteServer: Sendable {
    /// Connections from other machines are not taken unless somebody says so.
    package static let loopback = "127.0.0.1"

    private let router: SiteRouter
    private let admission: Admission
    /// Makes answers of a large ledger ahead; nil where the ledger is only read.
    private let keeper: AnswerKeeper?
    private let place: ListeningPlace
    private let now: @Sendable () -> Int
    private let whenReady: @Sendable (String) -> Void

    /// - Parameters:
    ///   - ledger: What is shown. It is only read, unless there is a reviewer.
    ///   - host: The address to listen on; any but the loopback one needs an admission with a token.
    ///   - port: Where to listen; 0 takes any free port. The default is 8080.
    ///   - inherited: A socket that listens already, in place of a host and a port. On another than the loopback
    ///     address it needs an admission with a token.
    ///   - names: The name of an actor in a language.
    ///   - parties: Whom a person may name in a form; asked when the first form is made.
    ///   - today: Gives the day on which a page is asked for.
    ///   - resources: Where styles are found.
    ///   - admission: Who is answered.
    ///   - program: What shows it, by name and version.
    ///   - reviewer: Who decides from the review desk; nil: the site only shows.
    ///   - inbox: Reads what is dropped into the inbox; nil: nothing can be.
    ///   - keeper: Makes answers of a large ledger ahead, and so writes to it; nil: nobody does.
    ///   - elapsed: The time since any fixed moment.
    ///   - now: The seconds since 1970 began, for the date of an answer.
    ///   - whenReady: Called once, with the address to open, when the server takes requests.
    /// - Throws: `TableError` where the styles are not to be found.
    package init(
        ledger: LedgerDatabase,
        host: String = loopback,
        port: Int = 8080,
        inherited: CInt? = nil,
        names: ActorNames = .codes,
        parties: @escaping @Sendable () throws -> PartyBook = { .empty },
        today: @escaping @Sendable () -> Day,
        resources: ResourceFolder = ResourceFolder(),
        admission: Admission = .thisMachine,
        program: Program = Program(name: "casus"),
        reviewer: Reviewer? = nil,
        inbox: InboxReader? = nil,
        keeper: AnswerKeeper? = nil,
        elapsed: @escaping @Sendable () -> Duration = { .zero },
        now: @escaping @Sendable () -> Int,
        whenReady: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        precondition(
            host == Self.loopback || admission.token != nil,
            "a site that other machines reach needs a token"
        )
        router = try SiteRouter(
            ledger: ledger,
            names: names,
            parties: parties,
            today: today,
            resources: resources,
            admission: admission,
            program: program,
            reviewer: reviewer,
            inbox: inbox,
            elapsed: elapsed
        )
        self.admission = admission
        self.keeper = keeper
        place = inherited.map { .inherited($0) } ?? .port(host: host, port)
        self.now = now
        self.whenReady = whenReady
    }

    /// Answers requests until the process gets SIGTERM or SIGINT.
    ///
    /// Requests that have come are answered first. Throws `ServingError` where it cannot listen.
    package func run() async throws {
        let logger = Logger(label: "casus.site") { _ in SwiftLogNoOpLogHandler() }
        let (whenReady, admission, router, place) = (whenReady, admission, router, place)
        let keeper = keeper
        let ready = ReadyFlag()
        let listener = Listener(
            place: place,
            connections: connections(logger),
            logger: logger,
            whenListening: { address in
                let isLoopback = ["127.0.0.1", "::1"].contains(address?.ipAddress)
                guard isLoopback || admission.token != nil else { throw ServingError.openToAll }
                ready.raise()
                let name = isLoopback ? "localhost" : address?.ipAddress ?? ""
                whenReady("http://\(name):\(address?.port ?? 0)/")
                Task { router.warm() }
                keeper?.keepBehindTheServer()
            }
        )
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [listener],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        do {
            try await group.run()
        } catch let error where !ready.isRaised {
            throw error as? ServingError ?? ServingError(place, cause: "\(error)")
        }
    }

    /// What answers on one connection.
    private func connections(_ logger: Logger) -> HTTP1Channel {
        let (responder, date) = (router.responder(), HTTPDate(now: now))
        return HTTP1Channel(
            responder: { request, writer, channel in
                let source = ApplicationRequestContextSource(channel: channel, logger: logger)
                var response: Response
                do {
                    response = try await responder.respond(
                        to: request,
                        context: SiteContext(source: source)
                    )
                } catch {
                    // `ErrorPages` has an answer to everything but its own failure.
                    response = Response(status: .internalServerError)
                }
                response.headers.set("Date", date.text)
                try await writer.write(response: response.head, body: response.body)
            },
            configuration: HTTP1Channel.Configuration(additionalChannelHandlers: [LastAnswer()])
        )
    }
}

/// The server could not begin to listen.
package struct ServingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A sentence that says what is wrong.
    package let problem: String
    package let cure: String

    static let openToAll = ServingError(
        problem: "The socket that was handed on listens for other machines too.",
        cure: "Give --token-file, or let it listen on 127.0.0.1."
    )

    private init(problem: String, cure: String) {
        self.problem = problem
        self.cure = cure
    }

    init(_ place: ListeningPlace, cause: String) {
        switch place {
        case .port(_, let port):
            problem = "port \(port): cannot be listened on (\(cause))."
            cure = "Choose another with --port, or stop the program that uses it."
        case .inherited(let socket):
            problem = "The socket \(socket) that was handed on cannot be listened on (\(cause))."
            cure = "Start it by what opens a listening socket, or without LISTEN_FDS."
        }
    }

    package var description: String { "\(problem) \(cure)" }
}
