import Hummingbird

/// Answers only to this machine's own names.
///
/// A page of the web can give its own name the address 127.0.0.1 (DNS rebinding) and then read, as
/// "the same site", whatever listens there. Its requests still carry its name, so the name decides.
struct HostGuard: RouterMiddleware {
    /// The most bytes of an address that are read: a search in Cyrillic of the longest kind, with
    /// six bytes of percent signs for each letter, and room for the clocks.
    static let longestAddress = 4096

    let admission: Admission

    func handle(
        _ request: Request,
        context: SiteContext,
        next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard let authority = request.head.authority, admission.isOwn(authority) else {
            throw SiteProblem(
                .foreignHost,
                "This server does not answer to that name.",
                cure:
                    "Open it under localhost, or under a name that was given with --host or --name."
            )
        }
        // A page of another site may ask, but not in a visitor's name, and not read the answer.
        if let origin = request.headers.value(of: "Origin"), !admission.isOwn(origin: origin) {
            throw SiteProblem(
                .foreignOrigin,
                "Another site sent this request.",
                cure: "Open the page yourself."
            )
        }
        guard request.uri.string.utf8.count <= Self.longestAddress else {
            throw SiteProblem(
                .tooLong,
                "The address has more than \(Self.longestAddress) bytes.",
                cure: "Ask a shorter question."
            )
        }
        return try await next(request, context)
    }
}

/// Tells the browser what a page may do: show itself, and nothing else.
struct SafetyHeaders: RouterMiddleware {
    /// Scripts, styles and pictures from here only and as files of their own, requests and forms to here only,
    /// in nobody's frame.
    static let contentPolicy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    private static let headers: [(name: HTTPFields.Element.Name, value: String)] = [
        ("Content-Security-Policy", contentPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        // Nothing to other sites. With "no-referrer" browsers send a form of our own with "Origin: null", which
        // is what a foreign page may send too.
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ].map { (name: .ofField($0), value: $1) }

    func handle(
        _ request: Request,
        context: SiteContext,
        next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.headers where response.headers[name] == nil {
            response.headers[name] = value
        }
        return response
    }
}

extension HTTPFields {
    /// Sets a field by its name, which must be a token of HTTP.
    mutating func set(_ name: String, _ value: String) { self[.ofField(name)] = value }

    func value(of name: String) -> String? {
        Element.Name(name).flatMap { self[$0] }
    }
}

extension HTTPFields.Element.Name {
    /// A name that the site itself writes.
    static func ofField(_ name: String) -> Self {
        guard let name = Self(name) else {
            preconditionFailure("'\(name)' is no name of a header")
        }
        return name
    }
}
