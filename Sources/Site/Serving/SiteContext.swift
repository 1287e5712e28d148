package import Hummingbird
package import Logging

/// What a request carries through the router.
///
/// It can be made without a channel, so that tests call the responder directly.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
    }

    /// Outside a running server.
    package init(logger: Logger) {
        coreContext = .init(source: Detached(logger: logger))
    }

    private struct Detached: RequestContextSource {
        let logger: Logger
    }
}
