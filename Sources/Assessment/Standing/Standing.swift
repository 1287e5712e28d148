import Foundation
package import Diplomacy

/// How one party stands to another through time, in two series: what the first does (its conduct), and
/// how far the second trusts it.
///
/// Conduct is read from the acts of the first toward the second, whoever tells of them. Trust is read from
/// the words of the second: what it says to the first, and what it says of what the first did. Deeds of the
/// second are its own conduct, and stand on the pair the other way round. A pure function of statements
/// and a day: nothing later than `until` plays a part.
package struct Standing: BriefEntry {
    package let pair: DirectedPair
    package let conduct: StandingSeries
    package let trust: StandingSeries

    /// The standing of `pair` in what `statements` say, those of other parties passed over.
    package init(
        of pair: DirectedPair,
        in statements: [CitedStatement],
        until: Day,
        scale: IntensityScale,
        setting: LevelEstimate.Setting = .standard
    ) {
        self.pair = pair
        let statements = statements.filter { $0.hasBegun(by: until) }
        let deeds = statements.filter {
            $0.statement.source == pair.source && $0.statement.target == pair.target
        }
        var conduct = StandingReader(scale, until: until)
        conduct.read(deeds, isJudgement: false)
        self.conduct = StandingSeries(conduct, until: until, setting: setting)

        let words = statements.filter {
            $0.statement.source == pair.target && $0.statement.target == pair.source
                && $0.statement.act.quad.isVerbal
        }
        var trust = StandingReader(scale, until: until)
        trust.read(words, isJudgement: false)
        let spoken = Set(words.map { Words($0.statement) })
        let judgements = deeds.filter { $0.statement.isSaid(by: pair.target) }
        trust.read(
            judgements.filter { !spoken.contains(Words($0.statement)) },
            isJudgement: true
        )
        trust.setAside(
            judgements.filter { spoken.contains(Words($0.statement)) },
            because: .sameWords
        )
        self.trust = StandingSeries(trust, until: until, setting: setting)
    }

    private init(pair: DirectedPair, conduct: StandingSeries, trust: StandingSeries) {
        self.pair = pair
        self.conduct = conduct
        self.trust = trust
    }

    /// The two lines without the events that moved them, and without what was set aside.
    package var outline: Standing {
        Standing(pair: pair, conduct: conduct.outline, trust: trust.outline)
    }

    /// The same with nothing of the lines but where they end.
    var end: Standing { Standing(pair: pair, conduct: conduct.end, trust: trust.end) }

    /// One sentence of one article: an accusation and what it accuses of are one piece of evidence.
    private struct Words: Hashable {
        let article: String
        let range: ByteRange

        init(_ statement: Statement) {
            article = statement.evidence.article
            range = statement.evidence.range
        }
    }
}

/// One of the two series: a line with its band, or what is missing for one.
package struct StandingSeries: Hashable, Sendable, Encodable {
    /// The level on one day.
    package struct Point: Hashable, Sendable, Encodable {
        package let day: Day
        /// From -10 to +10, as the scale goes.
        package let level: Double
        /// The ends of the band that holds the level with 90 %; where it would reach beyond the scale, those of the
        /// scale.
        package let low: Double
        package let high: Double
        /// The ids of the statements told of that day; empty where the line only goes on.
        package let movedBy: [String]

        /// Whether its band holds the worst and the best that is told of anybody: then the level says nothing.
        package var spansScale: Bool {
            low <= StandingSeries.scale.lowerBound && high >= StandingSeries.scale.upperBound
        }
    }

    /// What one event did to the line.
    package struct Move: Hashable, Sendable, Encodable {
        package let reading: StandingReading
        /// By how much it moved the level as it stood on its day.
        package let by: Double
        /// 1 where it is as expected; a shock that nothing confirms counts less.
        package let weight: Double
    }

    /// Empty where there are fewer than `fewestAccounts`.
    package let points: [Point]
    package let moves: [Move]
    package let setAside: [StandingSetAside]
    /// How many times some root tells of some event.
    package let accounts: Int
    /// Means over what the measurements allow; nil where no line is drawn.
    package let parameters: LevelParameters?
    package let likeliest: LevelParameters?
    package let logLikelihood: Double?

    /// Two points make any line; a third can contradict it.
    package static let fewestAccounts = 3
    /// The worst and the best that anybody is told to do.
    static let scale = -10.0...10.0
    /// Of a normal distribution: 90 % lie within.
    package static let bandDeviations = 1.6449
    /// As many points as a chart of a page's width can show.
    private static let mostGridPoints = 90
    private static let month = 30

    package var hasLine: Bool { !points.isEmpty }

    /// Whether it ends in a level that can be held against others.
    package var saysSomething: Bool { last.map { !$0.spansScale } ?? false }

    /// How many accounts are missing for a line; 0 where there is one.
    package var missing: Int { max(0, Self.fewestAccounts - accounts) }

    package var last: Point? { points.last }

    init(_ reader: StandingReader, until: Day, setting: LevelEstimate.Setting) {
        setAside = reader.aside.sorted { $0.statement < $1.statement }
        accounts = reader.accounts
        let readings = reader.readings
        guard accounts >= Self.fewestAccounts, let first = readings.first?.day else {
            points = []
            moves = readings.map { Move(reading: $0, by: 0, weight: 1) }
            (parameters, likeliest, logLikelihood) = (nil, nil, nil)
            return
        }
        let estimate = LevelEstimate(
            readings.map(\.observation),
            on: readings.map(\.day) + Self.grid(from: first, to: until),
            setting: setting
        )
        moves = zip(readings, zip(estimate.moves, estimate.weights)).map {
            Move(reading: $0, by: $1.0, weight: $1.1)
        }
        let told = Dictionary(grouping: readings, by: \.day)
        points = estimate.points.map { point in
            let reach = Self.bandDeviations * point.deviation
            return Point(
                day: point.day,
                level: point.level,
                low: max(point.level - reach, Self.scale.lowerBound),
                high: min(point.level + reach, Self.scale.upperBound),
                movedBy: (told[point.day] ?? []).flatMap(\.statements)
            )
        }
        parameters = estimate.parameters
        likeliest = estimate.likeliest
        logLikelihood = estimate.logLikelihood
    }

    /// Of the last points as many as `most`.
    private init(outlineOf series: StandingSeries, most: Int = .max) {
        points = series.points.suffix(most).map {
            Point(day: $0.day, level: $0.level, low: $0.low, high: $0.high, movedBy: [])
        }
        (moves, setAside) = ([], [])
        accounts = series.accounts
        parameters = series.parameters
        likeliest = series.likeliest
        logLikelihood = series.logLikelihood
    }

    fileprivate var outline: StandingSeries { StandingSeries(outlineOf: self) }
    fileprivate var end: StandingSeries { StandingSeries(outlineOf: self, most: 1) }

    /// Days between events, so that the band is seen to widen in silence; the last is `end`.
    private static func grid(from first: Day, to end: Day) -> [Day] {
        guard first < end else { return [] }
        let span = end.number - first.number
        let step = max(month, span / mostGridPoints)
        return stride(from: step, to: span, by: step).map { first.advanced(by: $0) } + [end]
    }
}

extension CitedStatement {
    /// Whether it can be placed on `day` or before.
    func hasBegun(by day: Day) -> Bool {
        (statement.date ?? article.publication).map { $0.first <= day } ?? true
    }
}

extension Act.Quad {
    var isVerbal: Bool { self == .verbalCooperation || self == .verbalConflict }
}

extension Statement {
    /// Whether the innermost voice speaks for `actor`.
    func isSaid(by actor: ActorCode) -> Bool { speakers.last?.actor == actor }
}

extension Standing {
    /// Whether conduct and trust are drawn from the same events with the same weights: then they are one line.
    package var isOneSeries: Bool {
        conduct.hasLine && conduct.points == trust.points && conduct.moves == trust.moves
    }
}
