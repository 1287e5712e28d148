package import Diplomacy

/// What a pair's report says beyond its statements: how each stands to the other, and the cases between
/// them.
package struct PairJudgement: Sendable, Encodable {
    /// Of the first to the second, and the other way round.
    package private(set) var standings: [Standing]
    /// Those in which one of the two is the promisor and the other the beneficiary.
    package private(set) var cases: [AllianceCase]
    /// What binds the two on the day asked for.
    package let commitments: [BindingCommitment]
    /// What articles tell of as agreed between the two.
    package let foundCommitments: [FoundCommitment]
    /// Empty unless it was asked for.
    package let sensitivities: [StandingSensitivity]

    /// How `first` and `second` stand to one another.
    ///
    /// `cases` may hold those of others too; nil: they are found in the statements. `standings`: those of the two
    /// directions, where they are known.
    package init(
        of first: ActorCode,
        and second: ActorCode,
        in statements: [CitedStatement],
        cases known: [AllianceCase]? = nil,
        standings: [Standing] = [],
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
        self.standings = pairs.map { pair in
            standings.first { $0.pair == pair }
                ?? assessor.standing(of: pair, in: statements, until: until)
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

    /// The same with lines without the events that moved them, and cases without their sentences.
    package var outline: PairJudgement {
        var judgement = self
        judgement.standings = standings.map(\.outline)
        judgement.cases = cases.map(\.withoutEntries)
        return judgement
    }

    /// How many statements belong to cases that are here without them.
    package var sentencesLeft: Int {
        cases.filter { $0.triggers.isEmpty && $0.answers.isEmpty }
            .reduce(0) { $0 + $1.entryCount }
    }

    /// The sections of a pair's page: standing, commitments, cases.
    ///
    /// At most `most` cases and commitments that were found.
    package func write(to page: inout TextLayout, _ naming: Naming, most: Int = .max) {
        page.heading(
            "Standing",
            note:
                "From -10, an attack, to +10, aid; between brackets the band that holds it with 90 %."
        )
        for standing in standings {
            standing.write(
                to: &page,
                naming,
                beside: standings.first { $0.pair.source == standing.pair.target }
            )
        }
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
            for found in foundCommitments.prefix(most) { found.write(to: &page, naming) }
            writeRest(foundCommitments.count - most, "commitment", to: &page)
        }
        if !cases.isEmpty {
            page.heading("Cases", note: "'casus case ID' opens one.")
            for found in cases.prefix(most) { found.writeLine(to: &page, naming) }
            writeRest(cases.count - most, "case", to: &page)
        }
    }

    private func writeRest(_ count: Int, _ noun: String, to page: inout TextLayout) {
        guard count > 0 else { return }
        page.paragraph("And \(counted(count, "more \(noun)")): --all.")
    }
}

/// What is the beginning of something longer, and how many entries its lists have beyond: as one object of JSON.
package struct Beginning<Value: Encodable & Sendable>: Encodable, Sendable {
    private let value: Value
    private let left: [String: Int]

    /// `left`: by the names of the lists.
    package init(_ value: Value, left: [String: Int]) {
        (self.value, self.left) = (value, left)
    }

    private enum CodingKeys: CodingKey {
        case left
    }

    package func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
        guard !left.isEmpty else { return }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(left, forKey: .left)
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
