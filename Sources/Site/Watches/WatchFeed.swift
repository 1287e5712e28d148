import Assessment
import Diplomacy
import Ledger

/// What was told of one watch as an Atom feed (RFC 4287), the newest first.
struct WatchFeed {
    /// As many as a feed reader shows at once.
    private static let most = 50

    let desk: Desk
    let asked: Asked
    private let watch: Watch
    private let alerts: [WatchAlert]

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        self.asked = asked
        watch = try Self.watch(desk, asked)
        alerts = try desk.ledger.alerts(of: watch.id).filter { $0.isKnown(asked.question.clocks) }
            .reversed()
    }

    /// The watch that the address names.
    static func watch(_ desk: Desk, _ asked: Asked) throws -> Watch {
        guard let watch = try desk.ledger.watch(asked.part("id")) else {
            throw SiteProblem(
                .notFound,
                "The ledger holds no watch of this id.",
                cure: "The page of watches lists them."
            )
        }
        return watch
    }

    private var names: Tongue { desk.names }

    private var title: String {
        "\(names.heading(watch.pair.source)) → \(names.heading(watch.pair.target)): \(names.rule(watch.rule))"
    }

    var reply: Reply {
        let site = "http://\(asked.host)"
        let updated = alerts.first?.raisedOn ?? watch.since
        let feed: HTML = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(names.phrases.language)">
            <id>\(site + asked.address)</id>
            <title>\(names.phrases.text("feed.title", title))</title>
            <updated>\(updated.description)T00:00:00Z</updated>
            <author><name>Casus</name></author>
            <link rel="self" href="\(site + asked.address)"/>
            \(alerts.prefix(Self.most).map { entry($0, site) })</feed>

            """
        return .atom(feed)
    }

    private func entry(_ alert: WatchAlert, _ site: String) -> HTML {
        let page = Address("watches", query: asked.question.state, fragment: alert.id)
        let quotes = alert.causes.map { "“\($0.quote)”" }.joined(separator: " ")
        return """
            <entry><id>urn:casus:alert:\(alert.id)</id><title>\(names.words(for: alert))</title>
            <updated>\(alert.raisedOn.description)T00:00:00Z</updated>
            <link rel="alternate" type="text/html" href="\(site + page.text)"/>
            <summary>\(quotes)</summary></entry>

            """
    }
}
