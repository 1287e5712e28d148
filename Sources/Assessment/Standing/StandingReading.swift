package import Diplomacy

/// One event as a measurement of the standing between two parties.
package struct StandingReading: Hashable, Sendable, Encodable {
    /// The event's id.
    package let event: String
    /// The ids of the statements that make it, those on the other side of a dispute included.
    package let statements: [String]
    /// Of how many independent roots.
    package let roots: Int
    /// The middle of the days on which it can have been, and how many days they span.
    package let day: Day
    package let dayRange: Int
    /// As its surest statement tells it.
    package let act: Act
    package let kind: SupportKind?
    package let polarity: Polarity
    /// Whether it is the ally's judgement of what the patron did, and no act of the ally's own.
    package let isJudgement: Bool
    /// Whether at least one of its statements is no guess; see `Citation.sureReading`.
    package let isSure: Bool
    /// From -10 to +10: the mean over its roots.
    package let value: Double
    package let spread: Double
    /// See `LevelObservation.share`.
    package let share: Double

    var observation: LevelObservation {
        LevelObservation(day: day, value: value, spread: spread, share: share, dayRange: dayRange)
    }
}

/// A statement between the two that does not measure their standing, and why.
package struct StandingSetAside: Hashable, Sendable, Encodable {
    package enum Reason: String, CaseIterable, Hashable, Sendable, Codable {
        /// A refuge for a leader who has fallen is no deed between states.
        case asylum
        case exLeader = "ex-leader"
        case joke
        /// Feared, supposed, or expected by somebody else than a promise needs.
        case notTold = "not-told"
        /// Somebody says that it is not so.
        case denied
        /// Neither it nor its article has a date.
        case undated
        /// Its date spans more than a year.
        case wideDate = "wide-date"
        /// The same words are counted as another act.
        case sameWords = "same-words"
    }

    /// The statement's id.
    package let statement: String
    package let reason: Reason
}

/// Turns statements into readings of one aspect of one directed pair.
struct StandingReader {
    let scale: IntensityScale
    /// As true on this day: nothing is placed after it.
    let until: Day
    private(set) var readings: [StandingReading] = []
    private(set) var aside: [StandingSetAside] = []
    /// How many times some root tells of some event.
    private(set) var accounts = 0

    /// A claim counts half as much as what is told as a fact: two who claim weigh as one account.
    static let claimFactor = 2.0
    /// An event somewhere in more than a year would be placed in a time that nobody told.
    static let widestDate = 366

    init(_ scale: IntensityScale, until: Day) {
        self.scale = scale
        self.until = until
    }

    /// Reads `statements`, the events in the order of their days.
    ///
    /// `isJudgement`: they tell what the patron did and are said by the ally, so they are its praise or
    /// blame.
    mutating func read(_ statements: [CitedStatement], isJudgement: Bool) {
        var events: [String: [Telling]] = [:]
        for cited in statements {
            switch tell(cited, isJudgement) {
            case .success(let telling): events[cited.eventKey, default: []].append(telling)
            case .failure(let refusal):
                setAside([cited], because: refusal.reason)
            }
        }
        for (event, tellings) in events {
            readings.append(reading(event, tellings, isJudgement))
            accounts += Set(tellings.map(\.cited.rootKey)).count
        }
        readings.sort { ($0.day, $0.event) < ($1.day, $1.event) }
    }

    mutating func setAside(
        _ statements: [CitedStatement],
        because reason: StandingSetAside.Reason
    ) {
        aside += statements.map { StandingSetAside(statement: $0.id, reason: reason) }
    }

    // MARK: One statement

    /// What one statement says, as numbers.
    private struct Telling {
        let cited: CitedStatement
        let days: DayInterval
        let value: Double
        let spread: Double
        /// Of one plain voice.
        let share: Double
    }

    private struct Refusal: Error {
        let reason: StandingSetAside.Reason
    }

    private func tell(
        _ cited: CitedStatement,
        _ isJudgement: Bool
    ) -> Result<Telling, Refusal> {
        let statement = cited.statement
        func refuse(_ reason: StandingSetAside.Reason) -> Result<Telling, Refusal> {
            .failure(Refusal(reason: reason))
        }
        if statement.marks.contains(.joke) { return refuse(.joke) }
        if statement.marks.contains(.exLeader) { return refuse(.exLeader) }
        let told: (act: Act, factor: Double)
        switch statement.modality {
        case .fact: told = (statement.act, 1)
        case .claim: told = (statement.act, Self.claimFactor)
        // PLOVER's rule: cooperation that is announced is an agreement.
        case .expected where statement.polarity == .done && !statement.act.isHostile:
            told = (.agree, Self.claimFactor)
        case .denied: return refuse(.denied)
        case .expected, .feared, .hypothetical: return refuse(.notTold)
        }
        guard
            let intensity = isJudgement
                ? judgement(statement)
                : scale.intensity(told.act, statement.polarity, statement.kind)
        else { return refuse(.asylum) }
        guard let days = days(of: cited) else { return refuse(.undated) }
        guard days.last.number - days.first.number <= Self.widestDate else {
            return refuse(.wideDate)
        }
        let hearsay = statement.marks.contains(.hearsay) ? Self.claimFactor : 1
        return .success(
            Telling(
                cited: cited,
                days: days,
                value: intensity.value,
                spread: intensity.spread,
                share: told.factor * hearsay / max(statement.confidence, 0.1)
            )
        )
    }

    /// What the ally's own word on the patron's conduct says of its trust: praise of what is good,
    /// blame for what is bad.
    private func judgement(_ statement: Statement) -> IntensityScale.Intensity? {
        guard
            let conduct = scale.intensity(statement.act, statement.polarity, statement.kind)
        else { return nil }
        return conduct.value < 0
            ? scale.intensity(.accuse, .done, nil) : scale.intensity(.support, .done, .words)
    }

    /// The days on which it can have been: those of the text, or of the article where it has none; not
    /// after the article was out, nor after the day asked for.
    private func days(of cited: CitedStatement) -> DayInterval? {
        let published = cited.article.publication
        guard let told = cited.statement.date ?? published else { return nil }
        let latest = min(until, published?.last ?? until)
        return DayInterval(first: told.first, last: max(told.first, min(told.last, latest)))
    }

    // MARK: One event

    private func reading(
        _ event: String,
        _ tellings: [Telling],
        _ isJudgement: Bool
    ) -> StandingReading {
        // In one order, so that sums come out the same to the last digit.
        let tellings = tellings.sorted { $0.cited.id < $1.cited.id }
        let roots = Dictionary(grouping: tellings, by: \.cited.rootKey)
            .sorted { $0.key < $1.key }.map(\.value)
        let count = Double(roots.count)
        func mean(_ numbers: [Double]) -> Double {
            numbers.reduce(0, +) / Double(numbers.count)
        }
        // The narrowest date is the best known; of several, the first in time.
        let days = tellings.map(\.days).min { left, right in
            (left.last.number - left.first.number, left.first)
                < (right.last.number - right.first.number, right.first)
        }
        let surest = tellings.min {
            ($0.share, $0.cited.id) < ($1.share, $1.cited.id)
        }
        guard let days, let surest else { preconditionFailure("an event has a statement") }
        let statement = surest.cited.statement
        return StandingReading(
            event: event,
            statements: tellings.map(\.cited.id).sorted(),
            roots: roots.count,
            day: Day(number: (days.first.number + days.last.number) / 2),
            dayRange: days.last.number - days.first.number,
            act: statement.act,
            kind: statement.kind,
            polarity: statement.polarity,
            isJudgement: isJudgement,
            isSure: tellings.contains(where: \.cited.isSure),
            value: mean(roots.map { mean($0.map(\.value)) }),
            spread: mean(tellings.map(\.spread)),
            // The variance of a mean of independent voices.
            share: roots.map { mean($0.map(\.share)) }.reduce(0, +) / (count * count)
        )
    }
}
