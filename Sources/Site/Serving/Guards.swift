import Hummingbird

/// Answers only to this machine's own names.
///
/// A page of the web can give its own name the address 127.0.0.1 (DNS rebinding) and then read, as
/// "the same site", whatever listens there. Its requests still carry its name, so the name decides.
struct HostGuard: RouterMiddleware {
    /// The most bytes of an address that are read: a search in Cyrillic of the longest kind, with
    /// six bytes of percent signs for each letter, and room for the clocks.
    static let longestAddress = 4096

    func handle(
        _ request: Request,
        context: SiteContext,
        next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard let authority = request.head.authority, Self.isOwn(authority) else {
            throw SiteProblem(
                .foreignHost,
                "This server answers only to localhost, 127.0.0.1 and [::1].",
                cure: "Open it under one of these names."
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

    /// Whether `authority`, a name with or without a port, names this machine.
    static func isOwn(_ authority: String) -> Bool {
        let name = authority.lowercased()
        return ["localhost", "127.0.0.1", "[::1]"].contains { own in
            guard name.hasPrefix(own) else { return false }
            let rest = name.dropFirst(own.count)
            return rest.isEmpty
                || rest.first == ":" && rest.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
        }
    }
}

/// Tells the browser what a page may do: show itself, and nothing else.
struct SafetyHeaders: RouterMiddleware {
    /// No script at all, styles and pictures from here only, forms to here only, in nobody's frame.
    static let contentPolicy = """
        default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
        base-uri 'none'; frame-ancestors 'none'
        """

    private static let headers = [
        ("Content-Security-Policy", contentPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ]

    func handle(
        _ request: Request,
        context: SiteContext,
        next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.headers { response.headers.set(name, value) }
        return response
    }
}

extension HTTPFields {
    /// Sets a field by its name, which must be a token of HTTP.
    mutating func set(_ name: String, _ value: String) {
        guard let name = Element.Name(name) else {
            preconditionFailure("'\(name)' is no name of a header")
        }
        self[name] = value
    }

    func value(of name: String) -> String? {
        Element.Name(name).flatMap { self[$0] }
    }
}
