/// A pair that somebody wants to hear of, and the rule by which they do: *Russia's conduct toward Armenia
/// falls by 0.3 within 30 days, told by at least two roots*.
package struct Watch: Hashable, Sendable, Codable, Identifiable {
    /// Which of the two lines of a standing.
    package enum Series: String, CaseIterable, Hashable, Sendable, Codable {
        /// What the first party does.
        case conduct
        /// How far the second trusts the first.
        case trust
    }

    package enum Change: String, CaseIterable, Hashable, Sendable, Codable {
        case falls, rises
    }

    package struct Rule: Hashable, Sendable, Codable {
        /// From a tenth of a point to the whole scale.
        package static let pointsRange = 0.1...20.0
        /// To ten years: what moves slower is no news.
        package static let daysRange = 1...3660
        package static let rootsRange = 1...100

        package let series: Series
        package let change: Change
        /// By at least so many points of the scale from -10 to +10.
        package let points: Double
        /// Within so many days.
        package let days: Int
        /// Told by at least so many independent roots.
        package let roots: Int

        package init(series: Series, change: Change, points: Double, days: Int, roots: Int) {
            precondition(
                Self.pointsRange.contains(points) && Self.daysRange.contains(days)
                    && Self.rootsRange.contains(roots),
                "a rule asks for something that can happen"
            )
            self.series = series
            self.change = change
            self.points = points
            self.days = days
            self.roots = roots
        }
    }

    /// The same for the same pair and rule.
    package let id: String
    package let pair: DirectedPair
    package let rule: Rule
    /// What happened on this day or before is no news.
    package let since: Day

    package init(id: String, pair: DirectedPair, rule: Rule, since: Day) {
        self.id = id
        self.pair = pair
        self.rule = rule
        self.since = since
    }
}

/// What a watch asked to be told of has happened: the levels before and after, and the sentences that say so.
package struct WatchAlert: Hashable, Sendable, Codable, Identifiable {
    /// A level with the band that holds it with 90 %.
    package struct Level: Hashable, Sendable, Codable {
        package let day: Day
        package let level: Double
        package let low: Double
        package let high: Double

        package init(day: Day, level: Double, low: Double, high: Double) {
            self.day = day
            self.level = level
            self.low = low
            self.high = high
        }
    }

    /// A sentence that moved the line.
    package struct Cause: Hashable, Sendable, Codable {
        /// The ids of the statement, its article and its event.
        package let statement: String
        package let article: String
        package let event: String
        /// Whose word it is, over all events: the voice of its root.
        package let voice: String
        package let quote: String

        package init(
            statement: String,
            article: String,
            event: String,
            voice: String,
            quote: String
        ) {
            self.statement = statement
            self.article = article
            self.event = event
            self.voice = voice
            self.quote = quote
        }
    }

    /// The same for the same watch and causes.
    package let id: String
    package let watch: Watch
    /// The day on which it was found; the day on which it was so is that of `after`.
    package let raisedOn: Day
    package let before: Level
    package let after: Level
    /// In the order of the days of what they tell.
    package let causes: [Cause]

    package init(
        id: String,
        watch: Watch,
        raisedOn: Day,
        before: Level,
        after: Level,
        causes: [Cause]
    ) {
        precondition(!causes.isEmpty, "an alert has its sentences")
        self.id = id
        self.watch = watch
        self.raisedOn = raisedOn
        self.before = before
        self.after = after
        self.causes = causes
    }

    /// The independent voices among its causes: one that tells of two events is one.
    package var voices: Set<String> { Set(causes.map(\.voice)) }

    /// Whether the line may have been there already: the band of the level before holds the level after.
    package var isWithinBand: Bool { (before.low...before.high).contains(after.level) }
}
