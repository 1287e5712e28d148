import Diplomacy

/// A time in which somebody was attacked or pressed: triggers near one another in time.
struct Occasion {
    let beneficiary: ActorCode
    var triggers: [CitedStatement]
    /// Nil where no trigger is dated within a year.
    var interval: DayInterval?

    /// A war is told of in pieces; pieces two months apart belong to one.
    static let longestPause = 60
    /// A date wider than a year places nothing.
    static let widestDate = 366

    var adversaries: [ActorCode] { Set(triggers.map(\.statement.source)).sorted() }

    /// The gravest of its triggers.
    var kind: AllianceCase.Trigger {
        let assaults = triggers.map(\.statement).filter { $0.act == .assault }
        if assaults.contains(where: { $0.source.isOutsideForce }) { return .attack }
        if !assaults.isEmpty { return .rebellion }
        let isBlockade = triggers.contains {
            $0.statement.kind == .trade || $0.statement.kind == .energy
        }
        return triggers.isEmpty ? .untold : isBlockade ? .blockade : .coercion
    }

    /// The occasions of `beneficiary` in what `statements` tell: the dated ones in the order of time, then
    /// those without a date, one for each adversary.
    static func all(
        of beneficiary: ActorCode,
        in statements: [CitedStatement],
        territories: TerritoryTable
    ) -> [Occasion] {
        let triggers = statements.filter { cited in
            guard cited.statement.isTrigger, let target = cited.statement.target else {
                return false
            }
            return cited.statement.source != beneficiary
                && (target == beneficiary || territories.defender(of: target) == beneficiary)
        }
        var occasions: [Occasion] = []
        // The closest dates make the occasions; wide ones join them.
        let dated = triggers.compactMap { trigger in trigger.closeDate.map { (trigger, $0) } }
            .sorted { left, right in
                (left.1.length, left.1.first.number, left.0.id)
                    < (right.1.length, right.1.first.number, right.0.id)
            }
        for (trigger, date) in dated {
            let near = occasions.indices.filter {
                (occasions[$0].interval?.distance(to: date) ?? .max) <= longestPause
            }
            let same = near.first {
                occasions[$0].adversaries.contains(trigger.statement.source)
            }
            if let place = same ?? near.first {
                occasions[place].add(trigger, date)
            } else {
                occasions.append(
                    Occasion(beneficiary: beneficiary, triggers: [trigger], interval: date)
                )
            }
        }
        occasions.sort { ($0.interval?.first.number ?? .max) < ($1.interval?.first.number ?? .max) }
        for trigger in triggers where trigger.closeDate == nil {
            add(undated: trigger, to: &occasions, beneficiary)
        }
        return occasions
    }

    private mutating func add(_ trigger: CitedStatement, _ date: DayInterval) {
        triggers.append(trigger)
        // A year that holds a week does not widen it.
        if let interval, !date.overlaps(interval) { self.interval = interval.joined(with: date) }
    }

    /// A trigger without a date belongs to the occasion with its adversary of which its article tells,
    /// else to the last one before the article came out.
    private static func add(
        undated trigger: CitedStatement,
        to occasions: inout [Occasion],
        _ beneficiary: ActorCode
    ) {
        let adversary = trigger.statement.source
        let same = occasions.indices.filter { occasions[$0].adversaries.contains(adversary) }
        let told = same.last { place in
            occasions[place].triggers.contains { $0.article.id == trigger.article.id }
        }
        let before = same.last { occasions[$0].hasBegun(by: trigger.article) }
        if let place = told ?? before {
            occasions[place].triggers.append(trigger)
        } else {
            occasions.append(
                Occasion(beneficiary: beneficiary, triggers: [trigger], interval: nil)
            )
        }
    }

    /// Whether it can have begun before the article came out.
    func hasBegun(by article: ReadArticle) -> Bool {
        guard let begin = interval?.first, let published = article.publication?.last else {
            return true
        }
        return begin <= published
    }
}

extension Statement {
    /// Told as having happened, and no figure of speech.
    var isTold: Bool {
        (modality == .fact || modality == .claim)
            && !marks.contains(.joke) && !marks.contains(.metaphor)
    }

    /// Whether it sets off a case of its target.
    var isTrigger: Bool {
        isTold && polarity == .done && [.assault, .coerce, .mobilize].contains(act)
    }
}

extension ActorCode {
    /// States and organisations fight from outside; a group is taken to fight within.
    var isOutsideForce: Bool { isState || isOrganisation }
}

extension CitedStatement {
    /// The date that the text gives, where it is not wider than a year.
    var closeDate: DayInterval? {
        statement.date.flatMap { $0.length <= Occasion.widestDate ? $0 : nil }
    }
}

extension DayInterval {
    /// The number of days, less one.
    var length: Int { last.number - first.number }

    /// The days between the two; 0 or less where they overlap.
    func distance(to other: DayInterval) -> Int {
        max(first.number, other.first.number) - min(last.number, other.last.number)
    }

    func joined(with other: DayInterval) -> DayInterval {
        DayInterval(first: min(first, other.first), last: max(last, other.last))
    }
}
