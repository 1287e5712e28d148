import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOExtras
import NIOPosix
import ServiceLifecycle

/// Where a site takes connections.
enum ListeningPlace: Sendable {
    /// A port that it opens itself.
    case port(host: String, Int)
    /// A socket that listens already: whoever started the program has opened it, and hands it from one start to
    /// the next.
    case inherited(CInt)
}

/// Takes connections until it is asked to end, and then answers every request that came.
///
/// Hummingbird's own server opens its port itself, so between two starts nobody listens. A socket that is
/// inherited has one queue for all that hold it: a new process can listen before the old one stops, and what
/// stands in the queue when it stops is answered by the new one. Two sockets of one port (`SO_REUSEPORT`) were
/// rejected: each has a queue of its own, which is thrown away with its socket.
struct Listener: Service {
    /// Connections that wait while nobody takes them, as in a restart: two seconds of a busy site.
    private static let longestQueue: Int32 = 1024

    let place: ListeningPlace
    let connections: HTTP1Channel
    let logger: Logger
    /// Called with the address that it listens on, before the first connection is taken.
    let whenListening: @Sendable (SocketAddress?) throws -> Void

    func run() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let quiescing = ServerQuiescingHelper(group: group)
        let server = try await listening(ServerBootstrap(group: group), quiescing)
        let ended = server.eventLoop.makePromise(of: Void.self)
        do {
            try whenListening(server.localAddress)
        } catch {
            quiescing.initiateShutdown(promise: nil)
            ended.succeed()
            throw error
        }
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await ended.futureResult.get()
        } onCancelOrGracefulShutdown: {
            Task {
                await Self.takeNoMore(server, group)
                quiescing.initiateShutdown(promise: ended)
            }
        }
    }

    /// Leaves new connections to the queue, and waits until those that were taken have found their handlers: NIO
    /// throws one away whose server is closed before.
    private static func takeNoMore(
        _ server: any Channel,
        _ group: MultiThreadedEventLoopGroup
    ) async {
        try? await server.setOption(.autoRead, value: false).get()
        // A connection is set up in one step on a loop of its own, then handed back to that of the server.
        for loop in group.makeIterator() { try? await loop.submit {}.get() }
        try? await server.eventLoop.submit {}.get()
    }

    private func listening(
        _ bootstrap: ServerBootstrap,
        _ quiescing: ServerQuiescingHelper
    ) async throws -> any Channel {
        let (connections, logger) = (connections, logger)
        let bootstrap =
            bootstrap
            .serverChannelOption(.backlog, value: Self.longestQueue)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let collector = quiescing.makeServerChannelHandler(channel: channel)
                    try channel.pipeline.syncOperations.addHandler(collector)
                }
            }
            .childChannelInitializer { channel in
                connections.setup(channel: channel, logger: logger).map { connection in
                    Task { await connections.handle(value: connection, logger: logger) }
                    return
                }
            }
        return switch place {
        case .port(let host, let port): try await bootstrap.bind(host: host, port: port).get()
        case .inherited(let socket): try await bootstrap.withBoundSocket(socket).get()
        }
    }
}
