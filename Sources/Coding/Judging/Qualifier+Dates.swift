import Diplomacy
import Language

extension Qualifier {
    /// A date is carried over so many sentences: an account goes on for a paragraph.
    private static let reach = 4
    /// Where the day of publication is at least this likely, the month is not said instead.
    private static let leastDay = 0.5
    /// A sentence with more dates is a list; each is held against each, so their number is bounded.
    private static let mostDates = 12

    /// The dates that a draft may have, none among them.
    func dateOptions(_ line: Int) -> [DateOption] {
        var options = [DateOption(origin: .none, interval: nil, tokens: nil, reason: "none")]
        for date in dated[line].prefix(Self.mostDates) {
            options.append(
                DateOption(
                    origin: .own,
                    interval: date.interval,
                    tokens: date.tokens,
                    reason: date.reason
                )
            )
        }
        let earlier = (max(0, line - Self.reach)..<line).last { !dated[$0].isEmpty }
        if let earlier, let last = dated[earlier].last {
            options.append(
                DateOption(
                    origin: .carried,
                    interval: last.interval,
                    tokens: nil,
                    reason: "told of in the sentence before: \(last.reason)",
                    lag: line - earlier
                )
            )
        }
        // An article of one of several days dates nothing to one of them.
        guard let published, published.first == published.last else { return options }
        options.append(
            DateOption(
                origin: .day,
                interval: published,
                tokens: nil,
                reason: "the day of publication"
            )
        )
        let (year, month, _) = published.last.civil
        options.append(
            DateOption(
                origin: .month,
                interval: DayInterval(year: year, month: month, isApproximate: true),
                tokens: nil,
                reason: "about the time of publication"
            )
        )
        return options
    }

    func dateValues(
        _ setting: Setting,
        _ values: [Int32],
        _ chain: [Attribution],
        _ modality: Modality
    ) -> [(option: DateOption, values: [Int32])] {
        let options = dateOptions(setting.line)
        let ruled = date(setting.draft, setting.line, chain, modality)
        return options.map { option in
            let traits = DateTraits(
                setting: setting,
                option: option,
                options: options,
                published: published,
                isRules: option.interval == ruled?.interval,
                modality: modality,
                isSpoken: chain.contains { !$0.isRelay }
            )
            return (option, traits.values(values))
        }
    }

    /// By how much the odds of no date are raised.
    ///
    /// Articles on alliances tell of background without time far more often than the passages that the judge
    /// was taught with: these leave three lines in ten without a date, articles of other hands five to eight
    /// (dev and seeds).
    private static let oddsOfNone = 6.0

    private func chance(_ option: DateOption, _ chance: Double) -> Double {
        guard option.origin == .none else { return chance }
        let odds = Self.oddsOfNone * chance / max(1 - chance, 1e-6)
        return odds / (1 + odds)
    }

    /// A date of the act's own clause, the likeliest where there are several; else the likeliest of all.
    ///
    /// The month of the publication is said only where neither the rules nor the judge hold its day likely.
    func date(
        _ setting: Setting,
        _ values: [Int32],
        _ chain: [Attribution],
        _ modality: Modality,
        _ judges: Judges
    ) -> (interval: DayInterval, reason: String)? {
        let scope = DateScope(read: setting.passage.read)
        let anchor = setting.draft.anchor
        let rated = dateValues(setting, values, chain, modality)
            .filter { rated in
                setting.draft.act == .agree
                    || rated.option.tokens.map { !scope.namesPaper($0, besides: anchor) } ?? true
            }
            .map {
                (option: $0.option, chance: chance($0.option, judges.probability(.date, $0.values)))
            }
        let clause = setting.passage.clauses.first { $0.tokens.contains(setting.draft.anchor) }
        let near = rated.filter { rated in
            rated.option.tokens.map { clause?.tokens.overlaps($0) ?? true } ?? false
        }
        // *In 2020 A abandoned B, which lost a war*: the only date of the sentence is that of what is added to it.
        let isAdded = clause?.kind == .relative && dated[setting.line].count == 1
        if near.isEmpty, isAdded, let only = rated.first(where: { $0.option.origin == .own }),
            let interval = only.option.interval
        {
            return (interval, "of the clause before: \(only.option.reason)")
        }
        if near.isEmpty, let said = saying(setting, chain, rated.map(\.option)) { return said }
        // *Turkey left in September and will join*: what is to come has another.
        let shared =
            near.isEmpty && setting.draft.modality == .fact
            ? rated.filter { rated in
                rated.option.tokens.map { scope.reaches(anchor, from: $0) } ?? false
                    && rated.option.reason != DateReader.Dated.counted
            } : []
        if let best = shared.max(by: { $0.chance < $1.chance }), let interval = best.option.interval
        {
            return (interval, "of the clause that it is joined to: \(best.option.reason)")
        }
        // *In February, ahead of the war in Iraq*, *on 15 January, two days after the vote*: what the text dates itself is not
        // dated by an event too.
        let told = near.filter { !DateReader.Dated.weakBesideOthers.contains($0.option.reason) }
        let own = told.isEmpty ? near : told
        if own.isEmpty, let stamp = stamps[setting.line] {
            return (stamp.interval, "at the head of the paragraph: \(stamp.reason)")
        }
        guard var best = (own.isEmpty ? rated : own).max(by: { $0.chance < $1.chance })
        else { return nil }
        let ruled = date(setting.draft, setting.line, chain, modality)
        if best.option.origin == .month,
            let day = rated.first(where: { $0.option.origin == .day }),
            day.chance >= Self.leastDay || ruled?.origin == .day
        {
            best = day
        }
        return best.option.interval.map { ($0, best.option.reason) }
    }

    /// *"We see no use in exercises," said the prime minister on 10 January*: what a state does by saying so it did on the day on which
    /// it said so.
    private func saying(
        _ setting: Setting,
        _ chain: [Attribution],
        _ options: [DateOption]
    ) -> (interval: DayInterval, reason: String)? {
        guard let voice = chain.last(where: { !$0.isRelay }), Self.performs(setting.draft, voice),
            setting.passage.attributions.contains(voice),
            let clause = setting.passage.clauses.first(where: {
                $0.tokens.overlaps(voice.cue) && !voice.covers.contains($0.tokens.lowerBound)
            })
        else { return nil }
        let own = options.filter { option in
            option.tokens.map {
                clause.tokens.overlaps($0) && !voice.covers.overlaps($0)
            } ?? false
        }
        guard let date = own.last, let interval = date.interval else { return nil }
        return (interval, "of the words of saying: \(date.reason)")
    }

    /// By rule: a date of the act's own clause, else the only one of the sentence; a reported speech act
    /// without one was on the day of publication.
    func date(
        _ draft: Draft,
        _ line: Int,
        _ chain: [Attribution],
        _ modality: Modality
    ) -> DateOption? {
        let own = dateOptions(line).filter { $0.origin == .own }
        let clause = passages[line].clauses.first { $0.tokens.contains(draft.anchor) }?.tokens
        func distance(_ option: DateOption) -> Int {
            guard let tokens = option.tokens else { return .max }
            return min(
                abs(tokens.lowerBound - draft.anchor),
                abs(tokens.upperBound - draft.anchor)
            )
        }
        let near = own.filter { option in
            clause.map { clause in option.tokens.map(clause.overlaps) ?? false } ?? true
        }
        if let best = near.min(by: { distance($0) < distance($1) }) { return best }
        if let only = own.first, own.count == 1, distance(only) <= 14 { return only }
        let isSpeechAct = draft.act.quad == .verbalConflict && modality == .fact
        guard isSpeechAct, !draft.marks.contains(.nominal) else { return nil }
        return dateOptions(line).first { $0.origin == .day }
    }
}
