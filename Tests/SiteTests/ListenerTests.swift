import Foundation
import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import Testing

@testable import Site

/// The server takes connections until it is asked to end, and loses none.
@Suite struct ListenerTests {
    /// Something that happens once, and can be waited for.
    private final class Moment: Sendable {
        private let stream = AsyncStream<Void>.makeStream()

        func comes() { stream.continuation.finish() }
        func wait() async { for await _ in stream.stream {} }
    }

    /// A server of one answer, begun and asked to end by hand.
    private struct Site {
        let group: ServiceGroup
        let ended: Task<Void, any Error>
        let port: Int

        /// Begins, and waits until it listens; `answer` makes the words of an answer.
        static func begin(
            _ place: ListeningPlace,
            answer: @escaping @Sendable () async -> String
        ) async throws -> Site {
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let listens = Moment()
            let port = Mutex(0)
            let listener = Listener(
                place: place,
                connections: HTTP1Channel(
                    responder: { _, writer, _ in
                        let body = ResponseBody(byteBuffer: ByteBuffer(string: await answer()))
                        let response = Response(status: .ok, body: body)
                        try await writer.write(response: response.head, body: response.body)
                    },
                    configuration: .init(additionalChannelHandlers: [LastAnswer()])
                ),
                logger: logger,
                whenListening: { address in
                    port.withLock { $0 = address?.port ?? 0 }
                    listens.comes()
                }
            )
            let group = ServiceGroup(
                configuration: ServiceGroupConfiguration(services: [listener], logger: logger)
            )
            let ended = Task { try await group.run() }
            await listens.wait()
            return Site(group: group, ended: ended, port: port.withLock { $0 })
        }

        /// Asks it to end, and waits until it has.
        func end() async throws {
            await group.triggerGracefulShutdown()
            try await ended.value
        }
    }

    /// A socket that listens on a free port of this machine.
    private func listeningSocket() throws -> (socket: CInt, port: Int) {
        let listening = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listening, address, length) == 0 && listen(listening, 16) == 0
                    && getsockname(listening, address, &length) == 0
            }
        }
        try #require(isBound)
        return (listening, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Connects and asks for a page; the answer is read by `answer(on:)`.
    private func ask(_ port: Int) throws -> CInt {
        let connection = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        try #require(isConnected)
        let request = Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
        try #require(send(connection, request, request.count, 0) == request.count)
        return connection
    }

    /// All that comes until the server closes the connection, read where nobody else waits.
    private func answer(on connection: CInt) async -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var bytes: [UInt8] = []
                var part = [UInt8](repeating: 0, count: 4096)
                while case let count = recv(connection, &part, part.count, 0), count > 0 {
                    bytes += part[..<count]
                }
                close(connection)
                continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    @Test func `without a connection it ends when it is asked to`() async throws {
        let site = try await Site.begin(.port(host: "127.0.0.1", 0)) { "never asked" }
        #expect(site.port > 0)
        try await site.end()
    }

    @Test func `an answer under way is not lost`() async throws {
        let (asked, mayAnswer) = (Moment(), Moment())
        let site = try await Site.begin(.port(host: "127.0.0.1", 0)) {
            asked.comes()
            await mayAnswer.wait()
            return "late but whole"
        }
        let connection = try ask(site.port)
        await asked.wait()
        await site.group.triggerGracefulShutdown()
        mayAnswer.comes()
        let answer = await answer(on: connection)
        #expect(answer.hasPrefix("HTTP/1.1 200 OK"))
        #expect(answer.hasSuffix("late but whole"))
        try await site.ended.value
    }

    @Test func `what comes between two starts is answered by the next, on the socket handed on`()
        async throws
    {
        let (socket, port) = try listeningSocket()
        defer { close(socket) }
        let asked = Moment()
        let first = try await Site.begin(.inherited(dup(socket))) {
            asked.comes()
            return "the first"
        }
        let one = try ask(port)
        async let earlier = answer(on: one)
        await asked.wait()
        try await first.end()
        #expect(await earlier.hasSuffix("the first"))

        let between = try ask(port)
        let isAsked = Moment()
        let second = try await Site.begin(.inherited(dup(socket))) {
            isAsked.comes()
            return "the second"
        }
        async let later = answer(on: between)
        await isAsked.wait()
        try await second.end()
        #expect(await later.hasSuffix("the second"))
    }

    @Test func `a place that cannot be listened on is told`() async throws {
        let (socket, port) = try listeningSocket()
        defer { close(socket) }
        await #expect(throws: (any Error).self) {
            let listener = Listener(
                place: .port(host: "127.0.0.1", port),
                connections: HTTP1Channel(responder: { _, _, _ in }),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                whenListening: { _ in }
            )
            try await listener.run()
        }
    }
}
