import Diplomacy

/// Finds the questions with both answers, and says of each what kind of disagreement it is.
///
/// Help is one question, whether it is called support or aid; every other act is a question of its own.
/// Facts, claims and denials answer it. An announcement is answered by what is told later, and by the
/// refusal of whom it was made to. The rules look at roots, events, kinds of help and days, in the order
/// of `kind(_:_:)`; none knows a country or an article.
struct DisagreementFinder {
    /// Two answers that are this many days apart by their articles alone are a change in time: half a
    /// year, in which a background sentence without a date has lost its "now".
    static let backgroundDays = 182
    /// A refusal answers a plan that was made known within so many days.
    static let planDays = 62
    /// Days no further apart than the pause within a war are of one occasion, see `Occasion.longestPause`.
    static let occasionDays = Occasion.longestPause

    let statements: [CitedStatement]
    /// How many of the citations of a side are held.
    private let most: Int

    init(_ statements: [CitedStatement], citations most: Int = .max) {
        self.statements = statements.filter { $0.statement.target != nil }
        self.most = most
    }

    /// What the statements of two parties make, whatever else is read.
    struct Own {
        /// One question answered both ways, and plans that were refused.
        let same: [Disagreement]
        let otherDirections: [Disagreement]
    }

    func own() -> Own {
        Own(same: sameQuestion() + refusedPlans(), otherDirections: otherDirections())
    }

    // MARK: One question

    private struct Question: Hashable {
        let parties: [ActorCode?]
        let act: Act

        init(_ statement: Statement) {
            parties = statement.parties
            act = statement.act.isHelp ? .support : statement.act
        }
    }

    typealias Side = [CitedStatement]

    /// Kinds that answer only their like: a refuge for one person, and words (condolences are no answer to *did it help?*).
    private static let ownKinds: [SupportKind] = [.asylum, .words]

    private func sameQuestion() -> [Disagreement] {
        Dictionary(grouping: statements) { Question($0.statement) }.values.compactMap { group in
            let told = Dictionary(grouping: group, by: \.statement.answer)
            let (allYes, allNo) = (told[true] ?? [], told[false] ?? [])
            let no = without(allYes, allNo)
            guard !no.isEmpty else { return nil }
            let yes = without(allNo, allYes)
            if !yes.isEmpty {
                // A refuge for somebody who has fallen, and kind words, are no help between states where other help is told.
                let help = yes.filter { cited in
                    !Self.ownKinds.contains { cited.statement.kind == $0 }
                }
                let side = help.isEmpty ? yes : help
                return disagreement(kind(side, no), side, no)
            }
            // What was announced, and is told later as not come.
            let first = no.compactMap(\.day).max() ?? .distantPast
            let announced = group.filter { cited in
                cited.statement.isAnnounced && cited.day.map { $0 <= first } ?? false
            }
            return announced.isEmpty ? nil : disagreement(.superseded, announced, no)
        }
    }

    /// `side` without what the same voice answers both ways in the same words: it tells of two things there.
    private func without(_ other: Side, _ side: Side) -> Side {
        side.filter { cited in !other.contains { cited.isToldInOneBreath(with: $0) } }
    }

    private func kind(_ yes: Side, _ no: Side) -> Disagreement.Kind {
        let kinds = { (side: Side) in Set(side.compactMap(\.statement.kind)) }
        let isOf = { (side: Side, kind: SupportKind) in
            side.allSatisfy { $0.statement.kind == kind }
        }
        if Self.ownKinds.contains(where: { isOf(yes, $0) != isOf(no, $0) }) { return .otherScope }
        let isHelp = yes.contains { $0.statement.act.isHelp }
        if isHelp, !kinds(yes).isEmpty, !kinds(no).isEmpty, kinds(yes).isDisjoint(with: kinds(no)) {
            return .otherScope
        }
        if areApart(yes, no) { return .superseded }
        if isEcho(yes, no, by: \.voiceOrRoot) { return .echo }
        // An unnamed background sentence has lost its "now".
        if wereReadApart(yes, no) { return .untold }
        if haveOneHappening(yes, no) { return .conflict }
        let isJudgement = { (side: Side) in
            side.allSatisfy { $0.statement.marks.contains(.assessment) }
        }
        if isJudgement(yes) != isJudgement(no) { return .otherScope }
        if tellOfTwoThings(yes, no) { return .otherScope }
        // Whoever is named is no witness against himself, over several happenings either.
        if isEcho(yes, no, by: \.namedOrRoot) { return .echo }
        return areOfOneTime(yes, no) ? .conflict : .untold
    }

    /// Whether the two sides are told of one time and of no one happening: the merger of events has kept
    /// them apart because one article tells both, or because the kinds of help exclude each other.
    ///
    /// Where a side has no close date the merger could not know, unless the same articles tell both; and a
    /// denial is always of what is told.
    private func tellOfTwoThings(_ yes: Side, _ no: Side) -> Bool {
        guard (yes + no).allSatisfy({ $0.event != nil }),
            Set(yes.map(\.event)).isDisjoint(with: no.map(\.event))
        else { return false }
        guard !(yes + no).contains(where: { $0.statement.modality == .denied }) else {
            return false
        }
        let articles = { (side: Side) in Set(side.map(\.article.id)) }
        let close = { (side: Side) in side.ownDates.filter(\.isClose) }
        let (yesDates, noDates) = (close(yes), close(no))
        return yesDates.contains { date in noDates.contains { $0.overlaps(date) } }
            || !articles(yes).isDisjoint(with: articles(no))
    }

    /// Whether all days of one side lie apart from all days of the other, so that the later word is known.
    ///
    /// What is told without a date happened before its article appeared, and so before what is dated after it. A claim
    /// that is dated by its article alone was made on that day; it may be of any other.
    private func areApart(_ yes: Side, _ no: Side) -> Bool {
        let (yesDates, noDates) = (yes.ownDates, no.ownDates)
        if yesDates.isEmpty != noDates.isEmpty {
            let undated = yesDates.isEmpty ? yes : no
            let first = (yesDates + noDates).map(\.first).min()
            let last = undated.map { $0.article.publication?.last }
            guard let first, !last.contains(nil), let read = last.compactMap(\.self).max() else {
                return false
            }
            return read < first
        }
        guard !yesDates.isEmpty else { return false }
        return !yesDates.contains { date in noDates.contains { $0.overlaps(date) } }
    }

    /// Whether a side has no date of its own, and their articles lie half a year apart: they speak of the times when
    /// they appeared, or of one that neither names.
    ///
    /// Within one article that says nothing.
    private func wereReadApart(_ yes: Side, _ no: Side) -> Bool {
        guard yes.ownDates.isEmpty || no.ownDates.isEmpty,
            Set(yes.map(\.article.id)).isDisjoint(with: no.map(\.article.id)),
            let left = yes.span, let right = no.span
        else { return false }
        let gap = max(left.first.number - right.last.number, right.first.number - left.last.number)
        return gap >= Self.backgroundDays
    }

    /// Whether one happening has both answers, of days that meet or as a denial, and not from the same voices alone.
    private func haveOneHappening(_ yes: Side, _ no: Side) -> Bool {
        let answers = Dictionary(grouping: no.filter { $0.event != nil }, by: \.event)
        return Dictionary(grouping: yes.filter { $0.event != nil }, by: \.event)
            .contains { event, told in
                guard let others = answers[event], !isEcho(told, others, by: \.namedOrRoot) else {
                    return false
                }
                return told.contains { one in
                    others.contains { other in
                        if let days = one.closeDays, let ownDays = other.closeDays {
                            return days.overlaps(ownDays)
                        }
                        return one.isDenial(beside: other)
                    }
                }
            }
    }

    /// Whether days of both sides meet, one of them within a month and the other within two: their time is known, and
    /// it is one.
    ///
    /// What somebody denies is what is told: without a date of its own it is of the time of its article.
    private func areOfOneTime(_ yes: Side, _ no: Side) -> Bool {
        no.contains { one in
            yes.contains { other in
                if let days = one.closeDays, let ownDays = other.closeDays {
                    return days.overlaps(ownDays) && (days.isClose || ownDays.isClose)
                        && max(days.length, ownDays.length) <= Self.planDays
                }
                return one.isDenial(beside: other)
            }
        }
    }

    /// Whether every root of one side stands on the other too.
    private func isEcho(
        _ yes: Side,
        _ no: Side,
        by key: KeyPath<CitedStatement, String>
    ) -> Bool {
        let roots = { (side: Side) in Set(side.map { $0[keyPath: key] }) }
        let (left, right) = (roots(yes), roots(no))
        return left.isSubset(of: right) || right.isSubset(of: left)
    }

    // MARK: Plans and refusals

    /// A meeting, a deal, an exercise or help that one side announces and the other turns down.
    private func refusedPlans() -> [Disagreement] {
        let refusals = statements.filter {
            $0.statement.act == .reject && $0.statement.answer == true
        }
        guard !refusals.isEmpty else { return [] }
        let plans = Dictionary(
            grouping: statements.filter(\.statement.isAnnounced),
            by: { Set([$0.statement.source, $0.statement.target]) }
        )
        return Dictionary(grouping: refusals) { [$0.statement.source, $0.statement.target] }.values
            .compactMap { group in
                guard let first = group.first?.statement else { return nil }
                let near = (plans[Set([first.source, first.target])] ?? []).filter { plan in
                    group.contains { refusal in
                        guard let one = plan.day, let other = refusal.day else { return false }
                        return abs(one.number - other.number) <= Self.planDays
                    }
                }
                guard !near.isEmpty else { return nil }
                return disagreement(
                    isEcho(near, group, by: \.voiceOrRoot) ? .echo : .conflict,
                    near,
                    group
                )
            }
    }

    // MARK: Making one

    func disagreement(
        _ kind: Disagreement.Kind,
        _ yes: Side,
        _ no: Side,
        other: DirectedPair? = nil
    ) -> Disagreement? {
        guard
            let asked = (yes.first { other == nil && $0.statement.act != .reject } ?? no.first)?
                .statement
        else { return nil }
        let acts = Set((other == nil ? yes : no).map(\.statement.act))
            .union(kind == .conflict || kind == .echo ? [] : no.map(\.statement.act))
        let sides = (yes.map(Citation.init), no.map(Citation.init))
        func held(_ side: [Citation]) -> Citations {
            Citations(side.sorted(by: Citation.isEarlier), most: most)
        }
        return Disagreement(
            kind: kind,
            source: asked.source,
            target: asked.target,
            other: other,
            // A refused plan is asked about, not its refusal; a refusal told both ways is.
            acts: (acts == [.reject] ? acts : acts.subtracting([.reject]))
                .sorted { $0.rawValue > $1.rawValue },
            yes: held(sides.0),
            no: held(sides.1),
            later: kind == .superseded ? later(yes, no) : nil,
            cautions: cautions(sides.0, sides.1),
            weight: Citations.Weight(sides.0 + sides.1)
        )
    }

    private func later(_ yes: Side, _ no: Side) -> Disagreement.Answer? {
        guard let left = yes.compactMap(\.day).max(), let right = no.compactMap(\.day).max(),
            left != right
        else { return nil }
        return left > right ? .yes : .no
    }

    private func cautions(_ yes: [Citation], _ no: [Citation]) -> [Disagreement.Caution] {
        var found: [Disagreement.Caution] = []
        let (yesDates, noDates) = (yes.compactMap(\.date), no.compactMap(\.date))
        if yesDates.isEmpty || noDates.isEmpty {
            found.append(.undated)
        } else if yesDates.contains(where: { date in noDates.contains { $0.overlaps(date) } }),
            !yesDates.contains(where: { date in
                noDates.contains { $0.overlaps(date) && $0.isClose && date.isClose }
            })
        {
            found.append(.datesWide)
        }
        if !yes.contains(where: \.isSure) || !no.contains(where: \.isSure) { found.append(.unsure) }
        return found
    }
}
