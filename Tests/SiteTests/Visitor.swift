import Diplomacy
import Hummingbird
import Ledger
import Logging

@testable import Site

/// Asks the site for pages, without a server and without a socket.
struct Visitor {
    /// What came back.
    struct Answer {
        let status: Int
        let headers: [String: String]
        let bytes: [UInt8]

        var body: String { String(decoding: bytes, as: UTF8.self) }
    }

    private let responder: RouterResponder<SiteContext>

    init(
        _ ledger: LedgerDatabase,
        admission: Admission = .thisMachine,
        reviewer: Reviewer? = nil,
        inbox: InboxReader? = nil,
        elapsed: @escaping @Sendable () -> Duration = { .zero },
        bounds: Bounds = .usual
    ) throws {
        let names = ActorNames { code, _ in
            ["RUS": "Russia", "IRN": "Iran", "ISR": "Israel", "USA": "the United States"][
                code.rawValue
            ]
        }
        responder = try SiteRouter(
            ledger: ledger,
            names: names,
            parties: { Samples.parties },
            today: { Samples.today },
            admission: admission,
            reviewer: reviewer,
            inbox: inbox,
            elapsed: elapsed,
            bounds: bounds
        ).responder()
    }

    init(_ articles: CodedArticle...) throws {
        let ledger = try LedgerDatabase.inMemory()
        for article in articles {
            _ = try ledger.record(article, readOn: Samples.today, source: nil)
        }
        try self.init(ledger)
    }

    func post(
        _ path: String,
        _ body: String,
        headers: [(String, String)] = []
    ) async throws -> Answer {
        try await get(path, method: .post, headers: headers, body: body)
    }

    /// Sends a form of these fields.
    func post(
        _ path: String,
        _ fields: [(String, String)],
        headers: [(String, String)] = []
    ) async throws -> Answer {
        let body = Address(here: fields.map { ($0.0, Optional($0.1)) }).text.dropFirst()
        return try await post(path, String(body), headers: headers)
    }

    func get(
        _ path: String,
        host: String? = "localhost:8080",
        method: HTTPRequest.Method = .get,
        headers: [(String, String)] = [],
        body: String = ""
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPFields.Element.Name(name) { fields[name] = value }
        }
        let request = Request(
            head: HTTPRequest(
                method: method,
                scheme: "http",
                authority: host,
                path: path,
                headerFields: fields
            ),
            body: RequestBody(buffer: ByteBuffer(string: body))
        )
        let response = try await responder.respond(
            to: request,
            context: SiteContext(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        )
        let writer = Collector()
        try await response.body.write(writer)
        var received: [String: String] = [:]
        for field in response.headers { received[field.name.canonicalName] = field.value }
        return Answer(status: response.status.code, headers: received, bytes: writer.bytes)
    }
}

/// Takes in a response as a browser would.
private final class Collector: ResponseBodyWriter, @unchecked Sendable {
    // One task writes it, and reads it when it has ended.
    private(set) var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) async throws { bytes += Array(buffer.readableBytesView) }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
