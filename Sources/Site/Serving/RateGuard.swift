import Hummingbird
import Synchronization

/// Where the site listens beyond this machine, no visitor gets more than a person and a script need.
///
/// Each visitor has a bucket that holds `burst` requests and fills up again by `perSecond`.
struct RateGuard: RouterMiddleware {
    /// A page with its styles takes eight requests; a person opens ten pages at one go.
    static let burst = 80.0
    /// A script that walks through an export asks five times a second.
    static let perSecond = 10.0
    /// More visitors than this are forgotten together: the memory stays small.
    private static let mostVisitors = 10_000

    private struct Bucket {
        var left: Double
        var filledAt: Duration
    }

    /// The buckets, shared by all requests.
    private final class Buckets: Sendable {
        let byVisitor = Mutex<[String: Bucket]>([:])
    }

    private let isOn: Bool
    /// The time since any fixed moment.
    private let elapsed: @Sendable () -> Duration
    private let buckets = Buckets()

    init(admission: Admission, elapsed: @escaping @Sendable () -> Duration) {
        isOn = admission.token != nil
        self.elapsed = elapsed
    }

    func handle(
        _ request: Request,
        context: SiteContext,
        next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard !isOn || takes(context.visitor) else {
            throw SiteProblem(
                .tooMany,
                "These are more requests than one visitor needs.",
                cure: "Wait a few seconds, then ask again."
            )
        }
        return try await next(request, context)
    }

    private func takes(_ visitor: String) -> Bool {
        let now = elapsed()
        return buckets.byVisitor.withLock { buckets in
            if buckets.count >= Self.mostVisitors, buckets[visitor] == nil { buckets = [:] }
            var bucket = buckets[visitor] ?? Bucket(left: Self.burst, filledAt: now)
            let seconds = (now - bucket.filledAt) / .seconds(1)
            bucket.left = min(Self.burst, bucket.left + seconds * Self.perSecond)
            bucket.filledAt = now
            let isTaken = bucket.left >= 1
            if isTaken { bucket.left -= 1 }
            buckets[visitor] = bucket
            return isTaken
        }
    }
}
