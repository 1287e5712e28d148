package import Diplomacy
import Text

/// Says of a watch whether what it asks for has happened.
///
/// A pure function of statements, of what was told before, and of a day. There is an alert for a day if
/// 1. the line had a level `rule.days` before it and has one on it, and lies lower (or higher) by
///    `rule.points` or more;
/// 2. events between the two days, none of which an earlier alert named, moved the line that way, by
///    `rule.points` or more together;
/// 3. these are told by roots of `rule.roots` or more voices. Articles that repeat one root are one, a voice that
///    tells of two events is one, and who denies an event is no witness of it.
///
/// So no event is the cause of two alerts, and one more article on what was told raises none. A step within the
/// band of the level before is told too, and said to be one (`WatchAlert.isWithinBand`).
/// Both levels are as true on their days, from everything that is known when the watch is read.
package struct WatchReader: Sendable {
    private let watch: Watch
    private let assessor: Assessor
    private let statements: [CitedStatement]
    private let byID: [String: CitedStatement]

    /// `statements` are those of the pair in both directions; others are passed over.
    package init(_ watch: Watch, in statements: [CitedStatement], assessor: Assessor) {
        self.watch = watch
        self.assessor = assessor
        self.statements = statements
        byID = Dictionary(statements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The alerts that `told` does not hold yet, for days after `watch.since` up to `until`, in order.
    ///
    /// `raisedOn` is the day of the reading. Two estimates of the line for each day on which an event moved it
    /// that way: some milliseconds each.
    package func alerts(
        after told: [WatchAlert],
        until: Day,
        raisedOn: Day
    ) -> [WatchAlert] {
        var known = Known(told)
        var found: [WatchAlert] = []
        let moves = series(until).moves.filter { isMove($0) && !known.holds($0.reading) }
        let days = Set(moves.map(\.reading.day)).filter { $0 > watch.since }
        for day in days.sorted() {
            guard let alert = alert(on: day, known, raisedOn: raisedOn) else { continue }
            known.add(alert)
            found.append(alert)
        }
        return found
    }

    /// Where the watched line ends on `day`; nil where there is none yet.
    package func level(on day: Day) -> WatchAlert.Level? {
        series(day).last.map {
            WatchAlert.Level(day: $0.day, level: $0.level, low: $0.low, high: $0.high)
        }
    }

    // MARK: One day

    private func alert(on day: Day, _ known: Known, raisedOn: Day) -> WatchAlert? {
        let rule = watch.rule
        let start = day.advanced(by: -rule.days)
        // An event that was told ends no window; the next one does.
        let moves = series(day).moves.filter { move in
            isMove(move) && move.reading.day > start && !known.holds(move.reading)
        }
        guard moves.reduce(0, { $0 + abs($1.by) }) >= rule.points,
            let before = level(on: start), let after = level(on: day),
            isFar(from: before, after)
        else { return nil }
        let causes = moves.flatMap { sentences(of: $0.reading) }
        guard Set(causes.map(\.voice)).count >= rule.roots else { return nil }
        let events = Set(causes.map(\.event)).sorted().joined(separator: " ")
        return WatchAlert(
            id: ContentHash.name(of: watch.id, events),
            watch: watch,
            raisedOn: raisedOn,
            before: before,
            after: after,
            causes: causes
        )
    }

    private func isFar(from before: WatchAlert.Level, _ after: WatchAlert.Level) -> Bool {
        switch watch.rule.change {
        case .falls: before.level - after.level >= watch.rule.points
        case .rises: after.level - before.level >= watch.rule.points
        }
    }

    private func isMove(_ move: StandingSeries.Move) -> Bool {
        watch.rule.change == .falls ? move.by < 0 : move.by > 0
    }

    private func series(_ until: Day) -> StandingSeries {
        let standing = assessor.standing(of: watch.pair, in: statements, until: until)
        return watch.rule.series == .conduct ? standing.conduct : standing.trust
    }

    private func sentences(of reading: StandingReading) -> [WatchAlert.Cause] {
        reading.statements.compactMap { byID[$0] }
            .filter { $0.statement.polarity == reading.polarity }
            .map { cited in
                WatchAlert.Cause(
                    statement: cited.id,
                    article: cited.article.id,
                    event: reading.event,
                    voice: cited.voiceKey,
                    quote: cited.statement.evidence.quote
                )
            }
    }

    /// What earlier alerts named.
    private struct Known {
        private var events: Set<String> = []
        /// A later reading may give the event another name; its sentences are still the same.
        private var statements: Set<String> = []

        init(_ told: [WatchAlert]) {
            told.forEach { add($0) }
        }

        mutating func add(_ alert: WatchAlert) {
            events.formUnion(alert.causes.map(\.event))
            statements.formUnion(alert.causes.map(\.statement))
        }

        func holds(_ reading: StandingReading) -> Bool {
            events.contains(reading.event) || !statements.isDisjoint(with: reading.statements)
        }
    }
}
