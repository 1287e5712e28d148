import Hummingbird
import Logging

/// Turns every error into a page, or into JSON under `/api`, that says what is wrong and what to do.
struct ErrorPages: RouterMiddleware {
    let layout: Layout

    func handle(
        _ request: Request,
        context: SiteContext,
        next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Self.problem(error, request)
            if problem.kind == .failed {
                context.logger.error("A page failed.", metadata: ["error": "\(error)"])
            }
            return try response(to: problem, request)
        }
    }

    private static func problem(_ error: any Error, _ request: Request) -> SiteProblem {
        let status = (error as? any HTTPResponseError)?.status
        if status == .contentTooLarge {
            return SiteProblem(
                .tooLarge,
                "More was sent than this page takes at once.",
                cure: "Send fewer or smaller files, or read them with 'casus read'."
            )
        }
        // The router knows no such path, or not with this method.
        guard status == .notFound, error is HTTPError else { return SiteProblem(error) }
        guard request.method == .get || request.method == .head else {
            return SiteProblem(
                .method,
                "Nothing can be changed from here.",
                cure: "Start the site without --read-only, or use the command line."
            )
        }
        return SiteProblem(
            .notFound,
            "There is no page at this address.",
            cure: "Start at the overview, or search for words of an article."
        )
    }

    /// The interface and the feeds: their document says that they fail in JSON.
    private static func isForPrograms(_ path: String) -> Bool {
        path.hasPrefix("/api/") || path.hasSuffix("/feed.atom")
    }

    private func response(to problem: SiteProblem, _ request: Request) throws -> Response {
        let reply: Reply
        if Self.isForPrograms(request.uri.path) {
            reply = try .json(ProblemResource(problem))
        } else {
            let question = Question(statesOf: request.uri.query ?? "")
            let words = layout.phrases[question.language ?? ""]
            let page = ProblemPage(problem: problem, question: question, phrases: words).page
            reply = .html(layout.html(page, words))
        }
        var response = reply.response()
        response.status = .init(code: problem.status)
        if problem.kind == .busy { response.headers.set("Retry-After", "60") }
        if problem.kind == .method { response.headers.set("Allow", "GET, HEAD") }
        return response
    }
}
