package import Hummingbird
package import Logging

/// What a request carries through the router.
///
/// It can be made without a channel, so that tests call the responder directly.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address of the machine that asks; empty where it has none, as in a test.
    let visitor: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        visitor = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// Outside a running server.
    package init(logger: Logger) {
        coreContext = .init(source: Detached(logger: logger))
        visitor = ""
    }

    private struct Detached: RequestContextSource {
        let logger: Logger
    }
}
