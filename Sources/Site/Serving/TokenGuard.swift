import Hummingbird

/// Where the site listens beyond this machine, answers only to who has the token.
///
/// A program sends it as `Authorization: Bearer …`. A person opens `/?token=…` once; the site keeps it in a
/// cookie that no script and no other site gets to see, and takes it out of the address.
struct TokenGuard: RouterMiddleware {
    private static let cookie = "casus-token"

    let admission: Admission

    func handle(
        _ request: Request,
        context: SiteContext,
        next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard admission.token != nil, !request.uri.path.hasPrefix("/assets/") else {
            return try await next(request, context)
        }
        if let bearer = request.headers.value(of: "Authorization"), bearer.hasPrefix("Bearer "),
            admission.isRight(String(bearer.dropFirst("Bearer ".count)))
        {
            return try await next(request, context)
        }
        if let given = Cookie.value(Self.cookie, of: request), admission.isRight(given) {
            return try await next(request, context)
        }
        if let given = try Query(encoded: request.uri.query ?? "")["token"],
            admission.isRight(given)
        {
            return welcome(given)
        }
        throw SiteProblem(
            .noToken,
            "This site is shown only to those who have its token.",
            cure: "Open it once with '/?token=' and the token, or send 'Authorization: Bearer'."
        )
    }

    private func welcome(_ token: String) -> Response {
        var response = Response.redirect(to: "/", type: .normal)
        response.headers.set("Set-Cookie", Cookie(name: Self.cookie, value: token).line)
        return response
    }
}
