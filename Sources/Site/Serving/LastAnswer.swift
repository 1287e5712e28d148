import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Ends a connection without losing a request, when the site is asked to end.
///
/// A browser that keeps a connection may be sending its next request just now. So the connection stays open for
/// that one, whose answer says that it is the last; only where none comes, it is closed unasked.
final class LastAnswer: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Longer than a browser or a program under way takes from an answer to its next request; short for a person
    /// who waits for the program to end.
    private static let patience = TimeAmount.seconds(1)

    private var isLeaving = false

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent else {
            context.fireUserInboundEventTriggered(event)
            return
        }
        isLeaving = true
        _ = context.eventLoop.assumeIsolated().scheduleTask(in: Self.patience) {
            // Hummingbird's handler closes it: at once, or when the answer under way has been written.
            context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard isLeaving, case .head(var head) = unwrapOutboundIn(data) else {
            context.write(data, promise: promise)
            return
        }
        head.headerFields.set("Connection", "close")
        context.write(wrapOutboundOut(.head(head)), promise: promise)
        context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }
}

@available(*, unavailable)
extension LastAnswer: Sendable {}
