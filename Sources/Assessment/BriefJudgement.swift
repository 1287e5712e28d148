package import Diplomacy

/// What a brief says beyond its statements.
package struct BriefJudgement: Sendable, Encodable {
    /// Pairs of which at least one series has a line that says something; the steepest conduct first.
    package let standings: Excerpt<Standing>
    /// How many directed pairs have too few accounts for any line.
    package let withoutLine: Int
    package let cases: [AllianceCase]
    /// Of the party asked for; nil for everybody, and where no promise of it came due.
    package let reliability: Reliability?

    /// The standings and cases of `actor` as either side, or of everybody.
    package init(
        of actor: ActorCode?,
        in statements: [CitedStatement],
        until: Day,
        assessor: Assessor
    ) {
        self.init(
            of: actor,
            in: statements,
            cases: assessor.cases(in: statements, until: until),
            until: until,
            assessor: assessor
        )
    }

    /// The same where the cases are known: all of them, for one rule of reliability looks at those of others.
    package init(
        of actor: ActorCode?,
        in statements: [CitedStatement],
        cases found: [AllianceCase],
        until: Day,
        assessor: Assessor
    ) {
        var told: [DirectedPair: [CitedStatement]] = [:]
        for cited in statements {
            guard let target = cited.statement.target else { continue }
            let source = cited.statement.source
            guard actor == nil || actor == source || actor == target else { continue }
            told[DirectedPair(source: source, target: target), default: []].append(cited)
        }
        // Trust is told by the other direction, so a pair needs both.
        let pairs = Set(told.keys).union(
            told.keys.map { DirectedPair(source: $0.target, target: $0.source) }
        )
        var draft = StandingList.Draft(.whole)
        for pair in pairs.sorted() {
            draft.add(
                assessor.standing(
                    of: pair,
                    in: (told[pair] ?? [])
                        + (told[DirectedPair(source: pair.target, target: pair.source)] ?? []),
                    until: until
                )
            )
        }
        self.init(of: actor, standings: draft.list, cases: found)
    }

    /// `list` is how the pairs of `actor`, or all, stand; `found` are all cases.
    package init(of actor: ActorCode?, standings list: StandingList, cases found: [AllianceCase]) {
        standings = list.withLine
        withoutLine = list.withoutLine
        cases = found.filter {
            actor == nil || $0.promisor == actor || $0.beneficiary == actor
        }
        // The lenient rule looks at what other members did, so it needs every case.
        reliability = actor.flatMap { actor in
            found.contains { $0.promisor == actor } ? Reliability(of: actor, in: found) : nil
        }
    }

    /// One line for each pair and case, at most `most` of either.
    package func write(to page: inout TextLayout, _ naming: Naming, most: Int) {
        if !cases.isEmpty {
            page.heading(
                "Cases: promises that came due",
                note: "Two verdicts that are never mixed. 'casus case ID' opens one."
            )
            page.blank()
            for found in cases.prefix(most) { found.writeLine(to: &page, naming) }
            writeRest(cases.count - most, "case", "casus case", to: &page)
        }
        reliability?.write(to: &page, naming)
        page.heading(
            "Standing",
            note: "From -10, an attack, to +10, aid, with the band that holds it with 90 %. "
                + "'casus pair A B' opens it."
        )
        page.blank()
        let limits = BriefText.Limits()
        standings.write(to: &page, naming, limits, most: most, isParted: false) { _ in }
        writeRest(standings.count - most, "pair", "casus pair A B", to: &page)
        if withoutLine > 0 {
            page.paragraph(
                "\(counted(withoutLine, "direction")) of pairs without a level: fewer than three "
                    + "accounts each, or a band as wide as the scale."
            )
        }
    }

    private func writeRest(
        _ count: Int,
        _ noun: String,
        _ command: String,
        to page: inout TextLayout
    ) {
        guard count > 0 else { return }
        page.paragraph("And \(counted(count, "more \(noun)", "more \(noun)s")): \(command).")
    }
}

/// Standings of directed pairs: those that have a line, the steepest conduct first, and how many have none.
package struct StandingList: Sendable {
    let withLine: Excerpt<Standing>
    let withoutLine: Int

    /// Puts a list together a pair at a time.
    package struct Draft {
        private struct Place: Comparable {
            let level: Double
            let pair: DirectedPair

            static func < (left: Self, right: Self) -> Bool {
                (left.level, left.pair) < (right.level, right.pair)
            }
        }

        private var lines: Ranking<Place, Standing>
        private var withoutLine = 0

        package init(_ reach: Reach) { lines = Ranking(reach) }

        package mutating func add(_ standing: Standing) {
            guard standing.conduct.saysSomething || standing.trust.saysSomething else {
                withoutLine += 1
                return
            }
            let place = Place(level: standing.conduct.last?.level ?? 0, pair: standing.pair)
            lines.add([(weight: place, element: standing)])
        }

        package var list: StandingList {
            StandingList(withLine: lines.excerpt, withoutLine: withoutLine)
        }
    }
}
