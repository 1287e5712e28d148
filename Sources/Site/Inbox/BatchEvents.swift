import Foundation
import Hummingbird

/// The progress of a batch as server-sent events: a `card` for each article, the `state` when it changes, and
/// `end`.
///
/// What a browser has already is not sent again: it says so by `from`, and by `Last-Event-ID` when it comes back.
enum BatchEvents {
    /// As often as the eye follows.
    private static let interval = Duration.milliseconds(200)
    /// Then the answer ends, and the browser comes back for the rest: a site that is asked to end, ends within
    /// twenty seconds.
    private static let mostLooks = 100

    static func response(desk: Desk, asked: Asked) throws -> Response {
        let id = try BatchPage.batch(desk, asked).id
        let from = try asked.query.number("from", in: 0...1_000_000, default: 0)
        let first = asked.lastEvent.flatMap(Int.init).map { max(from, $0) } ?? from
        let card = ArticleCard(desk: desk, question: asked.question)
        let question = asked.question
        return EventStream.response { writer in
            var sent = first
            var state = HTML.empty
            var isDone = false
            for _ in 0..<mostLooks where !isDone {
                guard let batch = desk.inbox?.batch(id) else { break }
                for line in batch.lines.dropFirst(sent) {
                    sent += 1
                    let html = try card.html(line)
                    try await writer.write(EventStream.event("card", html, id: sent))
                }
                let now = BatchState(batch: batch, names: desk.names).html(question)
                if now != state {
                    state = now
                    try await writer.write(EventStream.event("state", now))
                }
                isDone = batch.isDone
                if !isDone { try await Task.sleep(for: interval) }
            }
            if isDone { try await writer.write(EventStream.event("end", .empty)) }
        }
    }
}

/// Server-sent events, as a browser follows them.
enum EventStream {
    /// What `write` writes, and the end.
    static func response(
        _ write: @escaping @Sendable (inout any ResponseBodyWriter) async throws -> Void
    ) -> Response {
        var response = Response(
            status: .ok,
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "retry: 500\n\n"))
                try await write(&writer)
                try await writer.finish(nil)
            }
        )
        response.headers.set("Content-Type", "text/event-stream; charset=utf-8")
        response.headers.set("Cache-Control", "no-store")
        return response
    }

    static func event(_ name: String, _ html: HTML, id: Int? = nil) -> ByteBuffer {
        let lines = html.markup.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "data: \($0)\n" }.joined()
        return ByteBuffer(string: "event: \(name)\n\(id.map { "id: \($0)\n" } ?? "")\(lines)\n")
    }
}
