package import Diplomacy

/// What a pair's report says beyond its statements: how each stands to the other, and the cases between
/// them.
package struct PairJudgement: Sendable, Encodable {
    /// Of the first to the second, and the other way round.
    package let standings: [Standing]
    /// Those in which one of the two is the promisor and the other the beneficiary.
    package let cases: [AllianceCase]
    /// What binds the two on the day asked for.
    package let commitments: [BindingCommitment]
    /// What articles tell of as agreed between the two.
    package let foundCommitments: [FoundCommitment]
    /// Empty unless it was asked for.
    package let sensitivities: [StandingSensitivity]

    /// `cases` may hold those of others too; nil: they are found in the statements.
    package init(
        of first: ActorCode,
        and second: ActorCode,
        in statements: [CitedStatement],
        cases known: [AllianceCase]? = nil,
        until: Day,
        assessor: Assessor,
        withSensitivity: Bool = false
    ) {
        let found =
            known ?? assessor.cases(between: first, and: second, in: statements, until: until)
        let pairs = [
            DirectedPair(source: first, target: second),
            DirectedPair(source: second, target: first),
        ]
        standings = pairs.map {
            assessor.standing(of: $0, in: statements, until: until)
        }
        cases = found.filter { found in
            pairs.contains(DirectedPair(source: found.promisor, target: found.beneficiary))
        }
        commitments = assessor.register.binding(first, to: second, on: until)
        foundCommitments = assessor.foundCommitments(in: statements, of: first)
            .filter { $0.parties.contains(second) }
        sensitivities =
            withSensitivity
            ? pairs.map { assessor.sensitivity(of: $0, in: statements, until: until) } : []
    }

    /// The sections of a pair's page: standing, commitments, cases.
    package func write(to page: inout TextLayout, _ naming: Naming) {
        page.heading(
            "Standing",
            note:
                "From -10, an attack, to +10, aid; between brackets the band that holds it with 90 %."
        )
        for standing in standings { standing.write(to: &page, naming) }
        for sensitivity in sensitivities { sensitivity.write(to: &page, naming) }
        if !sensitivities.isEmpty {
            for line in standings.flatMap({ [$0.conduct, $0.trust] }).compactMap(\.parametersLine) {
                page.paragraph(line, hanging: 2)
            }
        }
        if !commitments.isEmpty {
            page.heading("Commitments in force")
            for binding in commitments {
                let words = binding.obligations.map(\.words)
                page.row(
                    binding.commitment.id,
                    "\(binding.commitment.name): "
                        + (words.isEmpty ? "no duty" : words.joined(separator: ", ")),
                    column: 22
                )
            }
        }
        if !foundCommitments.isEmpty {
            page.heading(
                "Commitments found in what was read",
                note: "As articles tell of them; they bind nobody in a verdict."
            )
            for found in foundCommitments { found.write(to: &page, naming) }
        }
        if !cases.isEmpty {
            page.heading("Cases", note: "'casus case ID' opens one.")
            for found in cases { found.writeLine(to: &page, naming) }
        }
    }
}

/// What a brief says beyond its statements.
package struct BriefJudgement: Sendable, Encodable {
    /// Pairs of which at least one series has a line; the steepest conduct first.
    package let standings: [Standing]
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
        let all = pairs.sorted().map { pair in
            assessor.standing(
                of: pair,
                in: (told[pair] ?? [])
                    + (told[DirectedPair(source: pair.target, target: pair.source)] ?? []),
                until: until
            )
        }
        standings = all.filter { $0.conduct.hasLine || $0.trust.hasLine }
            .sorted { left, right in
                (left.conduct.last?.level ?? 0, left.pair) < (
                    right.conduct.last?.level ?? 0, right.pair
                )
            }
        withoutLine = all.count - standings.count
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
        for standing in standings.prefix(most) {
            page.paragraph(
                "\(naming.heading(standing.pair.source)) → \(naming.heading(standing.pair.target))"
            )
            for (name, series) in [("conduct", standing.conduct), ("trust", standing.trust)] {
                guard let last = series.last else { continue }
                page.row(
                    name,
                    "\(series.line(\.level, columns: 24)) \(StandingSeries.band(last)) on \(last.day)",
                    indent: 2,
                    column: 12
                )
            }
        }
        writeRest(standings.count - most, "pair", "casus pair A B", to: &page)
        if withoutLine > 0 {
            page.paragraph(
                "\(counted(withoutLine, "direction")) of pairs without a line: fewer than three "
                    + "accounts each."
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

/// A report with the judgement beside it, as one object of JSON.
package struct Judged<Report: Encodable & Sendable, Judgement: Encodable & Sendable>: Encodable,
    Sendable
{
    private let report: Report
    private let judgement: Judgement

    package init(_ report: Report, _ judgement: Judgement) {
        self.report = report
        self.judgement = judgement
    }

    package func encode(to encoder: any Encoder) throws {
        try report.encode(to: encoder)
        try judgement.encode(to: encoder)
    }
}
