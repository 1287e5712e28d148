import Hummingbird
import Logging

/// Asks a site for its pages without a server and without a socket: to measure how long they take.
package struct Visit: Sendable {
    private let responder: RouterResponder<SiteContext>

    package init(_ router: SiteRouter) {
        responder = router.responder()
    }

    /// The status of the answer to a browser that takes gzip, and the bytes of its body.
    package func get(_ path: String) async throws -> (status: Int, bytes: Int) {
        var fields = HTTPFields()
        fields.set("Accept-Encoding", "gzip")
        let request = Request(
            head: HTTPRequest(
                method: .get,
                scheme: "http",
                authority: "localhost",
                path: path,
                headerFields: fields
            ),
            body: RequestBody(buffer: ByteBuffer())
        )
        let quiet = Logger(label: "visit") { _ in SwiftLogNoOpLogHandler() }
        let response = try await responder.respond(to: request, context: SiteContext(logger: quiet))
        let counter = Counter()
        try await response.body.write(counter)
        return (response.status.code, counter.bytes)
    }

    /// Counts a body as it is written.
    private final class Counter: ResponseBodyWriter, @unchecked Sendable {
        // One task writes it, and reads it when it has ended.
        private(set) var bytes = 0

        func write(_ buffer: ByteBuffer) async throws { bytes += buffer.readableBytes }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
