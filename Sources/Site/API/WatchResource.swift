import Diplomacy

/// A watch with what was told of it, for programs.
struct WatchResource: Encodable, Sendable {
    let id: String
    let source: String
    let target: String
    let series: String
    let change: String
    let points: Double
    let days: Int
    let roots: Int
    let since: String
    /// Nil where there is no line yet.
    let level: WatchAlert.Level?
    /// The newest first.
    let alerts: [AlertResource]

    init(_ watched: WatchesPage.Watched) {
        let watch = watched.watch
        id = watch.id
        source = watch.pair.source.rawValue
        target = watch.pair.target.rawValue
        series = watch.rule.series.rawValue
        change = watch.rule.change.rawValue
        points = watch.rule.points
        days = watch.rule.days
        roots = watch.rule.roots
        since = watch.since.description
        level = watched.level
        alerts = watched.alerts.map(AlertResource.init)
    }
}

/// An alert without its watch.
struct AlertResource: Encodable, Sendable {
    let id: String
    let raisedOn: String
    let before: WatchAlert.Level
    let after: WatchAlert.Level
    let causes: [WatchAlert.Cause]

    init(_ alert: WatchAlert) {
        id = alert.id
        raisedOn = alert.raisedOn.description
        before = alert.before
        after = alert.after
        causes = alert.causes
    }
}
