import Foundation
import Hummingbird

/// Values as JSON, the same bytes for the same value: keys are sorted.
enum JSONReply {
    static func response(_ resource: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var response = Response(
            status: .ok,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: Array(try encoder.encode(resource))))
        )
        response.headers.set("Content-Type", "application/json; charset=utf-8")
        response.headers.set("Cache-Control", "private, no-cache")
        return response
    }
}

/// A problem for a program: `{"error": {"kind": "notFound", "message": …, "cure": …}}`.
struct ProblemResource: Encodable {
    private struct Problem: Encodable {
        let kind: String
        let message: String
        let cure: String
    }

    private let error: Problem

    init(_ problem: SiteProblem) {
        error = Problem(kind: problem.kind.rawValue, message: problem.sentence, cure: problem.cure)
    }
}
